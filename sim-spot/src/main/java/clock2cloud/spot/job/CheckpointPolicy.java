package clock2cloud.spot.job;

/** When to write the next checkpoint. */
@FunctionalInterface
public interface CheckpointPolicy {
    /** The time at which the next dump begins; infinite for never. */
    double nextDump(Moment moment);

    /** What a policy knows when work begins or goes on. */
    interface Moment {
        double nowSeconds();

        /** When this machine started. */
        double launchSeconds();

        double remainingSeconds();

        double dumpSeconds();

        /** When the warning of this machine's end comes; infinite when none will. A policy may only act at that time. */
        double noticeSeconds();

        /** The next rise of the price that this machine survives. A policy may only act at that time. */
        double nextRiseSeconds();
    }
}
