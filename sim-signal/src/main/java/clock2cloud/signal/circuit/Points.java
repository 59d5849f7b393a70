package clock2cloud.signal.circuit;

/** The last points in time of all unknowns, newest first, and the polynomial through some of them (Lagrange). */
final class Points {
    /** Points closer together than this share of a step repeat each other but for rounding. */
    private static final double SAME = 1e-4;

    private final double[][] x;
    private final double[] t;
    private final double[] share;
    private int count;

    Points(int size, int depth) {
        x = new double[depth][size];
        t = new double[depth];
        share = new double[depth];
    }

    double[] x(int k) {
        return x[k];
    }

    double t(int k) {
        return t[k];
    }

    void keepNewest() {
        count = 1;
    }

    void add(double time, double[] values) {
        int last = x.length - 1;
        double[] reused = x[last];
        for (int k = last; k > 0; k--) {
            x[k] = x[k - 1];
            t[k] = t[k - 1];
        }
        System.arraycopy(values, 0, reused, 0, reused.length);
        x[0] = reused;
        t[0] = time;
        count = Math.min(count + 1, x.length);
    }

    /** How many points to take for a step of {@code h}: those far enough apart. */
    int apart(double h) {
        int m = count;
        if (m == 4 && t[2] - t[3] < SAME * h) {
            m = 3;
        }
        return m;
    }

    /** Derivatives of order {@code m} put a new point at {@code time} off the polynomial by this many times themselves. */
    double reach(double time, int m) {
        double product = 1;
        for (int k = 0; k < m; k++) {
            product *= (time - t[k]) / (k + 1);
        }
        return product;
    }

    private void weigh(double time, int m) {
        for (int a = 0; a < m; a++) {
            double w = 1;
            for (int b = 0; b < m; b++) {
                if (b != a) {
                    w *= (time - t[b]) / (t[a] - t[b]);
                }
            }
            share[a] = w;
        }
    }

    /** The first {@code size} unknowns at {@code time} by the polynomial through the newest {@code m} points. */
    void extrapolate(double time, int m, int size, double[] into) {
        weigh(time, m);
        double a = share[0];
        double[] newest = x[0];
        switch (m) {
            case 1 -> System.arraycopy(newest, 0, into, 0, size);
            case 2 -> {
                double[] second = x[1];
                double b = share[1];
                for (int i = 0; i < size; i++) {
                    into[i] = a * newest[i] + b * second[i];
                }
            }
            case 3 -> {
                double[] second = x[1];
                double[] third = x[2];
                double b = share[1];
                double c = share[2];
                for (int i = 0; i < size; i++) {
                    into[i] = a * newest[i] + b * second[i] + c * third[i];
                }
            }
            default -> {
                double[] second = x[1];
                double[] third = x[2];
                double[] fourth = x[3];
                double b = share[1];
                double c = share[2];
                double d = share[3];
                for (int i = 0; i < size; i++) {
                    into[i] = a * newest[i] + b * second[i] + c * third[i] + d * fourth[i];
                }
            }
        }
    }

    /** One unknown at a time between the points. */
    double value(int unknown, double time) {
        int m = apart(t[0] - t[1]);
        weigh(time, m);
        double sum = 0;
        for (int k = 0; k < m; k++) {
            sum += share[k] * x[k][unknown];
        }
        return sum;
    }

    /** The slope of one unknown between the points. */
    double slope(int unknown, double time) {
        int m = apart(t[0] - t[1]);
        double sum = 0;
        for (int a = 0; a < m; a++) {
            double slope = 0;
            for (int b = 0; b < m; b++) {
                double product = 1 / (t[a] - t[b]);
                for (int c = 0; c < m; c++) {
                    if (c != a && c != b) {
                        product *= (time - t[c]) / (t[a] - t[c]);
                    }
                }
                slope += b == a ? 0 : product;
            }
            sum += slope * x[a][unknown];
        }
        return sum;
    }
}
