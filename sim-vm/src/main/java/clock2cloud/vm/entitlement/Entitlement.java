package clock2cloud.vm.entitlement;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;

import java.util.Arrays;
import java.util.List;

/**
 * Weighted max-min sharing: <i>e<sub>i</sub> = clamp(λ s<sub>i</sub>, floor<sub>i</sub>, ceiling<sub>i</sub>)</i> with the
 * one water level λ at which the entitlements sum to the capacity (or everybody is at the ceiling). Exact: the level is
 * solved on its linear piece, not iterated.
 *
 * <p>A reservation that is not demanded is lent to the others; that is what distinguishes it from a partition.
 */
public final class Entitlement {
    private Entitlement() {}

    /** Divides {@code capacity}, in the order of {@code claims}. */
    public static double[] divide(double capacity, List<Claim> claims) {
        notNegative(capacity, "capacity", "units");
        int n = claims.size();
        double[] floor = new double[n];
        double[] ceiling = new double[n];
        double[] shares = new double[n];
        for (int i = 0; i < n; i++) {
            floor[i] = claims.get(i).floor();
            ceiling[i] = claims.get(i).ceiling();
            shares[i] = claims.get(i).shares();
        }
        return divide(capacity, floor, ceiling, shares);
    }

    /** The same on plain arrays, with floor ≤ ceiling for each. */
    public static double[] divide(double capacity, double[] floor, double[] ceiling, double[] shares) {
        double floors = sum(floor);
        if (!(floors <= capacity * (1 + 1e-9))) {
            throw new IllegalArgumentException(
                    "reservations of " + number(floors) + " exceed the capacity of " + number(capacity));
        }
        double level = level(capacity, floor, ceiling, shares);
        double[] result = new double[floor.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.max(floor[i], Math.min(ceiling[i], level * shares[i]));
        }
        return result;
    }

    /** The water level λ; infinite when everybody reaches the ceiling. */
    static double level(double capacity, double[] floor, double[] ceiling, double[] shares) {
        if (sum(ceiling) <= capacity) {
            return Double.POSITIVE_INFINITY;
        }
        double[] bends = new double[2 * floor.length];
        for (int i = 0; i < floor.length; i++) {
            bends[2 * i] = floor[i] / shares[i];
            bends[2 * i + 1] = ceiling[i] / shares[i];
        }
        Arrays.sort(bends);
        int below = 0;
        int above = bends.length - 1;
        while (above - below > 1) {
            int middle = (below + above) >>> 1;
            if (filled(bends[middle], floor, ceiling, shares) <= capacity) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return onPiece(capacity, bends[below], bends[above], floor, ceiling, shares);
    }

    /** In order, so that it is the same everywhere. */
    public static double sum(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double filled(double level, double[] floor, double[] ceiling, double[] shares) {
        double sum = 0;
        for (int i = 0; i < floor.length; i++) {
            sum += Math.max(floor[i], Math.min(ceiling[i], level * shares[i]));
        }
        return sum;
    }

    private static double onPiece(
            double capacity, double low, double high, double[] floor, double[] ceiling, double[] shares) {
        double fixed = 0;
        double moving = 0;
        for (int i = 0; i < floor.length; i++) {
            if (floor[i] / shares[i] >= high) {
                fixed += floor[i];
            } else if (ceiling[i] / shares[i] <= low) {
                fixed += ceiling[i];
            } else {
                moving += shares[i];
            }
        }
        return moving == 0 ? low : Math.max(low, Math.min(high, (capacity - fixed) / moving));
    }

    /**
     * CloudSim's proportional scaling, kept beside the real rule to show the difference: everybody's demand is cut by the
     * same factor, so a small guest suffers for a greedy one.
     */
    public static double[] scaledByDemand(double capacity, double[] demand) {
        double sum = Arrays.stream(demand).sum();
        double factor = sum <= capacity ? 1 : capacity / sum;
        return Arrays.stream(demand).map(d -> d * factor).toArray();
    }
}
