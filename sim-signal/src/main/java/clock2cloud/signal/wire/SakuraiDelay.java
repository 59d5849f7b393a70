package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * Driver, distributed RC wire and load in one line: {@code t_v / RC = 0.1 + ln(1 / (1 - v)) (ab + a + b + 0.4)}, with
 * {@code a = Rd / R}, {@code b = CL / C}.
 *
 * <p>Sakurai, <i>IEEE JSSC</i> 18(4) 1983, eq. 3. An approximation made for v from one half to
 * nine tenths of the swing, where it is within 4%; {@link #errorFraction} says what it costs here.
 */
public record SakuraiDelay(double driverOhms, double ohms, double farads, double loadFarads) {
    public SakuraiDelay {
        new DrivenLine(driverOhms, ohms, farads, loadFarads);
    }

    public double delaySeconds(double fraction) {
        double a = driverOhms / ohms;
        double b = loadFarads / farads;
        return ohms
                * farads
                * (0.1 - Math.log1p(-Domain.fraction("Sakurai delay", "fraction", fraction)) * (a * b + a + b + 0.4));
    }

    public double exactSeconds(double fraction) {
        return new DrivenLine(driverOhms, ohms, farads, loadFarads).delaySeconds(fraction);
    }

    /** How far {@link #delaySeconds} is from exact: +0.02 is 2% too slow. */
    public double errorFraction(double fraction) {
        return delaySeconds(fraction) / exactSeconds(fraction) - 1;
    }
}
