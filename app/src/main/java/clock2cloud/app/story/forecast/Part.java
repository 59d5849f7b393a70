package clock2cloud.app.story.forecast;

/**
 * One bar of the waterfall.
 *
 * @param name of what takes the time
 * @param seconds of a training step
 * @param hidden while something longer runs beside it: shown, not added
 * @param equation with this step's figures
 * @param source of the coefficient
 */
public record Part(String name, double seconds, boolean hidden, String equation, String source) {
    Part(String name, double seconds, String equation, String source) {
        this(name, seconds, false, equation, source);
    }

    Part beside() {
        return new Part(name, seconds, true, equation, source);
    }
}
