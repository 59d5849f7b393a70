package clock2cloud.app.spot;

import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.bill.PriceList;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.spot.market.RegimeSwitching;
import clock2cloud.spot.price.BidOutcome;
import clock2cloud.spot.price.PricePath;
import clock2cloud.spot.rule.Regime;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The sentences about the spot market in the blog post of 20 July 2017, each with data that is computed here and a verdict. */
public final class SpotSentences {
    private static final double HOUR = 3600;
    private static final LocalDate BLOG = LocalDate.of(2017, 7, 20);
    private static final double ON_DEMAND = PriceList.JULY_2017.onDemandDollarsPerHour("p2.xlarge");

    private SpotSentences() {}

    /**
     * One sentence.
     *
     * @param holds whether it is true as it stands
     * @param source where the data come from
     */
    public record Line(String sentence, String data, String verdict, boolean holds, String source) {}

    static List<Line> lines() {
        return List.of(warning(), lost(), eighty(), ninety(), seventeen(), bidsMore());
    }

    public static Line warning() {
        double before = Regime.on(LocalDate.of(2015, 1, 4)).noticeSeconds();
        double since = Regime.on(LocalDate.of(2015, 1, 5)).noticeSeconds();
        double then = Regime.on(BLOG).noticeSeconds();
        return new Line(
                "the machine is taken away immediately, without warning",
                say(
                        "EC2's rules: a warning of %.0f s on 4 January 2015, of %.0f s, best effort, from 5 January; of %.0f s on"
                                + " the blog's day",
                        before, since, then),
                then > 0 ? "false in 2017; true until January 2015" : "true",
                !(then > 0),
                "EC2 termination notices, 5 January 2015");
    }

    private static Line lost() {
        return new Line(
                "the work is lost",
                say(
                        "what was not saved is; but the killed hour was free until October 2017: with one eviction an hour %.1f%%"
                                + " of the hours run, with one in five hours %.2f%%",
                        100 * BillingRule.KILLED_HOUR_FREE.freeShare(1),
                        100 * BillingRule.KILLED_HOUR_FREE.freeShare(0.2)),
                "true, and partly paid back",
                true,
                "closed form of the killed hour");
    }

    private static Line eighty() {
        return new Line(
                "AWS never goes above 80% capacity",
                "no source found; a parameter of the auction here (a fifth is never sold), not a fact",
                "unsourced",
                false,
                "none");
    }

    public static Line ninety() {
        return new Line(
                "up to 90% cheaper",
                say(
                        "Amazon's own words; $0.17 against $%.2f is %.1f%%; the best pool of Zheng et al. (2014) paid $0.0331"
                                + " against $0.35, %.1f%%",
                        ON_DEMAND, 100 * (1 - 0.17 / ON_DEMAND), 100 * (1 - 0.0331 / 0.35)),
                "true as a maximum",
                true,
                "Amazon's wording; Zheng et al. (SIGCOMM 2015), table 3");
    }

    public static Line seventeen() {
        return new Line(
                "$0.17 an hour",
                say(
                        "published records of p2.xlarge: us-east-1b, August to October 2017, mean $0.180, %.0f%% under on-demand;"
                                + " us-east-1a, June to October, median $0.27, mean $1.68, %.0f%% over it, with plateaus at %.0f times"
                                + " on-demand",
                        100 * (1 - 0.180 / ON_DEMAND), 100 * (1.68 / ON_DEMAND - 1), 9.00 / ON_DEMAND),
                "true in zone 1b, false in zone 1a",
                true,
                "published price records, not shipped");
    }

    private static Line bidsMore() {
        PricePath path = new RegimeSwitching(0.17, ON_DEMAND, 10, 40 * HOUR, 1.5 * HOUR, 0.15, 300)
                .path(new SplittableRandom(2017), 90 * 24 * HOUR);
        return new Line(
                "whoever bids more keeps the machine",
                say(
                        "until 28 November 2017 the lowest bids were ended first; on 90 simulated days a bid of $0.45 is lost %d"
                                + " times, of $0.90 %d times, of $9.00 %d times. Since then capacity decides, and bids are not taken",
                        BidOutcome.of(path, 0.45).evictions(),
                        BidOutcome.of(path, 0.90).evictions(),
                        BidOutcome.of(path, 9.00).evictions()),
                Regime.on(BLOG).bids() ? "true in 2017" : "false",
                Regime.on(BLOG).bids(),
                "rules of EC2 by date; regime-switching market");
    }

    /** What losing the machine costs, in one paragraph. */
    static String cost() {
        CheckpointedRun bare = new CheckpointedRun(5 * HOUR, 0, 0, 5 * HOUR);
        CheckpointedRun saved = new CheckpointedRun(5 * HOUR, 120, 300, 5 * HOUR);
        return say(
                "What losing the machine costs: 5 h of work on machines that live 5 h in the mean take %.3f h without checkpoints"
                        + " and without restart cost, %.3f h with five minutes of restart, and %.3f h in ten pieces with a"
                        + " two-minute checkpoint between them.",
                bare.expectedSecondsWithoutCheckpoint() / HOUR,
                saved.expectedSecondsWithoutCheckpoint() / HOUR,
                saved.expectedSeconds(1800) / HOUR);
    }

    /** The page of the documentation. */
    static String page() {
        StringBuilder page = new StringBuilder("# The spot sentences of 2017, checked\n\n")
                .append(
                        "Each sentence of the blog post of 20 July 2017 about the spot market, with the data and the verdict. This page"
                                + " is what\n`./c2c spot facts` computes; the test suite refuses it when a number has moved.\n\n")
                .append("| sentence | data | verdict |\n|---|---|---|\n");
        for (Line line : lines()) {
            page.append(say("| \"%s\" | %s | %s |\n", line.sentence(), line.data(), line.verdict()));
        }
        return page.append('\n').append(cost()).append('\n').toString();
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
