package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * Resistance and inductance charging a capacitance: it rings when {@code zeta = R/2 sqrt(C/L) < 1}.
 *
 * <p>{@code v = 1 - e^(-at) (cos wt + a/w sin wt)}, {@code a = R/2L}, {@code w^2 = 1/LC - a^2}; overshoot
 * {@code exp(-pi zeta / sqrt(1 - zeta^2))} at {@code pi / w}. Nilsson and Riedel, <i>Electric Circuits</i>, chapter 8.
 * Leaves out that L and C are spread along a wire ({@link LossyLine}).
 */
public record SeriesRlc(double ohms, double henries, double farads) implements StepResponse {
    public SeriesRlc {
        Domain.notNegative("RLC wire", "resistance", ohms, "ohm");
        Domain.positive("RLC wire", "inductance", henries, "henry");
        Domain.positive("RLC wire", "capacitance", farads, "farad");
    }

    public double dampingRatio() {
        return ohms / 2 * Math.sqrt(farads / henries);
    }

    public double naturalRadiansPerSecond() {
        return 1 / Math.sqrt(henries * farads);
    }

    @Override
    public double at(double seconds) {
        if (seconds <= 0) {
            return 0;
        }
        double zeta = dampingRatio();
        double t = seconds * naturalRadiansPerSecond();
        if (Math.abs(zeta - 1) < 1e-7) {
            return 1 - Math.exp(-t) * (1 + t);
        }
        if (zeta < 1) {
            double w = Math.sqrt(1 - zeta * zeta);
            return 1 - Math.exp(-zeta * t) * (Math.cos(w * t) + zeta / w * Math.sin(w * t));
        }
        double w = Math.sqrt(zeta * zeta - 1);
        double slow = 1 / (zeta + w);
        double fast = zeta + w;
        return 1 - (fast * Math.exp(-slow * t) - slow * Math.exp(-fast * t)) / (2 * w);
    }

    /** Time to first reach {@code fraction} of the final value. */
    public double delaySeconds(double fraction) {
        return delaySeconds(fraction, Math.max(1, 2 * dampingRatio()) / naturalRadiansPerSecond());
    }

    /** How far above its final value it swings; 0 when it does not ring. */
    public double overshootFraction() {
        double zeta = dampingRatio();
        return zeta >= 1 ? 0 : Math.exp(-Math.PI * zeta / Math.sqrt(1 - zeta * zeta));
    }

    /** When it is highest: {@code pi / w}. */
    public double peakSeconds() {
        double zeta = dampingRatio();
        Domain.require(zeta < 1, "RLC wire: it does not ring at a damping ratio of %s, so it has no peak", zeta);
        return Math.PI / (naturalRadiansPerSecond() * Math.sqrt(1 - zeta * zeta));
    }
}
