package clock2cloud.vm.capacity;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.positive;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * What selling more than there is risks: n independent guests want their v cores with probability p each and nothing
 * otherwise; the host has c. The chance that they want more than there is at once is the tail of a binomial law.
 *
 * @param guests n
 * @param coresPerGuest v
 * @param activeProbability p
 * @param cores c
 */
public record OvercommitRisk(int guests, double coresPerGuest, double activeProbability, double cores) {
    public OvercommitRisk {
        atLeastOne(guests, "overcommit risk: guests");
        positive(coresPerGuest, "overcommit risk: cores per guest", "");
        fraction(activeProbability, "overcommit risk: active part");
        positive(cores, "overcommit risk: cores", "");
    }

    /** Sold over there. */
    public double overcommitRatio() {
        return guests * coresPerGuest / cores;
    }

    private BinomialDistribution law() {
        return new BinomialDistribution(null, guests, activeProbability);
    }

    private int fit() {
        return (int) Math.min(guests, Math.floor(cores / coresPerGuest * (1 + 1e-12)));
    }

    /** The chance that more is wanted than there is. */
    public double contentionProbability() {
        return fit() >= guests ? 0 : 1 - law().cumulativeProbability(fit());
    }

    /** Wanted and not given, over wanted, in the long run. */
    public double lostWorkFraction() {
        double wanted = guests * coresPerGuest * activeProbability;
        if (wanted == 0) {
            return 0;
        }
        BinomialDistribution law = law();
        double lost = 0;
        for (int active = fit() + 1; active <= guests; active++) {
            lost += law.probability(active) * (active * coresPerGuest - cores);
        }
        return lost / wanted;
    }

    /** The most guests with at most {@code contentionProbability}. */
    public static int guestsFor(double coresPerGuest, double active, double cores, double contentionProbability) {
        fraction(contentionProbability, "overcommit risk: accepted contention");
        positive(active, "overcommit risk: active part", "");
        int most = Math.max(1, (int) Math.floor(cores / coresPerGuest));
        while (new OvercommitRisk(most + 1, coresPerGuest, active, cores).contentionProbability()
                        <= contentionProbability
                && most < 1_000_000) {
            most++;
        }
        return most;
    }
}
