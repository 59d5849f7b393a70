package clock2cloud.cluster.schedule;

import clock2cloud.cluster.Domain;
import java.util.random.RandomGenerator;

/** How long tasks are, by distribution; every one has the mean that is asked for. */
public enum TaskSizes {
    /** All the same. */
    CONSTANT {
        @Override
        double unit(RandomGenerator random, int index, int count) {
            return 1;
        }
    },
    /** From 0 to twice the mean. */
    UNIFORM {
        @Override
        double unit(RandomGenerator random, int index, int count) {
            return 2 * random.nextDouble();
        }
    },
    /** Memoryless. */
    EXPONENTIAL {
        @Override
        double unit(RandomGenerator random, int index, int count) {
            return random.nextExponential();
        }
    },
    /** Logarithm normal with sigma 1: a coefficient of variation of 1.31, as of jobs in logs of clusters. */
    LOGNORMAL {
        @Override
        double unit(RandomGenerator random, int index, int count) {
            return Math.exp(random.nextGaussian() - 0.5);
        }
    },
    /** A heavy tail, exponent 1.5: infinite variance. */
    PARETO {
        @Override
        double unit(RandomGenerator random, int index, int count) {
            return Math.pow(1 - random.nextDouble(), -1 / 1.5) / 3;
        }
    },
    /** Task i as long as i: a triangular loop. */
    TRIANGULAR {
        @Override
        double unit(RandomGenerator random, int index, int count) {
            return 2 * (index + 0.5) / count;
        }
    };

    /** Draws so many tasks. */
    public double[] draw(int count, double meanSeconds, RandomGenerator random) {
        Domain.atLeast(0, "Task sizes", "count", count);
        Domain.positive("Task sizes", "meanSeconds", meanSeconds);
        double[] seconds = new double[count];
        for (int i = 0; i < count; i++) {
            seconds[i] = meanSeconds * unit(random, i, count);
        }
        return seconds;
    }

    abstract double unit(RandomGenerator random, int index, int count);
}
