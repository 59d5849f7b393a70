package clock2cloud.spot.market;

import java.util.random.RandomGenerator;

/**
 * How much bidders bid, as a multiple of on-demand or in dollars. Agmon Ben-Yehuda et al., ACM TEAC 1(3):16 (2013), section 6,
 * with on-demand at 1: three models of what nobody outside can see.
 */
public enum BidLaw {
    /** Pareto with index 2 from the least price on: many bid little, a few bid a lot. */
    PARETO {
        @Override
        double draw(RandomGenerator random, double least, double onDemand) {
            return least / Math.sqrt(1 - random.nextDouble());
        }
    },
    /** Normal about 0.7 of on-demand with a deviation of 0.3, drawn again under the least price. */
    NORMAL {
        @Override
        double draw(RandomGenerator random, double least, double onDemand) {
            double bid;
            do {
                bid = onDemand * (0.7 + 0.3 * random.nextGaussian());
            } while (bid < least);
            return bid;
        }
    },
    /** Even between the least price and on-demand, as of bidders that bid by how long they run. */
    LINEAR {
        @Override
        double draw(RandomGenerator random, double least, double onDemand) {
            return onDemand - (onDemand - least) * random.nextDouble();
        }
    };

    abstract double draw(RandomGenerator random, double least, double onDemand);
}
