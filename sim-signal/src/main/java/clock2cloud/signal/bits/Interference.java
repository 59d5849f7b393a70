package clock2cloud.signal.bits;

import java.util.Arrays;

/** What the other bits add to a sample: volts in rising order and the chance of each. */
final class Interference {
    private static final int MOST_ATOMS = 4096;

    private final double[] volts;
    private final double[] chance;

    private Interference(double[] volts, double[] chance) {
        this.volts = volts;
        this.chance = chance;
    }

    int size() {
        return volts.length;
    }

    double volts(int i) {
        return volts[i];
    }

    double chance(int i) {
        return chance[i];
    }

    static Interference of(Taps taps) {
        Interference sum = new Interference(new double[] {0}, new double[] {1});
        for (int i = 0; i < taps.length(); i++) {
            if (i != -taps.first() && Math.abs(taps.volts(i)) > 0) {
                sum = sum.plus(taps.volts(i));
                if (sum.size() > MOST_ATOMS) {
                    sum = sum.merged();
                }
            }
        }
        return sum;
    }

    /** One more bit: half of the time {@code tap} more. Merges two sorted rows. */
    private Interference plus(double tap) {
        int n = size();
        double[] v = new double[2 * n];
        double[] p = new double[2 * n];
        double shiftA = Math.min(tap, 0);
        double shiftB = Math.max(tap, 0);
        int a = 0;
        int b = 0;
        for (int i = 0; i < 2 * n; i++) {
            boolean first = b >= n || (a < n && volts[a] + shiftA <= volts[b] + shiftB);
            v[i] = first ? volts[a] + shiftA : volts[b] + shiftB;
            p[i] = 0.5 * (first ? chance[a++] : chance[b++]);
        }
        return new Interference(v, p);
    }

    private Interference merged() {
        int bins = MOST_ATOMS / 2;
        double low = volts[0];
        double width = (volts[size() - 1] - low) / bins;
        double[] v = new double[bins + 1];
        double[] p = new double[bins + 1];
        int used = -1;
        int bin = -1;
        for (int i = 0; i < size(); i++) {
            int at = (int) ((volts[i] - low) / width);
            if (at != bin) {
                bin = at;
                used++;
            }
            v[used] += chance[i] * volts[i];
            p[used] += chance[i];
        }
        for (int i = 0; i <= used; i++) {
            v[i] /= p[i];
        }
        return new Interference(Arrays.copyOf(v, used + 1), Arrays.copyOf(p, used + 1));
    }
}
