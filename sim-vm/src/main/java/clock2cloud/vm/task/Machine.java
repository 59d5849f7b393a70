package clock2cloud.vm.task;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

/**
 * A virtual machine that runs tasks.
 *
 * @param virtualCores tasks that can run at once
 * @param limitCores cap in cores of the host, above 0; infinite for none
 * @param reservationCores cores it gets under contention, as far as it wants them
 * @param sharesPerCore weight on the host for each virtual core that it can use now
 * @param endSeconds when it goes, with whatever still runs in it; infinite if it stays
 */
public record Machine(
        String name,
        int virtualCores,
        double limitCores,
        double reservationCores,
        double sharesPerCore,
        double endSeconds) {
    public Machine {
        atLeastOne(virtualCores, "VM " + name + ": virtual cores");
        require(limitCores > 0, () -> "VM " + name + ": the limit must be above 0 cores, not " + number(limitCores));
        notNegative(reservationCores, "VM " + name + ": reservation", "cores");
        require(
                limitCores >= reservationCores,
                () -> "VM " + name + ": the limit " + number(limitCores) + " is below the reservation "
                        + number(reservationCores));
        positive(sharesPerCore, "VM " + name + ": shares", "");
        require(endSeconds >= 0, () -> "VM " + name + ": the end must be at least 0 s, not " + number(endSeconds));
    }

    /** Without a cap, a reservation or an end. */
    public static Machine of(String name, int virtualCores) {
        return of(name, virtualCores, Double.POSITIVE_INFINITY);
    }

    /** With a cap only. */
    public static Machine of(String name, int virtualCores, double limitCores) {
        return new Machine(name, virtualCores, limitCores, 0, 1, Double.POSITIVE_INFINITY);
    }
}
