package clock2cloud.spot.price;

import java.util.ArrayList;
import java.util.List;

/**
 * What a standing bid would have met: the machine is held while the price is at or under the bid, and lost, without
 * warning, the moment the price rises above it.
 *
 * @param heldFraction share of the time held
 * @param meanPaidDollarsPerHour time mean of the price while held; 0 when never held
 * @param evictions times the machine was lost
 * @param spells the stretches of time held
 */
public record BidOutcome(
        double bidDollarsPerHour,
        double heldFraction,
        double meanPaidDollarsPerHour,
        int evictions,
        List<Spell> spells) {

    /** From when to when the machine was held, and whether it was lost at the end (or the record ended). */
    public record Spell(double startSeconds, double endSeconds, boolean evicted) {}

    public static BidOutcome of(PricePath path, double bidDollarsPerHour) {
        if (!(bidDollarsPerHour > 0 && bidDollarsPerHour < 1e9)) {
            throw new IllegalArgumentException("bid = " + bidDollarsPerHour + " $/h must be in (0, 1e9)");
        }
        List<Spell> spells = new ArrayList<>();
        double held = 0;
        double paid = 0;
        double since = Double.NaN;
        for (int i = 0; i < path.stretches(); i++) {
            boolean in = path.priceOf(i) <= bidDollarsPerHour;
            if (in) {
                since = Double.isNaN(since) ? path.startOf(i) : since;
                held += path.endOf(i) - path.startOf(i);
                paid += path.priceOf(i) * (path.endOf(i) - path.startOf(i));
            } else if (!Double.isNaN(since)) {
                spells.add(new Spell(since, path.startOf(i), true));
                since = Double.NaN;
            }
        }
        if (!Double.isNaN(since)) {
            spells.add(new Spell(since, path.endSeconds(), false));
        }
        int evictions = (int) spells.stream().filter(Spell::evicted).count();
        return new BidOutcome(
                bidDollarsPerHour,
                held / path.durationSeconds(),
                held == 0 ? 0 : paid / held,
                evictions,
                List.copyOf(spells));
    }

    /** Evictions per hour held; 0 when never held. */
    public double evictionsPerHeldHour() {
        double heldSeconds = spells.stream()
                .mapToDouble(spell -> spell.endSeconds() - spell.startSeconds())
                .sum();
        return heldSeconds == 0 ? 0 : evictions * 3600 / heldSeconds;
    }
}
