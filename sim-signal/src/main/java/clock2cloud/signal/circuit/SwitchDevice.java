package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Element;
import clock2cloud.signal.netlist.SwitchModel;

/** A switch: a resistance that changes between steps, when the control has crossed its threshold. */
final class SwitchDevice {
    final String name;
    final int line;
    private final int plus;
    private final int minus;
    private final int[] slots;
    private final SwitchModel model;
    private boolean on;

    SwitchDevice(Element.Switch card, int plus, int minus, int[] slots) {
        name = card.name();
        line = card.line();
        this.plus = plus;
        this.minus = minus;
        this.slots = slots;
        model = card.model();
        on = card.on();
    }

    /** How far the control is past the point where the switch changes; above 0 it has to. */
    double past(double[] x) {
        double control = x[plus] - x[minus];
        return on
                ? model.thresholdVolts() - model.hysteresisVolts() - control
                : control - model.thresholdVolts() - model.hysteresisVolts();
    }

    void flip() {
        on = !on;
    }

    void stamp(double[] matrix) {
        double g = 1 / (on ? model.onOhms() : model.offOhms());
        matrix[slots[0]] += g;
        matrix[slots[1]] -= g;
        matrix[slots[2]] -= g;
        matrix[slots[3]] += g;
    }
}
