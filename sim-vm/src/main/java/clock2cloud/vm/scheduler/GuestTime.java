package clock2cloud.vm.scheduler;

import java.util.Arrays;

/**
 * Where one guest's time went, summed over its virtual CPUs.
 *
 * @param coreFraction CPU time over wall time: 1 is one core
 * @param stealSeconds it wanted to run and another one had the core
 * @param throttledSeconds it wanted to run and its quota was used up
 * @param slowdownRatio mean latency of a step over its CPU time
 */
public record GuestTime(
        String name,
        double coreFraction,
        double ranSeconds,
        double stealSeconds,
        double throttledSeconds,
        double pausedSeconds,
        int steps,
        double meanLatencySeconds,
        double medianLatencySeconds,
        double p95LatencySeconds,
        double p99LatencySeconds,
        double maxLatencySeconds,
        double slowdownRatio) {
    static GuestTime of(GuestState state, double seconds) {
        double[] sums = new double[4];
        for (VirtualCpu cpu : state.cpus) {
            sums[0] += cpu.ranNanos / 1e9;
            sums[1] += cpu.readyNanos / 1e9;
            sums[2] += cpu.throttledNanos / 1e9;
            sums[3] += cpu.pausedNanos / 1e9;
        }
        double[] latencies = state.latencies();
        Arrays.sort(latencies);
        double mean = Arrays.stream(latencies).average().orElse(0);
        return new GuestTime(
                state.guest.name(),
                sums[0] / seconds,
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                latencies.length,
                mean,
                quantile(latencies, 0.5),
                quantile(latencies, 0.95),
                quantile(latencies, 0.99),
                quantile(latencies, 1),
                mean / state.guest.load().stepSeconds());
    }

    /** The smallest value that at least {@code q} of the sorted ones do not exceed; 0 when there is none. */
    static double quantile(double[] sorted, double q) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.max(0, Math.ceil(q * sorted.length) - 1)];
    }
}
