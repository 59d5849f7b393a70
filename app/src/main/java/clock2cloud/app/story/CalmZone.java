package clock2cloud.app.story;

import clock2cloud.spot.bill.Bill;
import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.checkpoint.CheckpointRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;

/** A run on p2.xlarge on the spot market, in its calm zone, us-east-1b, August to October 2017. */
public final class CalmZone {
    static final double DOLLARS_PER_HOUR = 0.17;

    /**
     * At a bid of the on-demand price, 94.8% of the 5-hour jobs on g2.2xlarge in us-east-1b ran through (2015):
     * 5 h / -ln 0.948. No such figure is published for p2.xlarge.
     */
    static final double MEAN_LIFE_SECONDS = 5 * 3600 / -Math.log(0.948);

    static final double RESTART_SECONDS = 300;

    static final double DISK_BYTES_PER_SECOND = 100e6;

    private CalmZone() {}

    /** Evictions throw away what was not saved; a checkpoint holds every weight. */
    public static CheckpointedRun run(double workSeconds, double checkpointBytes) {
        return new CheckpointedRun(
                workSeconds, checkpointBytes / DISK_BYTES_PER_SECOND, RESTART_SECONDS, MEAN_LIFE_SECONDS);
    }

    /** Saved at Young's interval, or never where that is quicker. */
    public static double expectedSeconds(CheckpointedRun run) {
        return Math.min(run.expectedSeconds(CheckpointRule.YOUNG), run.expectedSecondsWithoutCheckpoint());
    }

    /** What so many seconds cost. */
    public static double dollars(double seconds) {
        return Bill.ofOneRun(seconds, BillingRule.KILLED_HOUR_FREE, DOLLARS_PER_HOUR)
                .costDollars();
    }
}
