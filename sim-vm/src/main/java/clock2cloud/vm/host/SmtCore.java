package clock2cloud.vm.host;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.require;

/**
 * Cores of two hardware threads: both together do <i>1 + gain</i> of what one alone does, so a busy sibling costs each
 * <i>(1 − gain) / 2</i>. A virtual CPU is often one such thread and not a core.
 *
 * @param cores physical cores
 * @param gainFraction more work from the second thread; 0.2 to 0.3 (Marr et al., Hyper-Threading Technology, Intel
 *     Technology Journal 6(1), 2002)
 */
public record SmtCore(int cores, double gainFraction) {
    public SmtCore {
        atLeastOne(cores, "SMT: cores");
        require(gainFraction >= 0 && gainFraction <= 1, "SMT: the gain must be between 0% and 100%");
    }

    /** Work per second of {@code busy} virtual CPUs spread as widely as possible, in cores. */
    public double throughputCores(int busy) {
        require(busy >= 0, "SMT: busy virtual CPUs must be at least 0");
        int alone = Math.min(busy, cores);
        int second = Math.min(Math.max(0, busy - cores), cores);
        return alone + second * gainFraction;
    }

    /** Speed of a virtual CPU with a busy sibling, over its speed alone. */
    public double sharedSpeedRatio() {
        return (1 + gainFraction) / 2;
    }

    /**
     * Strict co-scheduling: a machine of v virtual CPUs runs only when v threads are free at once. The part of the time
     * that is lost on this host when the machine is alone with its like: threads that are left over.
     */
    public double coSchedulingLossFraction(int virtualCpus) {
        int threads = 2 * cores;
        require(
                virtualCpus >= 1 && virtualCpus <= threads,
                () -> "SMT: a VM of " + virtualCpus + " virtual CPUs on " + threads + " threads can never run");
        return (threads % virtualCpus) / (double) threads;
    }
}
