package clock2cloud.spot.job;

/**
 * What is to be done.
 *
 * @param workSeconds useful work on this machine
 * @param restartSeconds from a new machine's start to working again; not paid by the first machine
 * @param dumpSeconds time to write a checkpoint
 */
public record Job(double workSeconds, double restartSeconds, double dumpSeconds) {
    public Job {
        require(workSeconds > 0 && workSeconds < 1e10, "work", workSeconds, "in (0, 1e10) s");
        require(restartSeconds >= 0 && restartSeconds < 1e10, "restart", restartSeconds, "in [0, 1e10) s");
        require(dumpSeconds >= 0 && dumpSeconds < 1e10, "checkpoint", dumpSeconds, "in [0, 1e10) s");
    }

    /** The checkpoint cost derived from its size and the speed of the disk it is written to. */
    public static Job ofCheckpoint(
            double workSeconds, double restartSeconds, double checkpointBytes, double diskBytesPerSecond) {
        require(checkpointBytes >= 0, "checkpoint", checkpointBytes, "0 bytes or more");
        require(diskBytesPerSecond > 0, "disk", diskBytesPerSecond, "more than 0 bytes/s");
        return new Job(workSeconds, restartSeconds, checkpointBytes / diskBytesPerSecond);
    }

    private static void require(boolean holds, String field, double value, String domain) {
        if (!holds) {
            throw new IllegalArgumentException("job: " + field + " = " + value + " must be " + domain);
        }
    }
}
