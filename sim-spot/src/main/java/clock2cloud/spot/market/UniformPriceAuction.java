package clock2cloud.spot.market;

import clock2cloud.spot.price.PricePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * An auction that clears: what the pool's owner has left over goes to the highest bids, and all pay the highest bid that was
 * not served (or the reserve price). Bidders arrive and leave; when capacity shrinks, the lowest bids go first. The rule of
 * EC2 until 28 November 2017.
 *
 * @param machines in the pool
 * @param reserveFraction share that is never sold on the spot market; 0.2 is the blog's "80 percent", unsourced
 * @param onDemandFraction mean share of the machines taken on demand, which the auction never sees
 * @param arrivalsPerHour of spot bidders, one machine each
 * @param meanStaySeconds how long a bidder wants its machine
 * @param bids how much they bid
 */
public record UniformPriceAuction(
        int machines,
        double reserveFraction,
        double onDemandFraction,
        double arrivalsPerHour,
        double meanStaySeconds,
        double reserveDollarsPerHour,
        double capDollarsPerHour,
        BidLaw bids,
        double onDemandDollarsPerHour,
        double slotSeconds)
        implements Market {

    /** With bids of the Pareto law, which knows no on-demand price. */
    public UniformPriceAuction(
            int machines,
            double reserveFraction,
            double onDemandFraction,
            double arrivalsPerHour,
            double meanStaySeconds,
            double reserveDollarsPerHour,
            double capDollarsPerHour,
            double slotSeconds) {
        this(
                machines,
                reserveFraction,
                onDemandFraction,
                arrivalsPerHour,
                meanStaySeconds,
                reserveDollarsPerHour,
                capDollarsPerHour,
                BidLaw.PARETO,
                capDollarsPerHour,
                slotSeconds);
    }

    public UniformPriceAuction {
        Market.require(machines >= 1 && machines <= 1_000_000, "auction", "machines", machines, "1 to a million");
        Market.require(reserveFraction >= 0 && reserveFraction < 1, "auction", "reserve", reserveFraction, "in [0, 1)");
        Market.require(
                onDemandFraction >= 0 && onDemandFraction < 1, "auction", "on-demand", onDemandFraction, "in [0, 1)");
        Market.require(
                arrivalsPerHour >= 0 && arrivalsPerHour < 1e7,
                "auction",
                "arrivals an hour",
                arrivalsPerHour,
                "in [0, 1e7)");
        Market.require(meanStaySeconds > 0, "auction", "stay", meanStaySeconds, "more than 0 s");
        Market.require(reserveDollarsPerHour > 0, "auction", "reserve price", reserveDollarsPerHour, "more than 0 $/h");
        Market.require(
                capDollarsPerHour > reserveDollarsPerHour,
                "auction",
                "cap",
                capDollarsPerHour,
                "over the reserve price");
        Market.require(
                onDemandDollarsPerHour > reserveDollarsPerHour,
                "auction",
                "on-demand",
                onDemandDollarsPerHour,
                "over the reserve price");
        Market.require(slotSeconds > 0, "auction", "slot", slotSeconds, "more than 0 s");
    }

    /** A bidder in the auction; ties between bids go to the earlier. */
    private record Bidder(long number, double bid, double leavesSeconds) {}

    /** What a slot came to. */
    public record Slot(double seconds, int capacity, int bidders, int served, int evicted, double dollarsPerHour) {}

    /** One slot after the other, with who was served and who was thrown out. */
    public List<Slot> slots(RandomGenerator random, double durationSeconds) {
        Comparator<Bidder> highestFirst =
                Comparator.comparingDouble(Bidder::bid).reversed().thenComparingLong(Bidder::number);
        TreeSet<Bidder> bidders = new TreeSet<>(highestFirst);
        List<Slot> slots = new ArrayList<>();
        int servedBefore = 0;
        double taken = onDemandFraction;
        long number = 0;
        int count = Market.slots(durationSeconds, slotSeconds);
        for (int i = 0; i < count; i++) {
            double now = i * slotSeconds;
            int leaving = leave(bidders, now, servedBefore);
            number = arrive(bidders, random, now, number);
            taken = Math.min(1, Math.max(0, taken + 0.05 * (onDemandFraction - taken) + 0.03 * random.nextGaussian()));
            int capacity = (int) Math.max(0, Math.floor(machines * (1 - reserveFraction - taken)));
            int served = Math.min(capacity, bidders.size());
            int evicted = Math.max(0, servedBefore - leaving - served);
            slots.add(new Slot(now, capacity, bidders.size(), served, evicted, clearingPrice(bidders, capacity)));
            servedBefore = served;
        }
        return slots;
    }

    /** Bidders that are done go; returns how many of them had a machine. */
    private static int leave(TreeSet<Bidder> bidders, double now, int served) {
        int place = 0;
        int had = 0;
        for (var each = bidders.iterator(); each.hasNext(); place++) {
            if (each.next().leavesSeconds() <= now) {
                each.remove();
                had += place < served ? 1 : 0;
            }
        }
        return had;
    }

    private long arrive(TreeSet<Bidder> bidders, RandomGenerator random, double now, long number) {
        long next = number;
        double mean = arrivalsPerHour * slotSeconds / 3600;
        for (double at = -Math.log1p(-random.nextDouble()); at < mean; at -= Math.log1p(-random.nextDouble())) {
            double stay = -meanStaySeconds * Math.log1p(-random.nextDouble());
            bidders.add(new Bidder(next++, bid(random), now + stay));
        }
        return next;
    }

    /** By the law of the bidders; never above the cap. */
    private double bid(RandomGenerator random) {
        return Math.min(capDollarsPerHour, bids.draw(random, reserveDollarsPerHour, onDemandDollarsPerHour));
    }

    /** The highest bid that is not served; the reserve price when all are; the cap when nothing is on sale. */
    private double clearingPrice(TreeSet<Bidder> bidders, int capacity) {
        if (capacity == 0) {
            return capDollarsPerHour;
        }
        if (bidders.size() <= capacity) {
            return reserveDollarsPerHour;
        }
        int place = 0;
        for (Bidder bidder : bidders) {
            if (place++ == capacity) {
                return Slots.rounded(bidder.bid(), 0.0001);
            }
        }
        throw new IllegalStateException("more bidders than capacity, yet none unserved");
    }

    @Override
    public PricePath path(RandomGenerator random, double durationSeconds) {
        double[] prices = slots(random, durationSeconds).stream()
                .mapToDouble(Slot::dollarsPerHour)
                .toArray();
        return Slots.path(prices, slotSeconds);
    }
}
