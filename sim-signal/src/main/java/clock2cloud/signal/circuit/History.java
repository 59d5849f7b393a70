package clock2cloud.signal.circuit;

import java.util.Arrays;

/** The last accepted answers, what they predict, and how far a new answer is from that. */
final class History {
    /** Volts: what swings less is held as if it swung that far, or rounding would pass for an error. */
    private static final double SMALLEST_SWING = 1e-6;

    /** Rounding of a charge makes a current of this share of it over the step, and the shortest step's stays for all longer ones. */
    private static final double ROUNDING = 1e-15;

    /** A step is predicted from points that are not closer together than this share of it. */
    private static final double CLOSE = 0.1;

    private final int size;
    private final int measured;
    private final int order;
    private final Points points;
    private final double[] low;
    private final double[] high;
    private final double[] weight;
    private final double errorFraction;
    private int sinceWeights;
    private final double expected;
    private double widest;
    private double largest;
    private double shortest;
    private int worst;

    /**
     * The first {@code measured} unknowns count for the error; a rule's error goes with the step to this {@code order}; sources
     * will swing by {@code expected} volts.
     */
    History(int size, int measured, double errorFraction, int order, double expected) {
        this.expected = expected;
        this.size = size;
        this.measured = measured;
        this.errorFraction = errorFraction;
        this.order = order;
        points = new Points(size + 1, order);
        low = new double[measured];
        high = new double[measured];
        weight = new double[measured];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    double[] newest() {
        return points.x(0);
    }

    /** The unknown that was furthest from its prediction. */
    int worst() {
        return worst;
    }

    /** The widest swing so far, or that of the sources in the whole analysis. */
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
        points.keepNewest();
        sinceWeights = 0;
        shortest = Double.POSITIVE_INFINITY;
    }

    /** A point on the way, which only later predictions and rows of the output see. */
    void passed(double t, double[] x) {
        points.add(t, x);
    }

    void accept(double t, double[] x) {
        shortest = Math.min(shortest, t - points.t(0));
        points.add(t, x);
        if (sinceWeights < 16 || sinceWeights % 8 == 0) {
            weigh(x);
        }
        sinceWeights++;
    }

    private void weigh(double[] x) {
        widest = expected;
        largest = 0;
        for (int i = 0; i < measured; i++) {
            double v = x[i];
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

    /** How many points say something about {@code t}: the first long step after a corner has a slope only. */
    private int usable(double t) {
        double h = t - points.t(0);
        int m = points.apart(h);
        return m >= 3 && points.t(0) - points.t(1) < CLOSE * h ? 2 : m;
    }

    /** The answer at {@code t} if nothing new happens. */
    void predict(double t, double[] x) {
        points.extrapolate(t, usable(t), size, x);
    }

    /**
     * The error of a step that ends at {@code t} as a share of what is allowed, from its distance to the prediction; the
     * rule's own error is {@code constant h^order} times the derivative of that order.
     */
    double error(double t, double[] x, double[] predicted, double constant) {
        double most = 0;
        double rounding = ROUNDING * largest * (t - points.t(0)) / shortest;
        for (int i = 0; i < measured; i++) {
            double d = (Math.abs(x[i] - predicted[i]) - rounding) * weight[i];
            if (d > most) {
                most = d;
                worst = i;
            }
        }
        int m = usable(t);
        double reach = points.reach(t, m);
        double h = t - points.t(0);
        if (m < order) {
            double share = most * errorFraction * Math.pow(h, m) / reach;
            return Math.pow(share, (double) order / m) * constant / errorFraction;
        }
        double own = constant * Math.pow(h, order);
        return most * own / (reach + own);
    }

    /** The value of an unknown between the last points. */
    double between(int unknown, double t) {
        return points.value(unknown, t);
    }

    /** The slope of an unknown between the last points. */
    double slope(int unknown, double t) {
        return points.slope(unknown, t);
    }
}
