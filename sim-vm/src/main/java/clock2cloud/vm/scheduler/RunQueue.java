package clock2cloud.vm.scheduler;

import java.util.List;
import java.util.Optional;

/**
 * A scheduler's order of the virtual CPUs that want to run. The rest (cores, quotas, steps, clocks) is the same for all
 * of them and lives in {@link CpuScheduler}.
 */
public abstract sealed class RunQueue permits StrideQueue, FairQueue, CreditQueue {
    /** Which scheduler. */
    public enum Kind {
        STRIDE,
        FAIR,
        CREDIT
    }

    /** An empty queue with its textbook or kernel constants, for {@code cores} cores. */
    public static RunQueue of(Kind kind, int cores) {
        return switch (kind) {
            case STRIDE -> new StrideQueue(0.01);
            case FAIR -> FairQueue.ofCores(cores);
            case CREDIT -> new CreditQueue(cores, 0.03);
        };
    }

    private final java.util.ArrayList<VirtualCpu> ready = new java.util.ArrayList<>();
    private long queued;

    /** Whether {@code a} goes before {@code b}; ties go to the one that queued first. */
    abstract int compare(VirtualCpu a, VirtualCpu b);

    /** It has come back from a pause. */
    abstract void woken(VirtualCpu cpu);

    /** It has run. */
    abstract void ran(VirtualCpu cpu, double seconds);

    /** How long it may run before the queue is asked again. */
    abstract double sliceSeconds(VirtualCpu cpu);

    /** Whether a woken one takes the core of a running one at once. */
    abstract boolean preempts(VirtualCpu woken, VirtualCpu running);

    /** Period of {@link #account}; infinite for a queue that keeps no accounts. */
    double accountingSeconds() {
        return Double.POSITIVE_INFINITY;
    }

    /** Pays out what the period has earned. */
    void account(List<VirtualCpu> wanting) {}

    /** The virtual CPUs in the queue. */
    final List<VirtualCpu> ready() {
        return ready;
    }

    final void add(VirtualCpu cpu) {
        cpu.queuedAt = queued++;
        ready.add(cpu);
    }

    final void remove(VirtualCpu cpu) {
        ready.remove(cpu);
    }

    /** Takes the first one out. */
    final Optional<VirtualCpu> take() {
        Optional<VirtualCpu> first = ready.stream().min((a, b) -> {
            int order = compare(a, b);
            return order != 0 ? order : Long.compare(a.queuedAt, b.queuedAt);
        });
        first.ifPresent(ready::remove);
        return first;
    }
}
