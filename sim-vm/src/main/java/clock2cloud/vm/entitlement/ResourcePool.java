package clock2cloud.vm.entitlement;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A nested resource pool as in vSphere: it claims from its parent like one machine, and divides what it gets among its
 * own machines and pools.
 *
 * @param expandable whether machines may borrow unreserved capacity of the parent for their reservations
 */
public record ResourcePool(
        String name,
        double reservation,
        double limit,
        double shares,
        boolean expandable,
        List<ResourcePool> pools,
        List<Claim> machines) {
    public ResourcePool {
        notNegative(reservation, "pool " + name + ": reservation", "units");
        positive(shares, "pool " + name + ": shares", "");
        require(
                limit >= reservation,
                () -> "pool " + name + ": the limit " + number(limit) + " is below the reservation "
                        + number(reservation));
        pools = List.copyOf(pools);
        machines = List.copyOf(machines);
    }

    /** A pool of machines only. */
    public static ResourcePool of(String name, double reservation, double shares, List<Claim> machines) {
        return new ResourcePool(name, reservation, Claim.UNLIMITED, shares, true, List.of(), machines);
    }

    /** Divides {@code capacity} down the tree: name of pool or machine → entitlement. Names must be unique. */
    public Map<String, Double> divide(double capacity) {
        Map<String, Double> result = new LinkedHashMap<>();
        divide(Math.min(capacity, limit), result);
        return result;
    }

    private void divide(double capacity, Map<String, Double> result) {
        require(
                result.put(name, Math.min(capacity, ceiling())) == null,
                () -> "pool " + name + ": the name is used twice");
        int n = machines.size() + pools.size();
        double[] floor = new double[n];
        double[] ceiling = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            boolean machine = i < machines.size();
            Claim claim =
                    machine ? machines.get(i) : pools.get(i - machines.size()).asClaim();
            floor[i] = claim.floor();
            ceiling[i] = claim.ceiling();
            weights[i] = claim.shares();
        }
        double[] shared = Entitlement.divide(capacity, floor, ceiling, weights);
        for (int i = 0; i < machines.size(); i++) {
            String machine = machines.get(i).name();
            require(result.put(machine, shared[i]) == null, () -> "VM " + machine + ": the name is used twice");
        }
        for (int i = machines.size(); i < n; i++) {
            pools.get(i - machines.size()).divide(shared[i], result);
        }
    }

    /** How the pool looks to its parent: it must get what its members are guaranteed, and can use what they can use. */
    Claim asClaim() {
        double floor = Math.max(reservation, floors());
        return new Claim(name, ceiling(), floor, Math.max(limit, floor), shares);
    }

    private double floors() {
        double sum = machines.stream().mapToDouble(Claim::floor).sum();
        return sum + pools.stream().mapToDouble(p -> p.asClaim().floor()).sum();
    }

    private double ceiling() {
        double sum = machines.stream().mapToDouble(Claim::ceiling).sum();
        return Math.min(
                limit, sum + pools.stream().mapToDouble(ResourcePool::ceiling).sum());
    }
}
