package clock2cloud.signal.circuit;

import java.util.Arrays;

/** The equations of one iterate as far as nonlinear devices make them, and which columns they have changed. */
final class Stamps {
    final double[] matrix;
    final double[] right;
    final int[] changed;
    int count;
    boolean limited;
    double gmin = 1e-12;
    /** Volts that a device may move before its straight line is drawn anew. */
    double quiet;

    Integrator rule = Integrator.STEADY;
    private final boolean[] marked;

    Stamps(int size, int entries) {
        matrix = new double[entries + 1];
        right = new double[size + 1];
        changed = new int[size];
        marked = new boolean[size + 1];
        marked[size] = true;
    }

    /** Starts again from the linear part. */
    void clear(double[] linear) {
        System.arraycopy(linear, 0, matrix, 0, matrix.length);
        Arrays.fill(right, 0);
    }

    void change(int column) {
        if (!marked[column]) {
            marked[column] = true;
            changed[count++] = column;
        }
    }

    /** Forgets which columns have changed. */
    void settle() {
        for (int i = 0; i < count; i++) {
            marked[changed[i]] = false;
        }
        count = 0;
    }
}
