package clock2cloud.vm.task;

import static clock2cloud.vm.Domain.aboveZero;
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
        boolean good = virtualCores >= 1
                && limitCores > 0
                && reservationCores >= 0
                && limitCores >= reservationCores
                && sharesPerCore > 0
                && sharesPerCore < Double.POSITIVE_INFINITY
                && endSeconds >= 0;
        if (!good || reservationCores == Double.POSITIVE_INFINITY) {
            check(name, virtualCores, limitCores, reservationCores, sharesPerCore, endSeconds);
        }
    }

    /** Names what is wrong; a text for each machine of a million would cost more than its work. */
    private static void check(
            String name, int virtualCores, double limit, double reservation, double shares, double endSeconds) {
        atLeastOne(virtualCores, "VM " + name + ": virtual cores");
        aboveZero(limit, "VM " + name + ": the limit", "cores");
        notNegative(reservation, "VM " + name + ": reservation", "cores");
        require(
                limit >= reservation,
                "VM " + name + ": the limit " + number(limit) + " is below the reservation " + number(reservation));
        positive(shares, "VM " + name + ": shares", "");
        require(endSeconds >= 0, "VM " + name + ": the end must be at least 0 s, not " + number(endSeconds));
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
