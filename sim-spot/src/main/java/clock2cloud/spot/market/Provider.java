package clock2cloud.spot.market;

import clock2cloud.spot.price.PricePath;
import java.util.random.RandomGenerator;

/**
 * A provider that sets the price to maximise beta log(1 + N) + pi N, N = L (pb - pi)/(pb - pl) bids accepted of L. Zheng,
 * Joe-Wong, Tan, Chiang and Wang, <i>How to Bid the Cloud</i>, SIGCOMM 2015. In equilibrium, with arrivals A a slot, pi =
 * h(A) = (pb - beta / (1 + A / theta)) / 2: always under half of on-demand.
 *
 * @param onDemandDollarsPerHour pb
 * @param minimumDollarsPerHour pl
 * @param beta weight of the utilisation term
 * @param theta share of accepted bids that finish in a slot
 * @param arrivals the law of A
 */
public record Provider(
        double onDemandDollarsPerHour,
        double minimumDollarsPerHour,
        double beta,
        double theta,
        Arrivals arrivals,
        double slotSeconds)
        implements Market {

    /** Bids that arrive in a slot. */
    public sealed interface Arrivals {
        double cdf(double arrivals);

        double density(double arrivals);

        double quantile(double probability);

        record Exponential(double mean) implements Arrivals {
            @Override
            public double cdf(double arrivals) {
                return arrivals <= 0 ? 0 : -Math.expm1(-arrivals / mean);
            }

            @Override
            public double density(double arrivals) {
                return arrivals < 0 ? 0 : Math.exp(-arrivals / mean) / mean;
            }

            @Override
            public double quantile(double probability) {
                return -mean * Math.log1p(-probability);
            }
        }

        record Pareto(double shape, double minimum) implements Arrivals {
            @Override
            public double cdf(double arrivals) {
                return arrivals <= minimum ? 0 : 1 - Math.pow(minimum / arrivals, shape);
            }

            @Override
            public double density(double arrivals) {
                return arrivals < minimum ? 0 : shape / arrivals * Math.pow(minimum / arrivals, shape);
            }

            @Override
            public double quantile(double probability) {
                return minimum * Math.pow(1 - probability, -1 / shape);
            }
        }
    }

    public Provider {
        Market.require(onDemandDollarsPerHour > 0, "provider", "on-demand", onDemandDollarsPerHour, "more than 0 $/h");
        Market.require(
                minimumDollarsPerHour >= 0 && minimumDollarsPerHour < onDemandDollarsPerHour / 2,
                "provider",
                "minimum price",
                minimumDollarsPerHour,
                "0 to half of on-demand");
        Market.require(beta > 0, "provider", "beta", beta, "more than 0");
        Market.require(theta > 0 && theta <= 1, "provider", "theta", theta, "in (0, 1]");
        Market.require(slotSeconds > 0, "provider", "slot", slotSeconds, "more than 0 s");
    }

    /** With Pareto arrivals whose least number gives the minimum price, as the paper fits. */
    public static Provider pareto(double pb, double pl, double beta, double theta, double shape, double slotSeconds) {
        double least = theta * (beta / (pb - 2 * pl) - 1);
        Market.require(
                least > 0,
                "provider",
                "beta",
                beta,
                "over pb - 2 pl, so that the least number of arrivals is positive");
        return new Provider(pb, pl, beta, theta, new Arrivals.Pareto(shape, least), slotSeconds);
    }

    /** Equation 3: the price that maximises the provider's gain from L waiting bids. */
    public double optimalPrice(double waitingBids) {
        double pb = onDemandDollarsPerHour;
        double a = (pb - minimumDollarsPerHour) / waitingBids;
        double inner = 0.75 * pb + a / 2 - 0.25 * Math.sqrt((pb + 2 * a) * (pb + 2 * a) + 8 * beta * a);
        return Math.max(minimumDollarsPerHour, inner);
    }

    /** What the provider gains at a price with L waiting bids. */
    public double gain(double price, double waitingBids) {
        double accepted =
                waitingBids * (onDemandDollarsPerHour - price) / (onDemandDollarsPerHour - minimumDollarsPerHour);
        return beta * Math.log1p(accepted) + price * accepted;
    }

    /** Equation 6: h(A). */
    public double equilibriumPrice(double arrivals) {
        return Math.max(minimumDollarsPerHour, (onDemandDollarsPerHour - beta / (1 + arrivals / theta)) / 2);
    }

    /** The inverse of h. */
    double arrivalsAt(double price) {
        return theta * (beta / (onDemandDollarsPerHour - 2 * price) - 1);
    }

    /** Probability of a price of at most this. */
    public double cdf(double price) {
        if (price < minimumDollarsPerHour) {
            return 0;
        }
        return price >= onDemandDollarsPerHour / 2 ? 1 : arrivals.cdf(arrivalsAt(price));
    }

    /**
     * Density of the price. Erratum: equation 7 prints f(h^-1(pi)) alone; the change of variable needs the factor 2 theta
     * beta / (pb - 2 pi)^2.
     */
    public double density(double price) {
        double rest = onDemandDollarsPerHour - 2 * price;
        return rest <= 0 ? 0 : printedDensity(price) * 2 * theta * beta / (rest * rest);
    }

    /** Equation 7 as printed; it does not integrate to 1. */
    public double printedDensity(double price) {
        return arrivals.density(arrivalsAt(price));
    }

    public double quantile(double probability) {
        return equilibriumPrice(arrivals.quantile(probability));
    }

    @Override
    public PricePath path(RandomGenerator random, double durationSeconds) {
        double[] prices = new double[Market.slots(durationSeconds, slotSeconds)];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = quantile(random.nextDouble());
        }
        return Slots.path(prices, slotSeconds);
    }
}
