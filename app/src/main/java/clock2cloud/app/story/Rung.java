package clock2cloud.app.story;

import java.util.Optional;

/**
 * One step of the ladder.
 *
 * @param effectiveFlopsPerSecond the work of an epoch over its forecast time
 * @param forecastSeconds of the whole run, with everything that happens once
 * @param lowSecondsPerEpoch and {@code high…}: nine runs in ten should fall between
 * @param errorFraction forecast over measured, less one; or the mean error against published timings
 * @param limiter compute, memory, host overhead, network, CPU share or eviction
 * @param because one line for people: what the limiter means here
 */
public record Rung(
        String name,
        String title,
        Optional<Double> clockHertz,
        double peakFlopsPerSecond,
        double effectiveFlopsPerSecond,
        double forecastSecondsPerEpoch,
        double lowSecondsPerEpoch,
        double highSecondsPerEpoch,
        double forecastSeconds,
        Optional<Double> measuredSecondsPerEpoch,
        Optional<Double> errorFraction,
        Trust trust,
        String limiter,
        Optional<Double> costDollars,
        String because) {
    /** What the forecast was held against. */
    public enum Trust {
        measured,
        published,
        timed,
        unchecked
    }

    /** A rung that costs no rent and that nothing was held against yet. */
    static Rung forecast(
            Job job,
            String name,
            String title,
            Optional<Double> clock,
            double peak,
            Epoch epoch,
            double once,
            String limiter,
            String because) {
        return new Rung(
                name,
                title,
                clock,
                peak,
                job.flopsPerEpoch() / epoch.seconds(),
                epoch.seconds(),
                epoch.low(),
                epoch.high(),
                once + job.epochs() * epoch.seconds(),
                Optional.empty(),
                Optional.empty(),
                Trust.unchecked,
                limiter,
                Optional.empty(),
                because);
    }

    /** This rung at a price. */
    Rung priced(double dollars, Trust heldAgainst) {
        return new Rung(
                name,
                title,
                clockHertz,
                peakFlopsPerSecond,
                effectiveFlopsPerSecond,
                forecastSecondsPerEpoch,
                lowSecondsPerEpoch,
                highSecondsPerEpoch,
                forecastSeconds,
                measuredSecondsPerEpoch,
                errorFraction,
                heldAgainst,
                limiter,
                Optional.of(dollars),
                because);
    }

    /** This rung with the clock's verdict. */
    Rung withMeasured(double secondsPerEpoch) {
        return new Rung(
                name,
                title,
                clockHertz,
                peakFlopsPerSecond,
                effectiveFlopsPerSecond,
                forecastSecondsPerEpoch,
                lowSecondsPerEpoch,
                highSecondsPerEpoch,
                forecastSeconds,
                Optional.of(secondsPerEpoch),
                Optional.of(forecastSecondsPerEpoch / secondsPerEpoch - 1),
                Trust.measured,
                limiter,
                costDollars,
                because);
    }
}
