package clock2cloud.spot.rule;

import clock2cloud.spot.bill.BillingRule;
import java.time.LocalDate;

/** The rules in force from a day on. */
public enum Regime {
    /** Launch: a uniform price within a band, bids, the killed part of an hour free, no warning. */
    BAND_2009("2009-12-14", true, Double.POSITIVE_INFINITY, 0, BillingRule.KILLED_HOUR_FREE, BillingRule.HOUR_BEGUN),
    /** Bids limited to 4 times on-demand unless asked for. */
    LIMIT_2013("2013-12-20", true, 4, 0, BillingRule.KILLED_HOUR_FREE, BillingRule.HOUR_BEGUN),
    /** A warning of two minutes, best effort; the data of 2015 to 2017 show a limit of 10 times on-demand. */
    AUCTION_2015("2015-01-05", true, 10, 120, BillingRule.KILLED_HOUR_FREE, BillingRule.HOUR_BEGUN),
    /** Billing by the second. */
    SECONDS_2017("2017-10-02", true, 10, 120, BillingRule.SECOND_FIRST_HOUR_FREE, BillingRule.SECOND),
    /** No bids: the price follows long-term supply and demand, machines are taken for capacity, on-demand is the limit. */
    CAPACITY_2017("2017-11-28", false, 1, 120, BillingRule.SECOND_FIRST_HOUR_FREE, BillingRule.SECOND),
    /** A rebalance recommendation may come before the two minutes. */
    TODAY("2020-11-05", false, 1, 120, BillingRule.SECOND_FIRST_HOUR_FREE, BillingRule.SECOND);

    private final LocalDate from;
    private final boolean bids;
    private final double capRatio;
    private final double noticeSeconds;
    private final BillingRule spot;
    private final BillingRule onDemand;

    Regime(String from, boolean bids, double capRatio, double noticeSeconds, BillingRule spot, BillingRule onDemand) {
        this.from = LocalDate.parse(from);
        this.bids = bids;
        this.capRatio = capRatio;
        this.noticeSeconds = noticeSeconds;
        this.spot = spot;
        this.onDemand = onDemand;
    }

    /** The rules of a day. */
    public static Regime on(LocalDate day) {
        Regime found = null;
        for (Regime regime : values()) {
            if (!day.isBefore(regime.from)) {
                found = regime;
            }
        }
        if (found == null) {
            throw new IllegalArgumentException(
                    "there was no spot market on " + day + "; it opened on " + BAND_2009.from);
        }
        return found;
    }

    /** The rules of a day on which bids are taken. */
    public static Regime withBids(LocalDate day) {
        Regime regime = on(day);
        if (!regime.bids) {
            throw new IllegalArgumentException("there are no bids under the rules of " + regime.from
                    + "; machines are taken for capacity. Choose a --date before 2017-11-28");
        }
        return regime;
    }

    public LocalDate from() {
        return from;
    }

    /** Whether the price is set by bids, and a machine is lost when it rises above one's own. */
    public boolean bids() {
        return bids;
    }

    /** The highest bid, as a multiple of on-demand. */
    public double capRatio() {
        return capRatio;
    }

    /** How long before an eviction the warning comes, at best; 0 when there is none. */
    public double noticeSeconds() {
        return noticeSeconds;
    }

    public BillingRule spotBilling() {
        return spot;
    }

    public BillingRule onDemandBilling() {
        return onDemand;
    }

    /** Refuses a bid that the rules of the day refuse. */
    public double checkedBid(double bid, double onDemandDollarsPerHour) {
        if (!(bid >= 0.001)) {
            throw new IllegalArgumentException("a bid of " + bid + " $/h is under the floor of 0.001 $/h");
        }
        if (bid > capRatio * onDemandDollarsPerHour * (1 + 1e-12)) {
            throw new IllegalArgumentException("a bid of " + bid + " $/h is over the cap of " + capRatio
                    + " x on-demand (" + capRatio * onDemandDollarsPerHour + " $/h) under the rules of " + from);
        }
        return bid;
    }
}
