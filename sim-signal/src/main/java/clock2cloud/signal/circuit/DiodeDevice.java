package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Depletion;
import clock2cloud.signal.netlist.DiodeModel;

/** A diode between two unknowns: junction, depletion charge, diffusion charge. */
final class DiodeDevice implements Device {
    private final int anode;
    private final int cathode;
    private final int[] slots;
    private final Junction junction;
    private final Depletion depletion;
    private final double transitSeconds;
    private final boolean charged;
    private final Charge charge = new Charge();
    private double volts;
    private double farads;
    private double coulombs;

    /** Slots: (a,a) (a,c) (c,a) (c,c). */
    DiodeDevice(int anode, int cathode, int[] slots, DiodeModel model, double area) {
        this.anode = anode;
        this.cathode = cathode;
        this.slots = slots;
        double saturation = model.saturationAmperes() * area;
        double breakdown = model.breakdownVolts();
        if (breakdown < Double.POSITIVE_INFINITY) {
            double slope = model.emission() * Junction.THERMAL_VOLTS;
            breakdown -= slope * Math.log(Math.max(1, model.breakdownAmperes() * area / saturation));
        }
        junction = new Junction(saturation, model.emission(), breakdown);
        depletion = model.depletion().withFarads(model.depletion().farads() * area);
        transitSeconds = model.transitSeconds();
        charged = depletion.farads() > 0 || transitSeconds > 0;
    }

    @Override
    public void start(double[] x) {
        volts = x[anode] - x[cathode];
        evaluate(1e-12);
        charge.start(coulombs);
    }

    @Override
    public void begin(Integrator rule) {
        charge.begin(rule);
    }

    private void evaluate(double gmin) {
        junction.evaluate(volts, gmin);
        if (charged) {
            coulombs = depletion.charge(volts) + transitSeconds * junction.amperes;
            farads = depletion.capacitance(volts) + transitSeconds * junction.siemens;
        }
    }

    @Override
    public void load(double[] x, Stamp stamp) {
        double wanted = x[anode] - x[cathode];
        double limited = junction.limit(wanted, volts);
        stamp.limited |= Math.abs(limited - wanted) > 1e-9;
        volts = limited;
        evaluate(stamp.gmin);
        double g = junction.siemens;
        double i = junction.amperes;
        if (charged && stamp.rule.slope() > 0) {
            g += stamp.rule.slope() * farads;
            i += charge.current(stamp.rule, coulombs);
        }
        stamp.matrix[slots[0]] += g;
        stamp.matrix[slots[1]] -= g;
        stamp.matrix[slots[2]] -= g;
        stamp.matrix[slots[3]] += g;
        double source = g * volts - i;
        stamp.right[anode] += source;
        stamp.right[cathode] -= source;
    }

    @Override
    public void accept(double[] x, Integrator rule) {
        if (charged) {
            charge.accept(rule, coulombs + farads * (x[anode] - x[cathode] - volts));
        }
    }
}
