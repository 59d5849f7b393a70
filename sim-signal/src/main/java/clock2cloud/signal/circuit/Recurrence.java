package clock2cloud.signal.circuit;

/** Counts what happens again and again within what is one instant on the scale of the analysis. */
final class Recurrence {
    static final int MOST = 1000;

    private final double window;
    private double since;
    private int count;

    Recurrence(double stopSeconds) {
        window = 1e-4 * stopSeconds;
    }

    /** It happened at {@code t}: whether that was once too often. */
    boolean endless(double t) {
        if (t - since > window) {
            since = t;
            count = 0;
        }
        return ++count > MOST;
    }
}
