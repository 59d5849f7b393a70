package clock2cloud.app.spot;

import clock2cloud.app.TrustLine;
import clock2cloud.spot.bid.ZhengBid;
import clock2cloud.spot.market.Autocorrelation;
import clock2cloud.spot.market.BandedIncrements;
import clock2cloud.spot.market.BandedLevels;
import clock2cloud.spot.market.CorrelatedZones;
import clock2cloud.spot.policy.PublicEvaluator;
import clock2cloud.spot.price.PricePath;
import java.util.Arrays;
import java.util.List;

/** What the prices, bids and policies of this floor were compared with. */
final class MarketChecks {
    private static final double[] RECORDED_2010 = {-0.452, 0.216, -0.726, 0.334, 0.557, 0.327};

    private MarketChecks() {}

    static List<TrustLine> lines() {
        return List.of(
                policies().computed(),
                percentiles().computed(),
                levels().withNoise("nine pools, one record of each"),
                printed().withNoise("nine pools, one record of each"),
                outages().withNoise("one record"));
    }

    private static TrustLine policies() {
        List<PublicEvaluator.Scenario> scenarios = PublicEvaluator.scenarios();
        return TrustLine.of(
                "spot",
                "cost of greedy and Uniform Progress",
                "the public evaluator of Can't Be Late (FrontierCS/Frontier-CS @4d508c195476, MIT)",
                "two K80 pools of 2022, deadlines of 52 and 70 h, 30 windows each",
                scenarios.stream()
                        .mapToDouble(PublicEvaluator.Scenario::ourDollars)
                        .toArray(),
                scenarios.stream()
                        .mapToDouble(PublicEvaluator.Scenario::theirDollars)
                        .toArray(),
                1e-7);
    }

    private static TrustLine percentiles() {
        return TrustLine.of(
                "spot",
                "percentile of a one-time bid",
                "Zheng et al., SIGCOMM 2015, as printed",
                "jobs of 1 and 5 h, slots of 5 min",
                new double[] {
                    100 * new ZhengBid(3600, 30, 300).oneTimePercentile(),
                    100 * new ZhengBid(5 * 3600, 30, 300).oneTimePercentile()
                },
                new double[] {91.67, 98.33},
                0.0001);
    }

    private static TrustLine levels() {
        double[] prices = new BandedLevels(0.4, 0.45, -0.5, 0.669, 0, 300).prices(MarketOptions.random(7), 36_000);
        return TrustLine.ofMean(
                "spot",
                "band of 2010, levels in a copula",
                "nine recorded pools of 2010 (adamcrosby/ec2-analysis), medians",
                "correlations of prices and increments, their spreads",
                statistics(prices),
                RECORDED_2010,
                0.06);
    }

    private static TrustLine printed() {
        double[] prices =
                new BandedIncrements(0.4, 0.45, 0.7, 0.39, 0.001, 300).prices(MarketOptions.random(7), 36_000);
        return TrustLine.of(
                        "spot",
                        "band of 2010, as printed",
                        "nine recorded pools of 2010 (adamcrosby/ec2-analysis), medians",
                        "correlations of prices and increments, their spreads",
                        statistics(prices),
                        RECORDED_2010,
                        0)
                .bounded(TrustLine.Bound.NONE, 0);
    }

    /** Price lags one and two, increment lags one and two, spread of increments and of prices over the band. */
    private static double[] statistics(double... prices) {
        double[] steps = new double[prices.length - 1];
        Arrays.setAll(steps, i -> prices[i + 1] - prices[i]);
        return new double[] {
            Autocorrelation.of(prices, 1),
            Autocorrelation.of(prices, 2),
            Autocorrelation.of(steps, 1),
            Autocorrelation.of(steps, 2),
            spread(steps) / 0.05,
            spread(prices) / 0.05
        };
    }

    private static double spread(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    /** Shares of twenty years above on-demand: each zone, and all three at once. */
    private static TrustLine outages() {
        List<PricePath> zones =
                CorrelatedZones.of2015(0.09, 0.65, 1800).paths(MarketOptions.random(7), 20 * 365 * 86400.0);
        double[] shares = new double[4];
        int samples = 0;
        for (double time = 900; time < zones.get(0).endSeconds(); time += 1800, samples++) {
            int out = 0;
            for (int zone = 0; zone < 3; zone++) {
                boolean above = zones.get(zone).at(time) > 0.65;
                shares[zone] += above ? 1 : 0;
                out += above ? 1 : 0;
            }
            shares[3] += out == 3 ? 1 : 0;
        }
        for (int i = 0; i < 4; i++) {
            shares[i] /= samples;
        }
        return TrustLine.of(
                "spot",
                "outages of three zones, singly and together",
                "price records of g2.2xlarge, 2015 (fitted to them)",
                "share of the time above on-demand: 6.5, 18.5, 3.7%, all at once 2.34%",
                shares,
                new double[] {0.065, 0.185, 0.037, 0.0234},
                0.05);
    }
}
