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

    /** How much the slopes of the leaving waves changed at the newest corner but {@code steps}. */
    double bend(int points) {
        int at = count - 1 - points;
        if (at <= from) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        for (double[] wave : waves) {
            double before = (wave[at] - wave[at - 1]) / (times[at] - times[at - 1]);
            double after = (wave[count - 1] - wave[at]) / (times[count - 1] - times[at]);
            most = Math.max(most, Math.abs(after - before));
        }
        return most;
    }

    private void keep(double t, double first, double second, boolean corner) {
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
        int first = jump ? i + 1 : corners[i] || i == from ? i : i - 1;
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
