package clock2cloud.spot.eviction;

/** The memoryless law, F(t) = 1 - e^(-t/M). Real evictions cluster: it promises too few short and too few long lives. */
public record ExponentialLife(double meanSeconds) implements LifeLaw {
    public ExponentialLife {
        LifeLaw.require(
                meanSeconds > 0 && meanSeconds < 1e12, "exponential life", "mean", meanSeconds, "in (0, 1e12) s");
    }

    @Override
    public double cdf(double seconds) {
        return seconds <= 0 ? 0 : -Math.expm1(-seconds / meanSeconds);
    }

    @Override
    public double quantile(double probability) {
        return -meanSeconds * Math.log1p(-probability);
    }
}
