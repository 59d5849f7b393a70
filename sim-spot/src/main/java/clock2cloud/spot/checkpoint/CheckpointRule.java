package clock2cloud.spot.checkpoint;

/** How much work to do between two checkpoints, for exponential lives; seconds of work, the dump not included. */
public enum CheckpointRule {
    /** Never: the interval is infinite. */
    NONE {
        @Override
        public double intervalSeconds(CheckpointedRun run) {
            return Double.POSITIVE_INFINITY;
        }
    },
    /** sqrt(2 d M). J. W. Young, <i>A first order approximation to the optimum checkpoint interval</i>, CACM 17 (1974). */
    YOUNG {
        @Override
        public double intervalSeconds(CheckpointedRun run) {
            return positive(this, Math.sqrt(2 * run.dumpSeconds() * run.meanLifeSeconds()));
        }
    },
    /** sqrt(2 d (M + R)) - d, Daly's first order. */
    DALY_FIRST_ORDER {
        @Override
        public double intervalSeconds(CheckpointedRun run) {
            double dump = run.dumpSeconds();
            return positive(this, Math.sqrt(2 * dump * (run.meanLifeSeconds() + run.restartSeconds())) - dump);
        }
    },
    /** Daly 2006: sqrt(2 d M) (1 + sqrt(d/2M)/3 + (d/2M)/9) - d while d is below 2 M, else M. */
    DALY {
        @Override
        public double intervalSeconds(CheckpointedRun run) {
            double dump = run.dumpSeconds();
            double mean = run.meanLifeSeconds();
            if (dump >= 2 * mean) {
                return mean;
            }
            double ratio = dump / (2 * mean);
            return positive(this, Math.sqrt(2 * dump * mean) * (1 + Math.sqrt(ratio) / 3 + ratio / 9) - dump);
        }
    },
    /**
     * The true optimum M (1 + W0(-e^(-d/M - 1))), the root of e^((tau+d)/M) (1 - tau/M) = 1. The restart cost does not
     * move it.
     */
    EXACT {
        @Override
        public double intervalSeconds(CheckpointedRun run) {
            double mean = run.meanLifeSeconds();
            if (Double.isInfinite(mean)) {
                return mean;
            }
            double ratio = run.dumpSeconds() / mean;
            return positive(this, mean * fractionOfLife(ratio));
        }
    };

    private static final int NEWTON_STEPS = 60;

    /** Seconds of work between two checkpoints, more than 0, infinite for never. */
    public abstract double intervalSeconds(CheckpointedRun run);

    /** The root x = 1 + W0(-e^(-ratio-1)) of x + ln(1 - x) + ratio = 0 in (0, 1), by Newton on y = 1 - x. */
    private static double fractionOfLife(double ratio) {
        if (ratio > 1) { // W0 is near 0 there: iterate W = -e^(-ratio-1-W), which contracts
            double w = 0;
            for (int step = 0; step < NEWTON_STEPS; step++) {
                w = -Math.exp(-ratio - 1 - w);
            }
            return 1 + w;
        }
        double x = Math.min(0.9, Math.sqrt(2 * ratio));
        for (int step = 0; step < NEWTON_STEPS && x > 0; step++) {
            double next = x + (x + Math.log1p(-x) + ratio) * (1 - x) / x;
            if (Math.abs(next - x) <= 1e-15 * x) {
                return next;
            }
            x = Math.min(next, (1 + x) / 2);
        }
        return x;
    }

    private static double positive(CheckpointRule rule, double seconds) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException(
                    "the " + rule + " interval is " + seconds
                            + " s: give a checkpoint cost of more than 0 s, and below half the mean life for first-order rules");
        }
        return seconds;
    }
}
