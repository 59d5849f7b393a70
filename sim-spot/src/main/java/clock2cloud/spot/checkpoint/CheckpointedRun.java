package clock2cloud.spot.checkpoint;

/**
 * A run on machines whose lives are exponential with mean M: work T, checkpoint cost d, restart cost R. A death throws
 * away everything since the last checkpoint; the restart itself can be interrupted too. Up to the next checkpoint, s
 * seconds of work and dump take on average
 *
 * <pre>E(s) = M e^(R/M) (e^(s/M) - 1)</pre>
 *
 * J. T. Daly, <i>A higher order estimate of the optimum checkpoint interval for restart dumps</i>, FGCS 22 (2006),
 * equation 13. Leaves out the wait for a new machine and every law of life but the memoryless one.
 *
 * @param workSeconds T, useful work, more than 0
 * @param dumpSeconds d, time to write one checkpoint, 0 or more
 * @param restartSeconds R, time from a death to working again, 0 or more
 * @param meanLifeSeconds M, mean time between evictions, more than 0; infinite when nothing evicts
 */
public record CheckpointedRun(double workSeconds, double dumpSeconds, double restartSeconds, double meanLifeSeconds) {

    public CheckpointedRun {
        require(workSeconds > 0 && workSeconds < 1e12, "workSeconds", workSeconds, "in (0, 1e12) s");
        require(dumpSeconds >= 0 && dumpSeconds < 1e12, "dumpSeconds", dumpSeconds, "in [0, 1e12) s");
        require(restartSeconds >= 0 && restartSeconds < 1e12, "restartSeconds", restartSeconds, "in [0, 1e12) s");
        require(meanLifeSeconds > 0, "meanLifeSeconds", meanLifeSeconds, "more than 0 s");
    }

    /** Expected seconds without any checkpoint: every eviction starts the whole work again. */
    public double expectedSecondsWithoutCheckpoint() {
        return expectedSegmentSeconds(workSeconds);
    }

    /** Expected seconds with a checkpoint after every {@code intervalSeconds} of work; no dump after the last piece. */
    public double expectedSeconds(double intervalSeconds) {
        require(intervalSeconds > 0, "intervalSeconds", intervalSeconds, "more than 0 s");
        double fullSegments = Math.max(0, Math.ceil(workSeconds / intervalSeconds - 1e-9) - 1);
        if (fullSegments == 0) {
            return expectedSegmentSeconds(workSeconds);
        }
        double lastSeconds = workSeconds - fullSegments * intervalSeconds;
        return fullSegments * expectedSegmentSeconds(intervalSeconds + dumpSeconds)
                + expectedSegmentSeconds(lastSeconds);
    }

    /** Expected seconds under a rule; {@link CheckpointRule#NONE} writes no checkpoint. */
    public double expectedSeconds(CheckpointRule rule) {
        return expectedSeconds(rule.intervalSeconds(this));
    }

    /** Daly's whole-run cost, M e^(R/M) (e^((tau+d)/M) - 1) T / tau: pieces need not be whole, the last one dumps too. */
    public double dalyExpectedSeconds(double intervalSeconds) {
        require(intervalSeconds > 0, "intervalSeconds", intervalSeconds, "more than 0 s");
        return expectedSegmentSeconds(intervalSeconds + dumpSeconds) * workSeconds / intervalSeconds;
    }

    /** Expected evictions during {@code exposedSeconds} of running, by Wald's identity. */
    public double expectedEvictions(double exposedSeconds) {
        return exposedSeconds / meanLifeSeconds;
    }

    /** Probability that the whole work is done without an eviction, e^(-T/M). */
    public double uninterruptedProbability() {
        return Math.exp(-workSeconds / meanLifeSeconds);
    }

    private double expectedSegmentSeconds(double seconds) {
        if (Double.isInfinite(meanLifeSeconds)) {
            return seconds;
        }
        double expected =
                meanLifeSeconds * Math.exp(restartSeconds / meanLifeSeconds) * Math.expm1(seconds / meanLifeSeconds);
        require(expected < 1e15, "expected seconds", expected, "below 1e15 s: this run would practically never finish");
        return expected;
    }

    private static void require(boolean holds, String field, double value, String domain) {
        if (!holds) {
            throw new IllegalArgumentException("checkpointed run: " + field + " = " + value + " must be " + domain);
        }
    }
}
