package clock2cloud.signal.circuit;

import java.util.List;

/**
 * What a transient analysis saw: one row per output step.
 *
 * @param names labels such as {@code v(out)} and {@code i(vin)}
 * @param timesSeconds output times
 * @param values by name, then by time: volts and amperes
 * @param effort what it took
 */
public record Waveforms(List<String> names, double[] timesSeconds, double[][] values, Effort effort) {
    /** Counts of the run: unknowns, accepted and rejected steps, Newton iterations, factorisations. */
    public record Effort(int unknowns, long steps, long rejectedSteps, long iterations, long factorisations) {}

    /** The waveform of this label. */
    public double[] of(String name) {
        int i = names.indexOf(name);
        if (i < 0) {
            throw new IllegalArgumentException("no waveform '" + name + "': there are " + names);
        }
        return values[i];
    }

    /** The value between two rows, on a straight line. */
    public double at(String name, double seconds) {
        double[] v = of(name);
        int last = timesSeconds.length - 1;
        if (last == 0 || seconds <= timesSeconds[0]) {
            return v[0];
        }
        double step = timesSeconds[1] - timesSeconds[0];
        int i = (int) Math.min(last - 1, Math.floor((seconds - timesSeconds[0]) / step));
        double share = Math.min(1, (seconds - timesSeconds[i]) / step);
        return v[i] + share * (v[i + 1] - v[i]);
    }
}
