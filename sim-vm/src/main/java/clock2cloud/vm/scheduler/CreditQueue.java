package clock2cloud.vm.scheduler;

import java.util.List;

/**
 * Xen's credit scheduler: every 30 ms the CPU time of the period is paid out by weight to those that want to run; running
 * spends it. Those with credit go before those without, round robin within each class, and one that wakes with credit
 * goes before all (boost).
 */
final class CreditQueue extends RunQueue {
    private final int cores;
    private final double periodSeconds;

    CreditQueue(int cores, double periodSeconds) {
        this.cores = cores;
        this.periodSeconds = periodSeconds;
    }

    private static int priority(VirtualCpu cpu) {
        return cpu.boosted ? 0 : cpu.creditSeconds >= 0 ? 1 : 2;
    }

    @Override
    int compare(VirtualCpu a, VirtualCpu b) {
        return Integer.compare(priority(a), priority(b));
    }

    @Override
    void woken(VirtualCpu cpu) {
        cpu.boosted = cpu.creditSeconds >= 0;
    }

    @Override
    void ran(VirtualCpu cpu, double seconds) {
        cpu.creditSeconds -= seconds;
        cpu.boosted = false;
    }

    /** A third of the period: the tick at which Xen looks whether the credit is used up. */
    @Override
    double sliceSeconds(VirtualCpu cpu) {
        return periodSeconds / 3;
    }

    @Override
    boolean preempts(VirtualCpu woken, VirtualCpu running) {
        return priority(woken) < priority(running);
    }

    @Override
    double accountingSeconds() {
        return periodSeconds;
    }

    @Override
    void account(List<VirtualCpu> wanting) {
        double weights = wanting.stream().mapToDouble(c -> c.weight).sum();
        for (VirtualCpu cpu : wanting) {
            double earned = cores * periodSeconds * cpu.weight / weights;
            cpu.creditSeconds = Math.min(periodSeconds, cpu.creditSeconds + Math.min(periodSeconds, earned));
        }
    }
}
