package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.eviction.FixedLife;
import clock2cloud.spot.job.BidSpells;
import clock2cloud.spot.job.RenewalSpells;
import clock2cloud.spot.price.BidOutcome;
import clock2cloud.spot.price.PricePath;
import clock2cloud.spot.rule.Regime;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who says when the machines of a rehearsal die: a law of lives at one price, or a bid on a market's prices. */
final class DeathOptions {
    @Option(
            names = "--mean-life",
            defaultValue = "40min",
            converter = Converters.Seconds.class,
            description = "Of a machine (default: 40min).")
    double meanLifeSeconds;

    @Option(
            names = "--price",
            defaultValue = "0.17",
            converter = Converters.DollarsPerHour.class,
            description = "That is paid while --mean-life says who dies (default: $0.17/h).")
    double dollarsPerHour;

    @Option(
            names = "--bid",
            converter = Converters.DollarsPerHour.class,
            description =
                    "The prices of --model or --history say who dies and what is paid; --mean-life and --price are then"
                            + " unused.")
    Optional<Double> bidDollarsPerHour = Optional.empty();

    @Option(
            names = "--start",
            defaultValue = "0s",
            converter = Converters.Seconds.class,
            description = "Of the job, in the prices that --bid meets (default: at their beginning).")
    double startSeconds;

    @Mixin
    MarketOptions market;

    @Option(names = "--date", defaultValue = "2017-07-20", description = "Whose billing rules hold.")
    LocalDate date;

    Regime regime() {
        return bidDollarsPerHour.isPresent() ? Regime.withBids(date) : Regime.on(date);
    }

    Deaths deaths(Common common) {
        if (bidDollarsPerHour.isPresent()) {
            return bid(bidDollarsPerHour.get(), common);
        }
        if (market.recorded.given() || startSeconds > 0) {
            throw new IllegalArgumentException(
                    "--history and --start go with --bid, which says at what price the machine dies");
        }
        return new Deaths(
                () -> new RenewalSpells(
                        new ExponentialLife(meanLifeSeconds),
                        new FixedLife(0),
                        dollarsPerHour,
                        MarketOptions.random(common.seed())),
                time -> dollarsPerHour,
                0,
                meanLifeSeconds,
                Optional.empty());
    }

    private Deaths bid(double bid, Common common) {
        regime().checkedBid(bid, market.onDemandDollarsPerHour);
        PricePath path = market.path(common);
        BidOutcome outcome = BidOutcome.of(path, bid);
        if (outcome.spells().isEmpty()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a bid of $%s/h never gets a machine: in %.1f h the price is never at or under it",
                    bid,
                    path.durationSeconds() / 3600));
        }
        double start = path.startSeconds() + startSeconds;
        if (!(start < path.endSeconds())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "--start is after the prices, which last %.1f h", path.durationSeconds() / 3600));
        }
        double perHour = outcome.evictionsPerHeldHour();
        return new Deaths(
                () -> new BidSpells(path, bid),
                path::at,
                start,
                perHour == 0 ? Double.POSITIVE_INFINITY : 3600 / perHour,
                Optional.of(outcome));
    }
}
