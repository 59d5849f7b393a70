package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Stimulus;
import java.util.Arrays;
import java.util.PriorityQueue;

/** The times at which slopes jump: corners of the sources, and the same corners when lines have carried them across. */
final class Corners {
    private final Stimulus[] stimuli;
    private final double[] next;
    private final double stop;
    private final PriorityQueue<Double> arrivals = new PriorityQueue<>();

    Corners(Stimulus[] stimuli, double stop) {
        this.stimuli = stimuli;
        this.stop = stop;
        next = new double[stimuli.length];
        Arrays.fill(next, -1);
    }

    /** The first corner after a time, at the latest the end of the analysis. */
    double after(double t) {
        double first = stop;
        double after = t + 1e-13 * stop;
        for (int k = 0; k < next.length; k++) {
            if (next[k] <= after) {
                next[k] = stimuli[k].cornerAfter(after);
            }
            first = Math.min(first, next[k]);
        }
        while (!arrivals.isEmpty() && arrivals.peek() <= after) {
            arrivals.poll();
        }
        return arrivals.isEmpty() ? first : Math.min(first, arrivals.peek());
    }

    /** A wave that left a line's end at a corner will make one at the other end. */
    void arrival(double t) {
        arrivals.add(t);
    }
}
