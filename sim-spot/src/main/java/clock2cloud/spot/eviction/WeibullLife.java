package clock2cloud.spot.eviction;

import org.apache.commons.math3.special.Gamma;

/** F(t) = 1 - e^(-(t/s)^k): clustered evictions for k below 1, wear-out above. */
public record WeibullLife(double scaleSeconds, double shape) implements LifeLaw {
    public WeibullLife {
        LifeLaw.require(
                scaleSeconds > 0 && scaleSeconds < 1e12, "Weibull life", "scale", scaleSeconds, "in (0, 1e12) s");
        LifeLaw.require(shape > 0.05 && shape < 100, "Weibull life", "shape", shape, "in (0.05, 100)");
    }

    /** The law with this mean. */
    public static WeibullLife ofMean(double meanSeconds, double shape) {
        return new WeibullLife(meanSeconds / Gamma.gamma(1 + 1 / shape), shape);
    }

    @Override
    public double cdf(double seconds) {
        return seconds <= 0 ? 0 : -Math.expm1(-Math.pow(seconds / scaleSeconds, shape));
    }

    @Override
    public double quantile(double probability) {
        return scaleSeconds * Math.pow(-Math.log1p(-probability), 1 / shape);
    }

    @Override
    public double meanSeconds() {
        return scaleSeconds * Gamma.gamma(1 + 1 / shape);
    }
}
