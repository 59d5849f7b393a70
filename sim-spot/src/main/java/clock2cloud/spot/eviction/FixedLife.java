package clock2cloud.spot.eviction;

/** Always the same life; 0 for no wait at all. */
public record FixedLife(double meanSeconds) implements LifeLaw {
    public FixedLife {
        LifeLaw.require(meanSeconds >= 0 && meanSeconds < 1e12, "fixed life", "life", meanSeconds, "in [0, 1e12) s");
    }

    @Override
    public double cdf(double seconds) {
        return seconds >= meanSeconds ? 1 : 0;
    }

    @Override
    public double quantile(double probability) {
        return meanSeconds;
    }
}
