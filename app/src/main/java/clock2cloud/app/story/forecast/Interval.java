package clock2cloud.app.story.forecast;

/**
 * A forecast with the intervals that hold it four and nine times in ten: the same ratio either way.
 *
 * @param log80 and {@code log90}: logarithms of that ratio
 */
record Interval(double log80, double log90) {
    /** The ratio of the 80% to the 90% interval of a normal error. */
    private static final double NARROWER = 1.282 / 1.645;

    static Interval of(double log90) {
        return new Interval(log90 * NARROWER, log90);
    }

    Interval wider(double factor) {
        return new Interval(log80 * factor, log90 * factor);
    }
}
