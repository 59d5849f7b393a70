package clock2cloud.cluster;

import java.util.List;

/**
 * What is left of a capacity when several use it at once: the more threads, flows or readers, the more is lost to switching, seeking
 * and colliding; or the more is gained, when one alone cannot keep the resource busy.
 *
 * <p>A server with load-dependent rate (Lazowska and others, <i>Quantitative System Performance</i>, 1984, 8.5); SimGrid calls it
 * non-linear sharing. Leaves out who the users are: they all count alike.
 */
public interface Contention {
    /** Above zero and at most one, of what one could have at best, for at least one user. */
    double leftFraction(int users);

    /** Every user beyond the first takes the same fraction away: 1 − loss (users − 1). */
    record Loss(double fractionPerUser) implements Contention {
        public Loss {
            Domain.fraction("Contention", "the loss of each further user", fractionPerUser);
        }

        @Override
        public double leftFraction(int users) {
            double left = 1 - fractionPerUser * (users - 1);
            String most = "at most " + (int) Math.ceil(1 / fractionPerUser) + ", when each further one takes "
                    + fractionPerUser + " of the capacity";
            Domain.require(left > 0, "Contention", "the number of users", most, users);
            return left;
        }
    }

    /** As measured beside one user, two, and so on; the last holds for all more. */
    record Measured(List<Double> leftFractions) implements Contention {
        public Measured {
            leftFractions = List.copyOf(leftFractions);
            Domain.atLeast(1, "Contention", "the number of measured capacities", leftFractions.size());
        }

        /** @param capacities each above zero and at most {@code most} */
        public static Measured of(double most, List<Double> capacities) {
            for (double capacity : capacities) {
                Domain.require(
                        capacity > 0 && capacity <= most,
                        "Contention",
                        "a measured capacity",
                        "above 0 and at most " + most,
                        capacity);
            }
            return new Measured(
                    capacities.stream().map(capacity -> capacity / most).toList());
        }

        @Override
        public double leftFraction(int users) {
            return leftFractions.get(Math.min(users, leftFractions.size()) - 1);
        }
    }
}
