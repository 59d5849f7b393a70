package clock2cloud.spot.policy;

import java.util.Arrays;
import java.util.List;

/** Pairs of progress and cost that no other pair beats in both: progress falls from pair to pair, and so does the cost. */
final class Front {
    static final Front EMPTY = new Front(new double[0], new double[0], 0);

    private final double[] progress;
    private final double[] dollars;
    private final int size;

    private Front(double[] progress, double[] dollars, int size) {
        this.progress = progress;
        this.dollars = dollars;
        this.size = size;
    }

    static Front start() {
        return new Front(new double[] {0}, new double[] {0}, 1);
    }

    /** This front after a tick of so much work at such a cost, without the pairs that can no longer be in time. */
    Front plus(double workSeconds, double moreDollars, double neededSeconds) {
        double[] work = new double[size];
        double[] cost = new double[size];
        int n = 0;
        while (n < size && progress[n] + workSeconds >= neededSeconds) {
            work[n] = progress[n] + workSeconds;
            cost[n] = dollars[n] + moreDollars;
            n++;
        }
        return new Front(work, cost, n);
    }

    /** The best of several fronts. */
    static Front best(List<Front> fronts) {
        Front merged = EMPTY;
        for (Front front : fronts) {
            merged = merged.size == 0 ? front : front.size == 0 ? merged : merged.with(front);
        }
        return merged;
    }

    private Front with(Front other) {
        double[] work = new double[size + other.size];
        double[] cost = new double[size + other.size];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < size || j < other.size) {
            boolean mine = j == other.size
                    || i < size
                            && (progress[i] > other.progress[j]
                                    || progress[i] == other.progress[j] && dollars[i] <= other.dollars[j]);
            double nextWork = mine ? progress[i] : other.progress[j];
            double nextCost = mine ? dollars[i++] : other.dollars[j++];
            if (n == 0 || nextCost < cost[n - 1] - 1e-12) {
                work[n] = nextWork;
                cost[n++] = nextCost;
            }
        }
        return new Front(work, cost, n);
    }

    /** The least cost with at least this much work done; infinite when there is none. */
    double cheapestWith(double workSeconds) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size && progress[i] >= workSeconds; i++) {
            least = dollars[i];
        }
        return least;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(progress, size)) + Arrays.toString(Arrays.copyOf(dollars, size));
    }
}
