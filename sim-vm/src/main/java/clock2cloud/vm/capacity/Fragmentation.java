package clock2cloud.vm.capacity;

import clock2cloud.vm.pool.Bundle;
import java.util.List;

/**
 * Free capacity that cannot be sold because it lies in pieces. Against a reference machine: what fits host by host, over
 * what would fit if all that is free were one host.
 *
 * @param placeable reference machines that fit host by host
 * @param pooled reference machines that would fit in one big host
 * @param strandedCores free cores on which no reference machine fits
 * @param binding the dimension that stops the last host: cores, RAM or disk
 */
public record Fragmentation(long placeable, long pooled, double strandedCores, String binding) {
    private static final String[] NAMES = {"cores", "RAM", "disk"};

    /** Measures what is free on each host against {@code reference}. */
    public static Fragmentation of(List<Bundle> free, Bundle reference) {
        long placeable = 0;
        double stranded = 0;
        int[] binds = new int[NAMES.length];
        double[] sums = new double[NAMES.length];
        for (Bundle host : free) {
            double[] times = times(host, reference);
            int least = least(times);
            long fit = (long) times[least];
            placeable += fit;
            binds[least]++;
            stranded += Math.max(0, host.cores() - fit * reference.cores());
            sums[0] += host.cores();
            sums[1] += host.ramBytes();
            sums[2] += host.diskBytes();
        }
        double[] all = times(new Bundle(sums[0], sums[1], sums[2]), reference);
        int most = 0;
        for (int d = 1; d < binds.length; d++) {
            most = binds[d] > binds[most] ? d : most;
        }
        return new Fragmentation(placeable, (long) all[least(all)], stranded, NAMES[most]);
    }

    private static double[] times(Bundle host, Bundle reference) {
        return new double[] {
            ratio(host.cores(), reference.cores()),
            ratio(host.ramBytes(), reference.ramBytes()),
            ratio(host.diskBytes(), reference.diskBytes())
        };
    }

    private static double ratio(double free, double asked) {
        return asked == 0 ? Long.MAX_VALUE : Math.floor(free / asked * (1 + 1e-12));
    }

    private static int least(double[] values) {
        int least = 0;
        for (int d = 1; d < values.length; d++) {
            least = values[d] < values[least] ? d : least;
        }
        return least;
    }

    /** Part of what could be sold in one piece that cannot be sold in these. */
    public double lostFraction() {
        return pooled == 0 ? 0 : 1 - (double) placeable / pooled;
    }
}
