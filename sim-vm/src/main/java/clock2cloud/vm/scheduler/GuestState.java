package clock2cloud.vm.scheduler;

import java.util.Arrays;

/** One guest in the simulation: its quota, its weight, its finished steps. */
final class GuestState {
    final Guest guest;
    final VirtualCpu[] cpus;
    private final long quotaNanos;
    final long periodNanos;
    private long quotaLeft;
    private double[] latencies = new double[64];
    private int steps;

    GuestState(Guest guest) {
        this.guest = guest;
        cpus = new VirtualCpu[guest.virtualCpus()];
        Arrays.setAll(cpus, i -> new VirtualCpu(this, i));
        periodNanos = Math.max(1, Math.round(guest.periodSeconds() * 1e9));
        quotaNanos = limited() ? Math.max(1, Math.round(guest.quotaCores() * periodNanos)) : Long.MAX_VALUE;
        quotaLeft = quotaNanos;
    }

    final boolean limited() {
        return guest.quotaCores() < Double.POSITIVE_INFINITY;
    }

    /** A new period: an overrun of the last one is paid back, what was left over is not kept. */
    void refill() {
        quotaLeft = Math.min(quotaNanos, quotaLeft + quotaNanos);
    }

    void spend(long nanos) {
        if (limited()) {
            quotaLeft -= nanos;
        }
    }

    long quotaLeft() {
        return quotaLeft;
    }

    /** Divides the guest's weight among the virtual CPUs that want to run. */
    void divideWeight() {
        long wanting = Arrays.stream(cpus)
                .filter(c -> c.state == VirtualCpu.State.READY || c.state == VirtualCpu.State.RUNNING)
                .count();
        for (VirtualCpu cpu : cpus) {
            cpu.weight = guest.weight() / Math.max(1, wanting);
        }
    }

    void stepDone(double latencySeconds) {
        if (steps == latencies.length) {
            latencies = Arrays.copyOf(latencies, 2 * steps);
        }
        latencies[steps++] = latencySeconds;
    }

    double[] latencies() {
        return Arrays.copyOf(latencies, steps);
    }
}
