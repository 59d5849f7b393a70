package clock2cloud.signal.circuit;

import clock2cloud.signal.sparse.Ordering;
import clock2cloud.signal.sparse.SingularMatrixException;
import clock2cloud.signal.sparse.SparseLu;
import java.util.stream.IntStream;

/** The linear part of the equations, {@code G + slope C} with switches as they are now, and how to factor it. */
final class LinearPart {
    private final Equations equations;
    private final Ordering order;
    private final double[] values;
    private final int[] stored;
    private double[] movingG;
    private double[] steadyG;
    private double slope = Double.NaN;
    private double steepest;
    private boolean steady;

    LinearPart(Equations equations) {
        this.equations = equations;
        order = SparseLu.order(equations.pattern, equations.partner);
        values = new double[equations.pattern.entries() + 1];
        stored = IntStream.range(0, values.length)
                .filter(slot -> equations.storage[slot] != 0)
                .toArray();
        movingG = equations.movingG;
        steadyG = equations.steadyG;
        switched();
    }

    /** Switches have changed. */
    void switched() {
        movingG = equations.movingG.clone();
        steadyG = equations.steadyG.clone();
        for (SwitchDevice s : equations.switches) {
            s.stamp(movingG);
            s.stamp(steadyG);
        }
        slope = Double.NaN;
    }

    boolean holds(double wantedSlope, boolean wantedSteady) {
        return slope == wantedSlope && steady == wantedSteady;
    }

    /**
     * Whether {@link #move} may go there without losing digits that matter: what a steep slope has rounded away does not come
     * back when the slope falls.
     */
    boolean near(double wantedSlope, boolean wantedSteady) {
        return !steady && !wantedSteady && wantedSlope < 16 * slope && steepest < 16 * wantedSlope;
    }

    /** Goes to another slope and adds the difference to a matrix that holds more than this part. */
    void move(double wantedSlope, double[] matrix) {
        double more = wantedSlope - slope;
        for (int slot : stored) {
            matrix[slot] += more * equations.storage[slot];
            values[slot] = movingG[slot] + wantedSlope * equations.storage[slot];
        }
        slope = wantedSlope;
        steepest = Math.max(steepest, slope);
    }

    double[] at(double wantedSlope, boolean wantedSteady) {
        if (!holds(wantedSlope, wantedSteady)) {
            double[] g = wantedSteady ? steadyG : movingG;
            for (int i = 0; i < values.length; i++) {
                values[i] = g[i] + wantedSlope * equations.storage[i];
            }
            slope = wantedSlope;
            steady = wantedSteady;
        }
        steepest = slope;
        return values;
    }

    /** What conducts in the transient analysis, with switches as they are now. */
    double[] conductances() {
        return movingG;
    }

    SparseLu factored(double[] matrix) {
        try {
            return SparseLu.factor(equations.pattern, matrix, order);
        } catch (SingularMatrixException e) {
            throw equations.refused(
                    e.column(), "is not fixed by the circuit: look for a floating part or a loop of voltage sources");
        }
    }
}
