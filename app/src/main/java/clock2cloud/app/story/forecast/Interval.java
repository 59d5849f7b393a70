package clock2cloud.app.story.forecast;

/**
 * Intervals that hold a forecast eight and nine times in ten, as logarithms of the ratio to it; what slows a machine down from time
 * to time makes them longer upwards than downwards.
 *
 * @param less90 and {@code less80}: how far below
 * @param more80 and {@code more90}: how far above
 */
public record Interval(double less90, double less80, double more80, double more90) {
    /** The ratio of the 80% to the 90% interval of a normal error. */
    private static final double NARROWER = 1.282 / 1.645;

    /** The same ratio either way. */
    static Interval of(double log90) {
        return of(log90 * NARROWER, log90);
    }

    static Interval of(double log80, double log90) {
        return new Interval(log90, log80, log80, log90);
    }

    Interval wider(double factor) {
        return new Interval(less90 * factor, less80 * factor, more80 * factor, more90 * factor);
    }
}
