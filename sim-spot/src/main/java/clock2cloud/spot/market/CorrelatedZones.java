package clock2cloud.spot.market;

import clock2cloud.spot.price.PricePath;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Several zones whose log prices move together: a Gaussian copula over first-order autoregressive scores, mapped to calm
 * prices and, above a level, to spikes up to the cap; and, for a share of the time, one cause that lifts every zone at once.
 * Zones that share a cause fail together far oftener than independence, or the correlation of their prices, promises.
 *
 * @param correlations between the zones' scores, a positive definite matrix with ones on its diagonal
 * @param calmDollarsPerHour median price
 * @param spikeProbabilities share of the time that each zone's price is above on-demand, for whatever cause
 * @param sharedCauseProbability share of the time that every zone's price is above on-demand for one cause
 * @param memorySeconds how long a score remembers
 */
public record CorrelatedZones(
        double[][] correlations,
        double calmDollarsPerHour,
        double onDemandDollarsPerHour,
        double[] spikeProbabilities,
        double sharedCauseProbability,
        double capRatio,
        double memorySeconds,
        double slotSeconds) {
    public CorrelatedZones {
        for (double probability : spikeProbabilities) {
            if (!(sharedCauseProbability >= 0 && sharedCauseProbability < probability && probability < 1)) {
                throw new IllegalArgumentException("zones: the shared cause's share of the time "
                        + sharedCauseProbability
                        + " must be at least 0 and less than every zone's share above on-demand, " + probability);
            }
        }
    }

    /**
     * The three zones of g2.2xlarge in 2015: correlations 0.70, 0.61, 0.51; above on-demand 6.5%, 18.5%, 3.7% of the time, and
     * all three 2.34% of it. The correlations alone would give 1.25%; the shared cause, 1.625% of the time, is fitted to the
     * rest.
     */
    public static CorrelatedZones of2015(double calm, double onDemand, double slotSeconds) {
        return new CorrelatedZones(
                new double[][] {{1, 0.70, 0.61}, {0.70, 1, 0.51}, {0.61, 0.51, 1}},
                calm,
                onDemand,
                new double[] {0.065, 0.185, 0.037},
                0.016248,
                10,
                2 * 3600,
                slotSeconds);
    }

    /**
     * The same zones, each by itself: no correlation, and no cause that they share. Each is above on-demand as often as before,
     * for causes that are all its own.
     */
    public CorrelatedZones independent() {
        double[][] alone = new double[correlations.length][correlations.length];
        for (int zone = 0; zone < alone.length; zone++) {
            alone[zone][zone] = 1;
        }
        return new CorrelatedZones(
                alone,
                calmDollarsPerHour,
                onDemandDollarsPerHour,
                spikeProbabilities,
                0,
                capRatio,
                memorySeconds,
                slotSeconds);
    }

    /** One path a zone. */
    public List<PricePath> paths(RandomGenerator random, double durationSeconds) {
        int slots = Market.slots(durationSeconds, slotSeconds);
        List<PricePath.Slots> zones = Stream.generate(() -> new PricePath.Slots(slotSeconds, slots))
                .limit(correlations.length)
                .toList();
        Scores scores = new Scores(random);
        for (int i = 0; i < slots; i++) {
            scores.addPrices(zones);
            scores.step();
        }
        return zones.stream().map(PricePath.Slots::path).toList();
    }

    /** The zones' scores, and that of the cause they share. */
    private final class Scores {
        private final RandomGenerator random;
        private final double[][] factor = cholesky(correlations);
        private final double[] tables = thresholds();
        private final double shared = threshold(sharedCauseProbability);
        private final double keep = Math.exp(-slotSeconds / memorySeconds);
        private final double noise = Math.sqrt(1 - keep * keep);
        private final double[] shock = new double[factor.length];
        private final double[] next = new double[factor.length];
        private final double[] score = new double[factor.length];
        private double cause;

        Scores(RandomGenerator random) {
            this.random = random;
            draw(random, factor, shock, score);
            cause = random.nextGaussian();
        }

        void addPrices(List<PricePath.Slots> zones) {
            double over = cause - shared;
            for (int zone = 0; zone < score.length; zone++) {
                double own = score[zone];
                zones.get(zone).add(price(over > 0 ? Math.max(own, tables[zone] + over) : own, tables[zone]));
            }
        }

        void step() {
            draw(random, factor, shock, next);
            for (int zone = 0; zone < score.length; zone++) {
                score[zone] = keep * score[zone] + noise * next[zone];
            }
            cause = keep * cause + noise * random.nextGaussian();
        }
    }

    /** Above which score a zone is out by itself, so that it is out as often as it shall be when the shared cause is added. */
    private double[] thresholds() {
        double[] thresholds = new double[spikeProbabilities.length];
        for (int zone = 0; zone < thresholds.length; zone++) {
            thresholds[zone] =
                    threshold((spikeProbabilities[zone] - sharedCauseProbability) / (1 - sharedCauseProbability));
        }
        return thresholds;
    }

    private static void draw(RandomGenerator random, double[][] factor, double[] shock, double[] into) {
        for (int i = 0; i < shock.length; i++) {
            shock[i] = random.nextGaussian();
            into[i] = 0;
            for (int j = 0; j <= i; j++) {
                into[i] += factor[i][j] * shock[j];
            }
        }
    }

    /** Calm below the threshold, from half the median up to on-demand; above it a spike that grows with the score. */
    private double price(double score, double threshold) {
        double price;
        if (score <= threshold) {
            double place = Math.max(-4, score) / Math.max(0.5, threshold);
            price = place <= 0
                    ? calmDollarsPerHour * (1 + place / 8)
                    : calmDollarsPerHour + (onDemandDollarsPerHour - calmDollarsPerHour) * place * place * place;
        } else {
            double over = 1 + (score - threshold) * (score - threshold) * 8;
            price = onDemandDollarsPerHour * Math.min(capRatio, over + 0.0002);
        }
        return Slots.rounded(Math.max(price, 0.0001), 0.0001);
    }

    /** Exceeded with this probability by a standard normal score; infinite for 0. */
    private static double threshold(double probability) {
        return -Math.sqrt(2) * org.apache.commons.math3.special.Erf.erfInv(2 * probability - 1);
    }

    private static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new IllegalArgumentException(
                            "zones: the correlations do not fit together (row " + (i + 1) + ")");
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
        return factor;
    }
}
