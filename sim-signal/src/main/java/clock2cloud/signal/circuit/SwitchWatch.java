package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.DeckException;
import clock2cloud.signal.netlist.Netlist;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sees to it that switches change where their control crosses, and refuses those that never settle. */
final class SwitchWatch {
    private final Netlist netlist;
    private final List<SwitchDevice> switches;
    private final double stopSeconds;
    private final Map<SwitchDevice, Recurrence> changes = new HashMap<>();

    SwitchWatch(Netlist netlist, List<SwitchDevice> switches, double stopSeconds) {
        this.netlist = netlist;
        this.switches = switches;
        this.stopSeconds = stopSeconds;
    }

    /** Whether a switch would change well inside a step of {@code h}: then shorter steps go there first. */
    boolean early(double h, double[] x, double[] before) {
        for (SwitchDevice s : switches) {
            double past = s.past(x);
            if (past > 0 && h > 1e-9 * stopSeconds) {
                double was = s.past(before);
                if (was < 0 && past > -1e-6 * was) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Changes the switches that are due at {@code t}; whether there were any. */
    boolean changed(double t, double[] x) {
        boolean changed = false;
        for (SwitchDevice s : switches) {
            if (s.past(x) > 0) {
                s.flip();
                changed = true;
                settles(s, t);
            }
        }
        return changed;
    }

    /** Refuses a switch that changes its own control back at once, for ever. */
    private void settles(SwitchDevice s, double t) {
        if (changes.computeIfAbsent(s, any -> new Recurrence(stopSeconds)).endless(t)) {
            throw new DeckException(
                    netlist.file(),
                    s.line,
                    s.name + " opens and closes without end at t=" + t + " s (" + Recurrence.MOST
                            + " changes were followed): give it hysteresis (VH) or its control a capacitance");
        }
    }
}
