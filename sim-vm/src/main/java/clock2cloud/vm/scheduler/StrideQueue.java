package clock2cloud.vm.scheduler;

/**
 * Stride scheduling: each client's pass grows by time run over tickets, and the smallest pass runs next for one quantum.
 * A client that returns starts from the smallest pass of those present, so that it cannot save up (Waldspurger and Weihl
 * 1995, section 3.3, with the global pass taken as the minimum).
 */
final class StrideQueue extends RunQueue {
    private final double quantumSeconds;
    private double globalPass;

    StrideQueue(double quantumSeconds) {
        this.quantumSeconds = quantumSeconds;
    }

    @Override
    int compare(VirtualCpu a, VirtualCpu b) {
        return Double.compare(a.virtualSeconds, b.virtualSeconds);
    }

    @Override
    void woken(VirtualCpu cpu) {
        cpu.virtualSeconds = Math.max(cpu.virtualSeconds, globalPass);
    }

    @Override
    void ran(VirtualCpu cpu, double seconds) {
        globalPass = Math.max(globalPass, cpu.virtualSeconds);
        cpu.virtualSeconds += seconds / cpu.weight;
    }

    @Override
    double sliceSeconds(VirtualCpu cpu) {
        return quantumSeconds;
    }

    @Override
    boolean preempts(VirtualCpu woken, VirtualCpu running) {
        return false;
    }
}
