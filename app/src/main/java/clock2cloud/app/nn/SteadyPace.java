package clock2cloud.app.nn;

import java.util.function.IntFunction;

/**
 * Runs rounds of something until it no longer becomes faster: the JVM's compiler is then done with it. How long that takes is the
 * machine's affair, so no fixed time would do.
 */
final class SteadyPace {
    /** A round faster by less than this is noise. */
    private static final double GAIN = 0.9;

    private static final int ROUNDS_OF_STRETCH = 5;
    private static final int MOST_STRETCHES = 10;
    private static final double MOST_REPEATS = 1e5;

    private SteadyPace() {}

    /**
     * Seconds of one repeat once {@code stretch} seconds in a row brought nothing, or after ten times that in all; {@code round}
     * takes a number of repeats and tells the seconds of each.
     */
    static double reach(IntFunction<double[]> round, double stretch) {
        double best = Double.POSITIVE_INFINITY;
        double idle = 0;
        for (double spent = 0; idle < stretch && spent < MOST_STRETCHES * stretch; ) {
            double[] seconds = round.apply(repeats(stretch / ROUNDS_OF_STRETCH, best));
            double median = Samples.median(seconds);
            spent += Samples.sum(seconds);
            idle = median < GAIN * best ? 0 : idle + Samples.sum(seconds);
            best = Math.min(best, median);
        }
        return best;
    }

    /** How many of one repeat's seconds fill so many, at least one. */
    static int repeats(double seconds, double one) {
        return (int) Math.max(1, Math.min(MOST_REPEATS, seconds / one));
    }
}
