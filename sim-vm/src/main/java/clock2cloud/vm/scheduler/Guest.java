package clock2cloud.vm.scheduler;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

/**
 * A virtual machine as the CPU scheduler sees it.
 *
 * @param weight shares of the whole machine, divided among its virtual CPUs that want to run
 * @param quotaCores CPU time per period over the period; infinite for none
 * @param periodSeconds period of the quota, 0.1 s in Linux
 */
public record Guest(String name, double weight, int virtualCpus, double quotaCores, double periodSeconds, Load load) {
    public Guest {
        positive(weight, "VM " + name + ": weight", "");
        atLeastOne(virtualCpus, "VM " + name + ": virtual CPUs");
        require(quotaCores > 0, () -> "VM " + name + ": the quota must be above 0 cores, not " + number(quotaCores));
        positive(periodSeconds, "VM " + name + ": quota period", "s");
    }

    /** Weight only. */
    public static Guest of(String name, double weight, int virtualCpus, Load load) {
        return new Guest(name, weight, virtualCpus, Double.POSITIVE_INFINITY, 0.1, load);
    }

    /** The same under a quota in periods of 100 ms. */
    public Guest withQuota(double cores) {
        return new Guest(name, weight, virtualCpus, cores, 0.1, load);
    }
}
