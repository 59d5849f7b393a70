package clock2cloud.spot.eviction;

/**
 * Lives of machines that are taken at the latest at a limit, F(t) = A (1 - e^(-t/t1) + e^((t-b)/t2)): many die young, few
 * in the middle, the rest near the end. Kadupitiya, Jadhao and Sharma, HPDC 2020, equation 1; times in hours as printed.
 *
 * <p>Erratum: as printed F reaches 1 only at b + t2 ln(1/A - 1) (24.265 h for the published fit), so a part of the mass
 * lies beyond the limit at which every machine is taken. It is put on the limit here. F(0) is A e^(-b/t2), not 0; that mass
 * (about 1e-14) is left there.
 *
 * @param bHours b, about which the late deaths crowd
 * @param limitHours when the provider takes every machine; b itself in the paper
 */
public record BathtubLife(double a, double earlyHours, double lateHours, double bHours, double limitHours)
        implements LifeLaw {
    private static final double HOUR = 3600;

    /** The published fit to n1-highcpu-16. */
    public static final BathtubLife PUBLISHED = new BathtubLife(0.4137, 0.9, 0.76, 24, 24);

    public BathtubLife {
        LifeLaw.require(a > 0 && a < 1e6, "bathtub life", "A", a, "more than 0");
        LifeLaw.require(earlyHours > 0 && earlyHours < 1e6, "bathtub life", "t1", earlyHours, "in (0, 1e6) h");
        LifeLaw.require(lateHours > 0 && lateHours < 1e6, "bathtub life", "t2", lateHours, "in (0, 1e6) h");
        LifeLaw.require(bHours > 0 && bHours < 1e6, "bathtub life", "b", bHours, "in (0, 1e6) h");
        LifeLaw.require(limitHours > 0 && limitHours < 1e6, "bathtub life", "limit", limitHours, "in (0, 1e6) h");
        double atLimit = a * (1 - Math.exp(-limitHours / earlyHours) + Math.exp((limitHours - bHours) / lateHours));
        LifeLaw.require(atLimit <= 1, "bathtub life", "F at the limit", atLimit, "at most 1: choose a smaller A");
    }

    /** F as printed, without the atom at the limit; hours. */
    public double printedCdf(double hours) {
        return a * (1 - Math.exp(-hours / earlyHours) + Math.exp((hours - bHours) / lateHours));
    }

    /** When the printed law reaches 1, hours. */
    public double printedEndHours() {
        return bHours + lateHours * Math.log(1 / a - 1 + Math.exp(-bHours / earlyHours));
    }

    /** The probability of dying exactly at the limit. */
    public double massAtLimit() {
        return 1 - printedCdf(limitHours);
    }

    /** Hazard of the density as printed, times survival: f(t), per hour. */
    public double density(double hours) {
        return a * (Math.exp(-hours / earlyHours) / earlyHours + Math.exp((hours - bHours) / lateHours) / lateHours);
    }

    /** The integral of t f(t) from one age to another, hours. */
    public double partialMeanHours(double from, double to) {
        return primitive(to) - primitive(from);
    }

    private double primitive(double t) {
        return -a * (t + earlyHours) * Math.exp(-t / earlyHours)
                + a * (t - lateHours) * Math.exp((t - bHours) / lateHours);
    }

    /** Expected hours of a job of T hours that fails at most once and starts again: T plus the integral of t f(t) to T. */
    public double expectedHoursWithOneFailure(double workHours) {
        return workHours + partialMeanHours(0, workHours);
    }

    /** Whether a job of T hours does better on a machine of this age than on a fresh one. */
    public boolean reuse(double ageHours, double workHours) {
        return partialMeanHours(ageHours, ageHours + workHours) <= partialMeanHours(0, workHours);
    }

    @Override
    public double cdf(double seconds) {
        double hours = seconds / HOUR;
        return hours < 0 ? 0 : hours >= limitHours ? 1 : printedCdf(hours);
    }

    @Override
    public double quantile(double probability) {
        if (probability >= printedCdf(limitHours)) {
            return limitHours * HOUR;
        }
        double low = 0;
        double high = limitHours;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (printedCdf(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high * HOUR;
    }

    @Override
    public double meanSeconds() {
        return (partialMeanHours(0, limitHours) + limitHours * massAtLimit()) * HOUR;
    }
}
