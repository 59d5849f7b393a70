package clock2cloud.vm.task;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.require;

/**
 * A virtual machine that runs tasks.
 *
 * @param virtualCores tasks that can run at once; also its weight on the host while it has that many
 * @param limitCores cap in cores of the host, above 0; infinite for none
 */
public record Machine(String name, int virtualCores, double limitCores) {
    public Machine {
        atLeastOne(virtualCores, "VM " + name + ": virtual cores");
        require(limitCores > 0, "VM " + name + ": the limit must be above 0 cores, not " + number(limitCores));
    }

    /** Without a cap. */
    public static Machine of(String name, int virtualCores) {
        return new Machine(name, virtualCores, Double.POSITIVE_INFINITY);
    }
}
