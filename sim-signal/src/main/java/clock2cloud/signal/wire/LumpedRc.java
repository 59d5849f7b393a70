package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * One resistance charging one capacitance: {@code v(t) = V (1 - exp(-t / RC))}.
 *
 * <p>Delay to a fraction f: {@code RC ln(1 / (1 - f))}, so 0.69 RC to one half and 2.2 RC from 10% to 90%. Weste and
 * Harris, <i>CMOS VLSI Design</i> (2010), section 4.3. Leaves out that a real wire's R and C are spread along it ({@link
 * DrivenLine}), its inductance, and a driver that is not a resistor.
 */
public record LumpedRc(double ohms, double farads) implements StepResponse {
    private static final double LN_2 = Math.log(2);

    public LumpedRc {
        Domain.positive("RC wire", "resistance", ohms, "ohm");
        Domain.positive("RC wire", "capacitance", farads, "farad");
    }

    /** The wire of 1 ohm that has this time constant. */
    public static LumpedRc ofTimeConstant(double seconds) {
        return new LumpedRc(1, Domain.positive("RC wire", "time constant", seconds, "s"));
    }

    /** The wire whose step response has reached {@code fraction} after {@code seconds}: {@code RC = t / ln(1 / (1 - f))}. */
    public static LumpedRc through(double fraction, double seconds) {
        Domain.fraction("RC wire", "fraction reached", fraction);
        return ofTimeConstant(seconds / -Math.log1p(-fraction));
    }

    public double timeConstantSeconds() {
        return ohms * farads;
    }

    @Override
    public double at(double seconds) {
        return seconds <= 0 ? 0 : -Math.expm1(-seconds / timeConstantSeconds());
    }

    /** Time to reach {@code fraction} of the final value. */
    public double delaySeconds(double fraction) {
        Domain.fraction("RC wire", "fraction", fraction);
        return -Math.log1p(-fraction) * timeConstantSeconds();
    }

    /** From 10% to 90%: {@code RC ln 9}. */
    public double riseSeconds() {
        return Math.log(9) * timeConstantSeconds();
    }

    /** The -3 dB corner, {@code 1 / (2 pi RC)}; times the rise time it is 0.35. */
    public double bandwidthHertz() {
        return 1 / (2 * Math.PI * timeConstantSeconds());
    }

    /**
     * The highest clock at which any data is read with one threshold at half swing: {@code 1 / (RC ln 2)}. Beyond it the
     * worst-case eye {@code 1 - 2 exp(-T / RC)} is closed.
     */
    public double highestClockHertz() {
        return 1 / (LN_2 * timeConstantSeconds());
    }

    /**
     * The highest clock at which any data settles below {@code lowFraction} and above {@code highFraction} of the swing
     * within one bit: {@code exp(-T / RC) <= min(low, 1 - high)}.
     */
    public double highestClockHertz(double lowFraction, double highFraction) {
        Domain.fraction("RC wire", "low level", lowFraction);
        Domain.fraction("RC wire", "high level", highFraction);
        return 1 / (-Math.log(Math.min(lowFraction, 1 - highFraction)) * timeConstantSeconds());
    }
}
