package clock2cloud.spot.policy;

/**
 * A job with a deadline, decided upon once a tick; whole ticks are paid, and every launch first works off the restart
 * overhead.
 */
public record DeadlineJob(
        double workSeconds,
        double deadlineSeconds,
        double overheadSeconds,
        double tickSeconds,
        double onDemandDollarsPerHour,
        double spotDollarsPerHour) {
    public DeadlineJob {
        require(workSeconds > 0 && workSeconds < 1e10, "work", workSeconds, "s, must be in (0, 1e10)");
        require(deadlineSeconds > 0 && deadlineSeconds < 1e10, "deadline", deadlineSeconds, "s, must be in (0, 1e10)");
        require(overheadSeconds >= 0 && overheadSeconds < 1e10, "overhead", overheadSeconds, "s, must be in [0, 1e10)");
        require(tickSeconds > 0 && deadlineSeconds / tickSeconds < 1e7, "tick", tickSeconds, "s, must be more than 0");
        require(
                onDemandDollarsPerHour >= 0 && onDemandDollarsPerHour < 1e9,
                "on-demand",
                onDemandDollarsPerHour,
                "$/h");
        require(spotDollarsPerHour >= 0 && spotDollarsPerHour < 1e9, "spot", spotDollarsPerHour, "$/h");
        if (ticks(workSeconds + overheadSeconds, tickSeconds) > Math.floor(deadlineSeconds / tickSeconds)) {
            throw new IllegalArgumentException(String.format(
                    java.util.Locale.ROOT,
                    "no policy can meet a deadline of %.4g h: %.4g h of work and %.4g h of overhead take %.0f ticks of %.0f s",
                    deadlineSeconds / 3600,
                    workSeconds / 3600,
                    overheadSeconds / 3600,
                    ticks(workSeconds + overheadSeconds, tickSeconds),
                    tickSeconds));
        }
    }

    /** Ticks up to the deadline. */
    public int deadlineTicks() {
        return (int) Math.floor(deadlineSeconds / tickSeconds);
    }

    double dollarsPerTick(Capacity capacity) {
        return switch (capacity) {
            case NONE -> 0;
            case SPOT -> spotDollarsPerHour * tickSeconds / 3600;
            case ON_DEMAND -> onDemandDollarsPerHour * tickSeconds / 3600;
        };
    }

    private static double ticks(double seconds, double tickSeconds) {
        return Math.ceil(seconds / tickSeconds);
    }

    private static void require(boolean holds, String field, double value, String domain) {
        if (!holds) {
            throw new IllegalArgumentException("job with a deadline: " + field + " = " + value + " " + domain);
        }
    }
}
