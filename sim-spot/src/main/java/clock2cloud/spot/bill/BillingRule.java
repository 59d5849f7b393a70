package clock2cloud.spot.bill;

/**
 * Which seconds of an instance's life are charged. Each rule carries its closed form for exponential lives with
 * {@code lambda} evictions an hour, the provider ending every life:
 *
 * <table><caption>expected paid hours a life</caption>
 * <tr><td>killed hour free</td><td>1 / (e^lambda - 1)</td></tr>
 * <tr><td>per second, first hour free</td><td>(1 + 1/lambda) e^-lambda</td></tr>
 * <tr><td>hour begun</td><td>1 / (1 - e^-lambda)</td></tr>
 * <tr><td>per second</td><td>1 / lambda</td></tr></table>
 *
 * Leaves out the one-minute minimum of per-second billing.
 */
public enum BillingRule {
    /** Every hour begun is paid in full, whoever ends it: on-demand until 2 October 2017. */
    HOUR_BEGUN {
        @Override
        public double chargedSeconds(double runSeconds, Ending ending) {
            return begun(runSeconds) * HOUR;
        }

        @Override
        public double expectedPaidHours(double lambda) {
            return -1 / Math.expm1(-rate(lambda));
        }
    },
    /** As {@link #HOUR_BEGUN}, but the last part of an hour is free when the provider ended it: spot until October 2017. */
    KILLED_HOUR_FREE {
        @Override
        public double chargedSeconds(double runSeconds, Ending ending) {
            return (ending.byProvider() ? Math.floor((runSeconds + ROUNDING) / HOUR) : begun(runSeconds)) * HOUR;
        }

        @Override
        public double expectedPaidHours(double lambda) {
            return 1 / Math.expm1(rate(lambda));
        }
    },
    /** The seconds used: on-demand since 2 October 2017. */
    SECOND {
        @Override
        public double chargedSeconds(double runSeconds, Ending ending) {
            return runSeconds;
        }

        @Override
        public double expectedPaidHours(double lambda) {
            return 1 / rate(lambda);
        }
    },
    /** The seconds used, and nothing when the provider ended it within the first hour: spot since October 2017. */
    SECOND_FIRST_HOUR_FREE {
        @Override
        public double chargedSeconds(double runSeconds, Ending ending) {
            return ending.byProvider() && runSeconds < HOUR ? 0 : runSeconds;
        }

        @Override
        public double expectedPaidHours(double lambda) {
            return (1 + 1 / rate(lambda)) * Math.exp(-lambda);
        }
    };

    private static final double HOUR = 3600;
    /** Seconds past the hour that are the rounding of a sum of doubles, not an hour begun. */
    private static final double ROUNDING = 1e-6;

    /** Seconds on the bill for an instance that ran {@code runSeconds} and was ended so. */
    public abstract double chargedSeconds(double runSeconds, Ending ending);

    /** Expected paid hours of a life that ends by an eviction at rate {@code lambda} per hour. */
    public abstract double expectedPaidHours(double lambda);

    /** The share of the hours run that is not paid for; negative where hours begun are paid in full. */
    public double freeShare(double lambda) {
        return 1 - lambda * expectedPaidHours(lambda);
    }

    private static double begun(double runSeconds) {
        return Math.max(0, Math.ceil((runSeconds - ROUNDING) / HOUR));
    }

    private static double rate(double lambda) {
        if (!(lambda > 0 && lambda < 1e9)) {
            throw new IllegalArgumentException("evictions per hour = " + lambda + " must be in (0, 1e9)");
        }
        return lambda;
    }
}
