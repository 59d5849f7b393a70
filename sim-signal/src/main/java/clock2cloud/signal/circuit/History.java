package clock2cloud.signal.circuit;

import java.util.Arrays;

/** The last accepted answers, what they predict, and how far a new answer is from that. */
final class History {
    /** Volts: what swings less is held as if it swung that far, or rounding would pass for an error. */
    private static final double SMALLEST_SWING = 1e-6;

    private final int size;
    private final int measured;
    private double[] newest;
    private double[] middle;
    private double[] oldest;
    private double tNewest;
    private double tMiddle;
    private double tOldest;
    private final double[] low;
    private final double[] high;
    private final double[] weight;
    private final double errorFraction;
    private int points;
    private int sinceWeights;
    private double widest;
    private int worst;

    /** The first {@code measured} unknowns count for the error. */
    History(int size, int measured, double errorFraction) {
        this.size = size;
        this.measured = measured;
        this.errorFraction = errorFraction;
        newest = new double[size + 1];
        middle = new double[size + 1];
        oldest = new double[size + 1];
        low = new double[measured];
        high = new double[measured];
        weight = new double[measured];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    double[] newest() {
        return newest;
    }

    /** The unknown that was furthest from its prediction. */
    int worst() {
        return worst;
    }

    /** The widest swing so far. */
    double widest() {
        return widest;
    }

    /**
     * A transistor that moves by less than this makes an error far below what a step may make: the straight line of a square
     * law is wrong by the square of the move over twice the overdrive, here taken as 0.2 V.
     */
    double quietVolts() {
        return Math.min(1e-3, Math.sqrt(0.04 * errorFraction * widest));
    }

    /** Forgets the points before the newest: a corner lies there. */
    void corner() {
        points = 1;
        sinceWeights = 0;
    }

    void accept(double t, double[] x) {
        double[] reused = oldest;
        oldest = middle;
        middle = newest;
        newest = reused;
        System.arraycopy(x, 0, newest, 0, size + 1);
        tOldest = tMiddle;
        tMiddle = tNewest;
        tNewest = t;
        points = Math.min(points + 1, 3);
        if (sinceWeights < 16 || sinceWeights % 8 == 0) {
            weigh();
        }
        sinceWeights++;
    }

    private void weigh() {
        widest = 0;
        double largest = 0;
        for (int i = 0; i < measured; i++) {
            double v = newest[i];
            low[i] = Math.min(low[i], v);
            high[i] = Math.max(high[i], v);
            widest = Math.max(widest, high[i] - low[i]);
            largest = Math.max(largest, Math.abs(v));
        }
        double floor = Math.max(1e-3 * widest, SMALLEST_SWING);
        double noise = 1e-11 * largest;
        for (int i = 0; i < measured; i++) {
            weight[i] = 1 / (errorFraction * Math.max(high[i] - low[i], floor) + noise);
        }
    }

    /** The answer at {@code t} if nothing new happens. */
    void predict(double t, double[] x) {
        double h = t - tNewest;
        if (points < 2) {
            System.arraycopy(newest, 0, x, 0, size + 1);
        } else if (points == 2 || first(h)) {
            double a = h / (tNewest - tMiddle);
            for (int i = 0; i < size; i++) {
                x[i] = newest[i] + a * (newest[i] - middle[i]);
            }
        } else {
            double h1 = tNewest - tMiddle;
            double h2 = tMiddle - tOldest;
            double c0 = (h + h1) * (h + h1 + h2) / (h1 * (h1 + h2));
            double c1 = -h * (h + h1 + h2) / (h1 * h2);
            double c2 = h * (h + h1) / (h2 * (h1 + h2));
            for (int i = 0; i < size; i++) {
                x[i] = c0 * newest[i] + c1 * middle[i] + c2 * oldest[i];
            }
        }
    }

    /** The first long step after a corner: the points before it are too close for a parabola. */
    private boolean first(double h) {
        return tNewest - tMiddle < 1e-2 * h;
    }

    /**
     * The error of a step that ends at {@code t} as a share of what is allowed, from its distance to the prediction; the
     * rule's own error is {@code constant h^3 x'''}.
     */
    double error(double t, double[] x, double[] predicted, double constant) {
        double most = 0;
        for (int i = 0; i < measured; i++) {
            double d = Math.abs(x[i] - predicted[i]) * weight[i];
            if (d > most) {
                most = d;
                worst = i;
            }
        }
        double h = t - tNewest;
        if (points < 3 || first(h)) {
            double share = most * errorFraction;
            return Math.pow(2 * share, 1.5) * constant / errorFraction;
        }
        double h1 = tNewest - tMiddle;
        double h2 = tMiddle - tOldest;
        double own = constant * h * h * h;
        return most * own / (h * (h + h1) * (h + h1 + h2) / 6 + own);
    }

    /** The value of an unknown between the last two points: a parabola through the last three. */
    double between(int unknown, double t) {
        double h1 = tNewest - tMiddle;
        double a = newest[unknown];
        double b = middle[unknown];
        double slope = (a - b) / h1;
        if (points < 3) {
            return a + slope * (t - tNewest);
        }
        double before = (b - oldest[unknown]) / (tMiddle - tOldest);
        double bend = (slope - before) / (tNewest - tOldest);
        return a + (t - tNewest) * (slope + bend * (t - tMiddle));
    }

    /** The slope of an unknown between the last two points, by the same parabola. */
    double slope(int unknown, double t) {
        double a = newest[unknown];
        double b = middle[unknown];
        double slope = (a - b) / (tNewest - tMiddle);
        if (points < 3) {
            return slope;
        }
        double before = (b - oldest[unknown]) / (tMiddle - tOldest);
        double bend = (slope - before) / (tNewest - tOldest);
        return slope + bend * (2 * t - tNewest - tMiddle);
    }
}
