package clock2cloud.vm.scheduler;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.require;

/**
 * Who comes back to a core finds its caches and translations cold, and computes for <i>c</i> seconds of each slice <i>s</i>
 * what would have been there: the CPU time of all work grows by <i>s / (s − c)</i>. Li, Ding and Shen, Quantifying the Cost of
 * Context Switch (ExpCS 2007) measured up to more than a millisecond, by how much memory the work touches; so <i>c</i> is to be
 * measured. How it grows with the pause says {@link CacheDecay}.
 *
 * @param sliceSeconds CPU time between two switches
 * @param coldSeconds of it to get warm
 */
public record ColdStart(double sliceSeconds, double coldSeconds) {
    /** Nothing gets cold. */
    public static final ColdStart NONE = new ColdStart(Double.POSITIVE_INFINITY, 0);

    public ColdStart {
        notNegative(coldSeconds, "cold start: time to get warm", "s");
        require(
                sliceSeconds > coldSeconds,
                () -> "cold start: a slice of " + number(sliceSeconds) + " s ends before it is warm, after "
                        + number(coldSeconds) + " s");
    }

    /** CPU time with switches over without. */
    public double slowdownRatio() {
        return coldSeconds == 0 ? 1 : sliceSeconds / (sliceSeconds - coldSeconds);
    }
}
