package clock2cloud.spot.bid;

/**
 * The optimal bids of Zheng et al., SIGCOMM 2015, for prices drawn afresh every slot.
 *
 * @param workSeconds ts, at least one slot
 * @param restartSeconds tr, lost at every interruption
 * @param slotSeconds tk, how long a price holds
 */
public record ZhengBid(double workSeconds, double restartSeconds, double slotSeconds) {
    public ZhengBid {
        if (!(slotSeconds > 0) || !(workSeconds >= slotSeconds && workSeconds < 1e10) || !(restartSeconds >= 0)) {
            throw new IllegalArgumentException("bid: work " + workSeconds + " s must be at least one slot of "
                    + slotSeconds + " s, and the restart " + restartSeconds + " s 0 or more");
        }
    }

    /** The percentile of a one-time bid, 1 - tk / ts: it is expected to run just as long as the work takes. */
    public double oneTimePercentile() {
        return 1 - slotSeconds / workSeconds;
    }

    public double oneTimeBid(PriceLaw law) {
        return law.quantile(oneTimePercentile());
    }

    /** Whether a persistent request with this share of good slots ever finishes: tr below tk / (1 - F). */
    public boolean feasible(double share) {
        return restartSeconds * (1 - share) < slotSeconds;
    }

    /**
     * Expected seconds on machines of a persistent bid that holds a share F of the slots. Erratum: equation 13 prints (ts -
     * tr) / (1 - (tr/tk)(1 - F)); counting the interruptions exactly, one fewer than the stretches, gives the numerator ts -
     * tr (1 - F).
     */
    public double runningSeconds(double share) {
        return feasible(share)
                ? (workSeconds - restartSeconds * (1 - share)) / (1 - restartSeconds / slotSeconds * (1 - share))
                : Double.POSITIVE_INFINITY;
    }

    /** Equation 13 as printed. */
    public double printedRunningSeconds(double share) {
        return (workSeconds - restartSeconds) / (1 - restartSeconds / slotSeconds * (1 - share));
    }

    /**
     * Machine time of a job cut into M parallel parts with an overhead of to for cutting it: the sum of T_i F = (ts + to - M
     * tr) / (1 - (tr/tk)(1 - F)), as the paper prints it, equation 19.
     */
    public double printedMapReduceSeconds(double share, int parts, double overheadSeconds) {
        return (workSeconds + overheadSeconds - parts * restartSeconds)
                / (1 - restartSeconds / slotSeconds * (1 - share));
    }

    /** Expected completion of a persistent bid: running time over the share of good slots. */
    public double completionSeconds(double share) {
        return share > 0 ? runningSeconds(share) / share : Double.POSITIVE_INFINITY;
    }

    /** Expected cost of a persistent bid. */
    public double persistentDollars(PriceLaw law, double bid) {
        double share = law.cdf(bid);
        return share > 0 && feasible(share)
                ? runningSeconds(share) * law.meanPaid(bid) / 3600
                : Double.POSITIVE_INFINITY;
    }

    /** The level at which a persistent bid costs least; infinite when none is feasible. */
    public double persistentBid(PriceLaw law) {
        double best = Double.POSITIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (double level : law.levels()) {
            double dollars = persistentDollars(law, level);
            if (dollars < least) {
                least = dollars;
                best = level;
            }
        }
        return best;
    }

    /** Equation 16: the optimum has psi(p) = tk/tr - 1, whatever the work. */
    public double psiAtOptimum() {
        return slotSeconds / restartSeconds - 1;
    }

    /** psi(p) = F (S / (p F - S) - 1), S the integral of x f up to p. */
    public static double psi(PriceLaw law, double price) {
        double share = law.cdf(price);
        double paid = share * law.meanPaid(price);
        return share * (paid / (price * share - paid) - 1);
    }

    /** psi of prices uniform on [a, b]: 2a / (b - a) for every p, so that the best bid is one of the ends. */
    public static double psiOfUniform(double a, double b) {
        return 2 * a / (b - a);
    }
}
