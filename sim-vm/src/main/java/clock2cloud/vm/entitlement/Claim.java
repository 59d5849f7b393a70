package clock2cloud.vm.entitlement;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

/**
 * What one virtual machine asks of a resource, all in the resource's own unit.
 *
 * @param demand what it would use if it were alone
 * @param reservation guaranteed whenever it is demanded
 * @param limit never exceeded, even when the resource is idle; {@link #UNLIMITED} for none
 * @param shares weight under contention; Low, Normal and High are 1 : 2 : 4
 */
public record Claim(String name, double demand, double reservation, double limit, double shares) {
    /** No limit. */
    public static final double UNLIMITED = Double.POSITIVE_INFINITY;

    public Claim {
        require(demand >= 0, () -> "VM " + name + ": demand must be at least 0, not " + number(demand));
        notNegative(reservation, "VM " + name + ": reservation", "units");
        positive(shares, "VM " + name + ": shares", "");
        require(
                limit >= reservation,
                () -> "VM " + name + ": the limit " + number(limit) + " is below the reservation "
                        + number(reservation));
    }

    /** Shares only. */
    public static Claim of(String name, double demand, double shares) {
        return new Claim(name, demand, 0, UNLIMITED, shares);
    }

    /** The most it can use: demand under its limit. */
    double ceiling() {
        return Math.min(demand, limit);
    }

    /** What it must get: the reservation, as far as it is demanded. */
    double floor() {
        return Math.min(reservation, ceiling());
    }
}
