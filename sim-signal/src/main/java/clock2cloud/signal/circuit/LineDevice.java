package clock2cloud.signal.circuit;

import java.util.Arrays;

/**
 * A lossless line by the method of characteristics (Branin 1967): each end sees the wave that left the other one a delay
 * ago. Waves are read back by a cubic through four points, never across a corner; a wave may jump there.
 */
final class LineDevice {
    /** So close to a corner, as a share of the first step after it, time stands at the corner. */
    private static final double SAME = 0.01;

    final int[] ports;
    final int firstBranch;
    final double ohms;
    final double delaySeconds;
    private double[] times = new double[64];
    private final double[][] waves = {new double[64], new double[64]};
    private boolean[] corners = new boolean[64];
    private int from;
    private int count;
    private int cursor;

    LineDevice(int[] ports, int firstBranch, double ohms, double delaySeconds) {
        this.ports = ports;
        this.firstBranch = firstBranch;
        this.ohms = ohms;
        this.delaySeconds = delaySeconds;
    }

    private double leaving(double[] x, int end) {
        return x[ports[2 * end]] - x[ports[2 * end + 1]] + ohms * x[firstBranch + end];
    }

    void start(double[] x) {
        count = 0;
        from = 0;
        cursor = 0;
        keep(0, leaving(x, 0), leaving(x, 1), true);
    }

    void accept(double t, double[] x, boolean corner) {
        forget(t);
        keep(t, leaving(x, 0), leaving(x, 1), corner);
    }

    /** Marks the newest point as a corner. */
    void corner() {
        corners[count - 1] = true;
    }

    /**
     * How many volts the leaving waves jumped at the newest corner, or will be off after {@code seconds} because their slopes did:
     * slopes of cubics on its two sides, so that a wave that only curves does not count.
     */
    double bend(double seconds) {
        int at = count - 1;
        while (at > from && !corners[at]) {
            at--;
        }
        int before = at;
        while (before > Math.max(from, at - 3) && (before == at || !corners[before])) {
            before--;
        }
        int after = Math.min(count - 1, at + 4);
        if (before == at || after < at + 2) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        for (double[] wave : waves) {
            double slopes = slope(wave, at + 1, after, at + 1) - slope(wave, before, at, at);
            most = Math.max(most, Math.max(Math.abs(slopes * seconds), Math.abs(wave[at + 1] - wave[at])));
        }
        return most;
    }

    /** The slope at point {@code e} of the polynomial through the points from {@code first} to {@code last}. */
    private double slope(double[] wave, int first, int last, int e) {
        double sum = 0;
        for (int j = first; j <= last; j++) {
            double weight = 0;
            if (j == e) {
                for (int k = first; k <= last; k++) {
                    weight += k == e ? 0 : 1 / (times[e] - times[k]);
                }
            } else {
                weight = 1 / (times[j] - times[e]);
                for (int k = first; k <= last; k++) {
                    weight *= k == j || k == e ? 1 : (times[e] - times[k]) / (times[j] - times[k]);
                }
            }
            sum += weight * wave[j];
        }
        return sum;
    }

    /** The newest point gives way when it lies so close to the one before that a polynomial through both would blow up rounding. */
    private void keep(double t, double first, double second, boolean corner) {
        if (count > from + 2
                && !corners[count - 1]
                && !corners[count - 2]
                && times[count - 1] - times[count - 2] < SAME * (t - times[count - 1])) {
            count--;
        }
        if (count == times.length) {
            int size = 2 * count;
            times = Arrays.copyOf(times, size);
            corners = Arrays.copyOf(corners, size);
            waves[0] = Arrays.copyOf(waves[0], size);
            waves[1] = Arrays.copyOf(waves[1], size);
        }
        times[count] = t;
        waves[0][count] = first;
        waves[1][count] = second;
        corners[count++] = corner;
    }

    private void forget(double t) {
        while (from + 4 < count && times[from + 4] < t - delaySeconds) {
            from++;
        }
        if (from > 1024 && from > count / 2) {
            int left = count - from;
            System.arraycopy(times, from, times, 0, left);
            System.arraycopy(corners, from, corners, 0, left);
            System.arraycopy(waves[0], from, waves[0], 0, left);
            System.arraycopy(waves[1], from, waves[1], 0, left);
            count = left;
            cursor = Math.max(0, cursor - from);
            from = 0;
        }
    }

    /** What arrives at an end at this time: it left the other one a delay ago. */
    double arriving(double t, int end) {
        double then = t - delaySeconds;
        double[] wave = waves[1 - end];
        if (then <= times[from]) {
            return wave[from];
        }
        int i = Math.min(Math.max(cursor, from), count - 2);
        if (i < from) {
            return wave[from];
        }
        while (i > from && times[i] > then) {
            i--;
        }
        while (i + 2 < count && times[i + 1] < then) {
            i++;
        }
        cursor = i;
        boolean jump = corners[i] && !corners[i + 1] && i + 2 < count;
        if (jump && then <= times[i] + SAME * (times[i + 1] - times[i])) {
            return wave[i];
        }
        int first = jump ? i + 1 : corners[i] || i == from || corners[i - 1] ? i : i - 1;
        int last = corners[i + 1] || i + 2 >= count ? i + 1 : i + 2;
        double sum = 0;
        for (int a = first; a <= last; a++) {
            double weight = wave[a];
            for (int b = first; b <= last; b++) {
                if (b != a) {
                    weight *= (then - times[b]) / (times[a] - times[b]);
                }
            }
            sum += weight;
        }
        return sum;
    }
}
