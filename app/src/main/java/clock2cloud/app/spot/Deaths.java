package clock2cloud.app.spot;

import clock2cloud.spot.job.Spells;
import clock2cloud.spot.price.BidOutcome;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * Who dies and at what price: the same for a forecast and for what is forecast.
 *
 * @param spells the same ones, from the beginning, at every call
 * @param priceAt dollars an hour at a time
 * @param startSeconds when the job begins
 * @param meanLifeSeconds by the law, or as the bid met it; infinite where no machine was ever lost
 * @param bid what a standing bid met; empty where a law says who dies
 */
record Deaths(
        Supplier<Spells> spells,
        DoubleUnaryOperator priceAt,
        double startSeconds,
        double meanLifeSeconds,
        Optional<BidOutcome> bid) {

    /** For a job that lost no machine: when there would have been one to lose. */
    String remark(double endSeconds) {
        return bid.map(met -> met.spells().stream()
                        .filter(spell -> spell.evicted() && spell.endSeconds() > endSeconds)
                        .findFirst()
                        .map(spell -> String.format(
                                Locale.ROOT,
                                " The bid held for the whole job. It first loses its machine %.1f h into the prices: a later"
                                        + " --start meets that.",
                                spell.endSeconds() / 3600))
                        .orElse(" The bid held for the whole job, and to the end of the prices."))
                .orElse("");
    }
}
