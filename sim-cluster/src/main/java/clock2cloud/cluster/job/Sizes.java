package clock2cloud.cluster.job;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sizes of tasks: all equal, uniform between two values, or listed.
 *
 * @param each the size of every task
 * @param between least and largest size of a uniform distribution
 * @param list one size for each task
 */
public record Sizes(Optional<Double> each, Optional<List<Double>> between, Optional<List<Double>> list) {
    private static final int MOST = 20_000_000;

    public Sizes {
        if ((each.isPresent() ? 1 : 0) + (between.isPresent() ? 1 : 0) + (list.isPresent() ? 1 : 0) != 1) {
            throw new IllegalArgumentException("sizes need one of each, between, list");
        }
        List<Double> values =
                each.map(List::of).or(() -> between).or(() -> list).orElse(List.of());
        for (double value : values) {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a size is " + value + ", it must be zero or more and finite");
            }
        }
        if (between.isPresent() && (values.size() != 2 || values.get(0) > values.get(1))) {
            throw new IllegalArgumentException("between needs the least and the largest size, not " + values);
        }
    }

    public static Sizes of(double each) {
        return new Sizes(Optional.of(each), Optional.empty(), Optional.empty());
    }

    double[] draw(int count, RandomGenerator random) {
        if (list.isPresent() && list.get().size() != count) {
            throw new IllegalArgumentException(
                    "the list of sizes has " + list.get().size() + " entries, there are " + count + " tasks");
        }
        if (count > MOST) {
            throw new IllegalArgumentException(count + " tasks: at most " + MOST + " are simulated");
        }
        double[] sizes = new double[count];
        for (int i = 0; i < count; i++) {
            int task = i;
            sizes[i] =
                    each.orElseGet(() -> list.map(sizesOf -> sizesOf.get(task)).orElseGet(() -> uniform(random)));
        }
        return sizes;
    }

    private double uniform(RandomGenerator random) {
        List<Double> ends = between.orElseThrow();
        return ends.get(0) + (ends.get(1) - ends.get(0)) * random.nextDouble();
    }

    /** The least that a task can have. */
    double least() {
        return each.or(() -> between.map(ends -> ends.get(0))).orElseGet(() -> list.orElseThrow().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0));
    }

    /** What the tasks have together, at least. */
    double leastTotal(int count) {
        return list.map(all -> all.stream().mapToDouble(Double::doubleValue).sum())
                .orElseGet(() -> count * least());
    }

    /** The largest one, at least. */
    double leastLargest() {
        return list.map(all ->
                        all.stream().mapToDouble(Double::doubleValue).max().orElse(0))
                .orElseGet(this::least);
    }
}
