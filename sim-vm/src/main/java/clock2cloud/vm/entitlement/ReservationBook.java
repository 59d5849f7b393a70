package clock2cloud.vm.entitlement;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.require;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Admission control as in vSphere: only reservations count, also against the parent pool. A pool's own reservation is
 * taken from its parent when it is made; a machine that needs more than its pool has left borrows from the parent if the
 * pool is expandable, and is refused otherwise.
 */
public final class ReservationBook {
    private final Map<String, Account> accounts = new LinkedHashMap<>();

    /** One pool's books. */
    private static final class Account {
        final String name;
        final double reservation;
        final boolean expandable;
        final Optional<Account> parent;
        double used;

        Account(String name, double reservation, boolean expandable, Optional<Account> parent) {
            this.name = name;
            this.reservation = reservation;
            this.expandable = expandable;
            this.parent = parent;
        }

        double left() {
            return Math.max(0, reservation - used);
        }

        /** Why {@code amount} cannot be reserved here; empty when it can. */
        Optional<String> refusal(double amount) {
            double missing = amount - left();
            if (missing <= 1e-9 * Math.max(1, reservation)) {
                return Optional.empty();
            }
            if (expandable && parent.isPresent()) {
                return parent.get().refusal(missing);
            }
            return Optional.of("pool " + name + " has " + number(left()) + " unreserved, " + number(amount)
                    + " is asked" + (parent.isPresent() ? ", and it is not expandable" : ""));
        }

        void take(double amount) {
            double missing = amount - left();
            used += amount;
            if (missing > 0) {
                parent.ifPresent(p -> p.take(missing));
            }
        }
    }

    /** A root pool that owns {@code capacity}. */
    public ReservationBook(String root, double capacity) {
        notNegative(capacity, "pool " + root + ": capacity", "units");
        accounts.put(root, new Account(root, capacity, false, Optional.empty()));
    }

    /** Makes a child pool, or says why its reservation cannot be taken from the parent. */
    public Optional<String> open(String parent, String name, double reservation, boolean expandable) {
        notNegative(reservation, "pool " + name + ": reservation", "units");
        require(!accounts.containsKey(name), () -> "pool " + name + ": the name is used twice");
        Account above = account(parent);
        Optional<String> refusal = above.refusal(reservation);
        if (refusal.isEmpty()) {
            above.take(reservation);
            accounts.put(name, new Account(name, reservation, expandable, Optional.of(above)));
        }
        return refusal;
    }

    /** Powers a machine on, or says why not. */
    public Optional<String> powerOn(String pool, double reservation) {
        notNegative(reservation, "VM in pool " + pool + ": reservation", "units");
        Account account = account(pool);
        Optional<String> refusal = account.refusal(reservation);
        if (refusal.isEmpty()) {
            account.take(reservation);
        }
        return refusal;
    }

    /** Reserved by machines and child pools, borrowed capacity included. */
    public double used(String pool) {
        return account(pool).used;
    }

    /** Of the pool's own reservation, not yet promised. */
    public double unreserved(String pool) {
        return account(pool).left();
    }

    private Account account(String pool) {
        Account account = accounts.get(pool);
        if (account == null) {
            throw new IllegalArgumentException("no pool " + pool + "; there are " + accounts.keySet());
        }
        return account;
    }
}
