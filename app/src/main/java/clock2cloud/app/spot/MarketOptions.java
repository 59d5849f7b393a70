package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.spot.market.BandedIncrements;
import clock2cloud.spot.market.BandedLevels;
import clock2cloud.spot.market.BidLaw;
import clock2cloud.spot.market.ChangeClock;
import clock2cloud.spot.market.CorrelatedZones;
import clock2cloud.spot.market.Market;
import clock2cloud.spot.market.Provider;
import clock2cloud.spot.market.RegimeSwitching;
import clock2cloud.spot.market.UniformPriceAuction;
import clock2cloud.spot.price.PricePath;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which market: one of the models, or a price file. */
final class MarketOptions {
    /** The models by name. */
    enum Model {
        AUCTION,
        BAND,
        LEVELS,
        PROVIDER,
        REGIMES,
        ZONES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    HistoryOptions recorded;

    @Option(names = "--model", defaultValue = "regimes", description = "${COMPLETION-CANDIDATES} (default: regimes).")
    Model model;

    @Option(
            names = "--bidders",
            defaultValue = "PARETO",
            description = "Of the auction: ${COMPLETION-CANDIDATES} (default: PARETO).")
    BidLaw bidLaw;

    @Option(names = "--on-demand", defaultValue = "0.90", converter = Converters.DollarsPerHour.class)
    double onDemandDollarsPerHour;

    @Option(
            names = "--calm",
            defaultValue = "0.17",
            converter = Converters.DollarsPerHour.class,
            description = "Calm price.")
    double calmDollarsPerHour;

    @Option(names = "--days", defaultValue = "90", description = "Length of a simulated history (default: 90).")
    double days;

    @Option(
            names = "--step",
            defaultValue = "5min",
            converter = Converters.Seconds.class,
            description = "Between prices.")
    double stepSeconds;

    @Option(
            names = "--changes",
            description =
                    "When the band's and the levels' prices change: ${COMPLETION-CANDIDATES} (default: every step).")
    Optional<ChangeClock> changes = Optional.empty();

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** The model with these prices; {@code zones} gives its first zone. */
    Market market() {
        if (!(days > 0 && days <= 3660)) {
            throw new IllegalArgumentException("--days " + days + " must be more than 0 and at most 3660");
        }
        if (changes.isPresent() && model != Model.BAND && model != Model.LEVELS) {
            throw new IllegalArgumentException("--changes goes with --model band or levels, not with " + model);
        }
        double cap = 10 * onDemandDollarsPerHour;
        return switch (model) {
            case AUCTION ->
                new UniformPriceAuction(
                        500,
                        0.2,
                        0.6,
                        60,
                        2 * 3600,
                        calmDollarsPerHour / 1.5,
                        cap,
                        bidLaw,
                        onDemandDollarsPerHour,
                        stepSeconds);
            case BAND ->
                clocked(BandedIncrements.published(0.9 * calmDollarsPerHour, 1.1 * calmDollarsPerHour, stepSeconds));
            case LEVELS ->
                clocked(BandedLevels.of2010(0.9 * calmDollarsPerHour, 1.1 * calmDollarsPerHour, stepSeconds));
            case PROVIDER ->
                Provider.pareto(
                        onDemandDollarsPerHour,
                        0.4 * calmDollarsPerHour,
                        0.98 * onDemandDollarsPerHour,
                        0.02,
                        5,
                        stepSeconds);
            case REGIMES ->
                new RegimeSwitching(
                        calmDollarsPerHour, onDemandDollarsPerHour, 10, 40 * 3600, 1.5 * 3600, 0.15, stepSeconds);
            case ZONES ->
                (random, seconds) -> CorrelatedZones.of2015(calmDollarsPerHour, onDemandDollarsPerHour, stepSeconds)
                        .paths(random, seconds)
                        .get(0);
        };
    }

    private Market clocked(Market every) {
        return changes.<Market>map(clock -> (random, seconds) -> clock.path(every, stepSeconds, random, seconds))
                .orElse(every);
    }

    /** The history read or simulated; what was odd in a file goes to progress. */
    PricePath path(Common common) {
        return recorded.given() ? recorded.path(common) : market().path(random(common.seed()), days * 86400);
    }

    String name() {
        return recorded.name().orElse(model + ", " + days + " days");
    }
}
