package clock2cloud.spot.job;

/** The checkpoint policies. Yi, Kondo and Andrzejak (CLOUD 2010) compare the hour boundary and the rising edge. */
public final class Checkpoints {
    private static final double HOUR = 3600;

    private Checkpoints() {}

    public static CheckpointPolicy none() {
        return moment -> Double.POSITIVE_INFINITY;
    }

    /** After every so many seconds of work; infinite for none. */
    public static CheckpointPolicy fixed(double intervalSeconds) {
        if (!(intervalSeconds > 0)) {
            throw new IllegalArgumentException("checkpoint interval = " + intervalSeconds + " s must be more than 0");
        }
        return moment -> moment.nowSeconds() + intervalSeconds;
    }

    /** So that each dump is done just when the machine's paid hour is over. */
    public static CheckpointPolicy hourBoundary() {
        return moment -> {
            double age = moment.nowSeconds() - moment.launchSeconds();
            double hours = Math.floor((age + moment.dumpSeconds()) / HOUR + 1e-9) + 1;
            return moment.launchSeconds() + hours * HOUR - moment.dumpSeconds();
        };
    }

    /** At every rise of the price. */
    public static CheckpointPolicy risingEdge() {
        return CheckpointPolicy.Moment::nextRiseSeconds;
    }

    /** When the warning comes, if it comes. */
    public static CheckpointPolicy onNotice() {
        return CheckpointPolicy.Moment::noticeSeconds;
    }

    /** Both: whichever policy asks first. */
    public static CheckpointPolicy earlier(CheckpointPolicy one, CheckpointPolicy other) {
        return moment -> Math.min(one.nextDump(moment), other.nextDump(moment));
    }
}
