package clock2cloud.signal.wire;

/**
 * Half-swing delay of a driven RLC line with a load in one formula, {@code t50 = (exp(-2.9 z^1.35) + 1.48 z) / wn}.
 *
 * <p>{@code z = R/2 sqrt(C/L) (a + b + ab + 1/2) / sqrt(1 + b)}, {@code wn = 1 / sqrt(L (C + CL))}, {@code a = Rd / R},
 * {@code b = CL / C}. Ismail and Friedman, <i>IEEE TVLSI</i> 8(2) 2000, eqs. 13 to 15, said to be within 5% of SPICE
 * for a and b up to 1. Against the exact line that is its mean; where the wavefront lands near half swing on a light load it
 * is up to 26% late. {@link #errorFraction} says how far it is here.
 */
public record IsmailFriedmanDelay(LossyLine line) {

    public double dampingRatio() {
        double a = line.driverOhms() / line.ohms();
        double b = line.loadFarads() / line.farads();
        return line.ohms() / 2 * Math.sqrt(line.farads() / line.henries()) * (a + b + a * b + 0.5) / Math.sqrt(1 + b);
    }

    public double delaySeconds() {
        double z = dampingRatio();
        return (Math.exp(-2.9 * Math.pow(z, 1.35)) + 1.48 * z)
                * Math.sqrt(line.henries() * (line.farads() + line.loadFarads()));
    }

    public double exactSeconds() {
        return line.delaySeconds(0.5);
    }

    /** How far {@link #delaySeconds} is from exact: +0.02 is 2% too slow. */
    public double errorFraction() {
        return delaySeconds() / exactSeconds() - 1;
    }
}
