package clock2cloud.vm.scheduler;

/**
 * Linux's completely fair scheduler: the smallest virtual run time goes next, for its weighted part of the target latency
 * but at least the minimum granularity. A sleeper comes back at most half a latency behind the others, and takes the core
 * if it is behind by more than the wake-up granularity. Constants 6 ms, 0.75 ms and 1 ms, times 1 + log2(cores) with at
 * most 8 cores counted (kernel/sched/fair.c up to 6.5; EEVDF, since 6.6, has the same long-run shares and shorter
 * tails).
 */
final class FairQueue extends RunQueue {
    private final double latencySeconds;
    private final double granularitySeconds;
    private final double wakeUpSeconds;
    private double smallest;

    FairQueue(double latencySeconds, double granularitySeconds, double wakeUpSeconds) {
        this.latencySeconds = latencySeconds;
        this.granularitySeconds = granularitySeconds;
        this.wakeUpSeconds = wakeUpSeconds;
    }

    static FairQueue ofCores(int cores) {
        double factor = 1 + Math.floor(Math.log(Math.min(8, cores)) / Math.log(2) + 1e-9);
        return new FairQueue(0.006 * factor, 0.00075 * factor, 0.001 * factor);
    }

    @Override
    int compare(VirtualCpu a, VirtualCpu b) {
        return Double.compare(a.virtualSeconds, b.virtualSeconds);
    }

    @Override
    void woken(VirtualCpu cpu) {
        cpu.virtualSeconds = Math.max(cpu.virtualSeconds, smallest - latencySeconds / 2 / cpu.weight);
    }

    @Override
    void ran(VirtualCpu cpu, double seconds) {
        smallest = Math.max(smallest, cpu.virtualSeconds);
        cpu.virtualSeconds += seconds / cpu.weight;
    }

    @Override
    double sliceSeconds(VirtualCpu cpu) {
        double weights = cpu.weight;
        for (VirtualCpu other : ready()) {
            weights += other.weight;
        }
        return Math.max(granularitySeconds, latencySeconds * cpu.weight / weights);
    }

    @Override
    boolean preempts(VirtualCpu woken, VirtualCpu running) {
        return (running.virtualSeconds - woken.virtualSeconds) * woken.weight > wakeUpSeconds;
    }
}
