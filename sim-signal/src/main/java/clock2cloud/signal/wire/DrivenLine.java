package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * A distributed RC line between a driver's resistance and a load's capacitance, exactly.
 *
 * <p>With {@code a = Rd / R}, {@code b = CL / C} and {@code s = -x^2 / RC} the transfer function
 * {@code H = 1 / ((1 + s Rd CL) cosh q + (Rd / Z0 + s CL Z0) sinh q)}, {@code q = sqrt(sRC)}, has only real poles, one for
 * each k at {@code x + atan(a x) + atan(b x) = (2k - 1) pi / 2}; hence
 * {@code v(t) = 1 + sum 2 (-1)^k exp(-x^2 t / RC) / (x (1 + a/(1 + a^2x^2) + b/(1 + b^2x^2)) sqrt((1 + a^2x^2)(1 + b^2x^2)))}.
 * The series is cut where its next term is under 1e-16 for {@code t > 0.006 RC}; before that the answer is under 1e-20.
 * Transfer function: Sakurai, <i>IEEE JSSC</i> 18(4) 1983, eq. 2. Leaves out inductance ({@link LossyLine}).
 */
public final class DrivenLine implements StepResponse {
    /** Half-swing delay of an open line with an ideal driver, in units of RC. */
    public static final double OPEN_HALF_DELAY = 0.3787478383;

    private static final int TERMS = 30;
    private static final double SILENT_RATIO = 0.006;

    private final double driverOhms;
    private final double ohms;
    private final double farads;
    private final double loadFarads;
    private final double[] rate = new double[TERMS];
    private final double[] weight = new double[TERMS];

    /** A wire of {@code ohms} and {@code farads} in all behind {@code driverOhms}, with {@code loadFarads} at its end. */
    public DrivenLine(double driverOhms, double ohms, double farads, double loadFarads) {
        this.driverOhms = Domain.notNegative("RC line", "driver resistance", driverOhms, "ohm");
        this.ohms = Domain.positive("RC line", "resistance", ohms, "ohm");
        this.farads = Domain.positive("RC line", "capacitance", farads, "farad");
        this.loadFarads = Domain.notNegative("RC line", "load capacitance", loadFarads, "farad");
        double a = driverOhms / ohms;
        double b = loadFarads / farads;
        for (int k = 0; k < TERMS; k++) {
            double x = root(a, b, (2 * k + 1) * Math.PI / 2);
            double ax = 1 + a * a * x * x;
            double bx = 1 + b * b * x * x;
            rate[k] = x * x;
            weight[k] = (k % 2 == 0 ? -2 : 2) / (x * (1 + a / ax + b / bx) * Math.sqrt(ax) * Math.sqrt(bx));
        }
    }

    private static double root(double a, double b, double target) {
        double low = Math.max(0, target - Math.PI);
        double high = target;
        for (int i = 0; i < 200 && Math.nextUp(low) < high; i++) {
            double x = 0.5 * (low + high);
            if (x + Math.atan(a * x) + Math.atan(b * x) < target) {
                low = x;
            } else {
                high = x;
            }
        }
        return high;
    }

    @Override
    public double at(double seconds) {
        double t = seconds / (ohms * farads);
        if (!(t > SILENT_RATIO)) {
            return 0;
        }
        double v = 1;
        for (int k = 0; k < TERMS && rate[k] * t < 40; k++) {
            v += weight[k] * Math.exp(-rate[k] * t);
        }
        return Math.max(v, 0);
    }

    /** Time to reach {@code fraction} of the final value. */
    public double delaySeconds(double fraction) {
        return delaySeconds(fraction, elmoreSeconds());
    }

    /** The first moment, {@code Rd (C + CL) + R (C / 2 + CL)}: an upper bound of the half-swing delay. */
    public double elmoreSeconds() {
        return driverOhms * (farads + loadFarads) + ohms * (farads / 2 + loadFarads);
    }

    /** The time constant that remains when all the others have died. */
    public double slowestTimeConstantSeconds() {
        return ohms * farads / rate[0];
    }
}
