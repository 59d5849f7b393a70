package clock2cloud.signal.circuit;

/**
 * The trapezoidal rule lets what a stiff part has left over swing to and fro for ever, as small as the tolerance but enough to
 * hold the step back. An answer that lies above and below its prediction in turns is a sign of that: then a few steps of
 * Gear's rule, which damps, are due.
 */
final class Ringing {
    private static final int SIGNS = 4;
    private static final int DAMPING_STEPS = 4;

    private int unknown = -1;
    private boolean above;
    private int turns;
    private int due;

    void corner() {
        turns = 0;
        due = 0;
    }

    /** The unknown furthest from its prediction, and how far above that it lies. */
    void saw(int worst, double deviation) {
        boolean up = deviation > 0;
        if (worst == unknown) {
            turns = up == above ? 0 : turns + 1;
        }
        unknown = worst;
        above = up;
        if (due > 0) {
            due--;
        }
        if (turns >= SIGNS) {
            due = DAMPING_STEPS;
            turns = 0;
        }
    }

    boolean damp() {
        return due > 0;
    }
}
