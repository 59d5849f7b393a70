package clock2cloud.app.story.host;

/**
 * Workers that share a step.
 *
 * @param barrierSeconds of a crossing of their barrier: how far apart their cores are; 0 where one works alone
 */
record Crew(int threads, double barrierSeconds) {
    /** Barriers that differ by more than this factor are of cores that lie differently. */
    private static final double ALIKE = 1.6;

    private static final double HUNDRED_NANOSECONDS = 1e-7;

    /** What a line or a barrier costs these, in units of cores that share a cache. */
    double distance() {
        return barrierSeconds / HUNDRED_NANOSECONDS;
    }

    /** Whether a barrier that takes so long tells of cores as far apart as these. */
    boolean isAsFarApart(double seconds) {
        return alike(barrierSeconds, seconds);
    }

    static boolean alike(double oneSeconds, double otherSeconds) {
        return Math.max(oneSeconds, otherSeconds) <= ALIKE * Math.min(oneSeconds, otherSeconds);
    }
}
