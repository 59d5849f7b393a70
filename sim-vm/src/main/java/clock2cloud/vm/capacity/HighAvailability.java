package clock2cloud.vm.capacity;

import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.require;

import clock2cloud.vm.pool.Bundle;
import java.util.ArrayList;
import java.util.List;

/**
 * Room for the machines of failed hosts, by vSphere's two admission rules. By <b>slots</b>: a slot is the largest CPU
 * and the largest memory reservation of any machine; the hosts with the most slots fail first. By <b>percent</b>: free
 * over all, for CPU and memory alone.
 *
 * @param hosts capacities
 * @param machines reservations
 */
public record HighAvailability(List<Bundle> hosts, List<Bundle> machines) {
    public HighAvailability {
        require(!hosts.isEmpty(), "failover: there is no host");
        hosts = List.copyOf(hosts);
        machines = List.copyOf(machines);
    }

    /** The largest CPU and the largest memory of any machine. */
    public Bundle slot() {
        double cores = machines.stream().mapToDouble(Bundle::cores).max().orElse(0);
        double ram = machines.stream().mapToDouble(Bundle::ramBytes).max().orElse(0);
        return new Bundle(cores, ram, 0);
    }

    /** Slots of each host. */
    public List<Integer> slots() {
        Bundle slot = slot();
        List<Integer> slots = new ArrayList<>();
        for (Bundle host : hosts) {
            double byCores = slot.cores() == 0 ? Integer.MAX_VALUE : host.cores() / slot.cores();
            double byRam = slot.ramBytes() == 0 ? Integer.MAX_VALUE : host.ramBytes() / slot.ramBytes();
            slots.add((int) Math.floor(Math.min(byCores, byRam) * (1 + 1e-12)));
        }
        return slots;
    }

    /** Slots that are left for more machines when the {@code failures} largest hosts are down; below 0: not enough. */
    public int spareSlots(int failures) {
        require(failures >= 0 && failures <= hosts.size(), () -> "failover: cannot lose " + failures + " hosts");
        List<Integer> sorted = slots().stream().sorted().toList();
        long left = sorted.stream()
                .limit(hosts.size() - failures)
                .mapToLong(Integer::longValue)
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, left - machines.size());
    }

    /** How many hosts may fail with every machine still running. */
    public int failoverCapacity() {
        int failures = 0;
        while (failures < hosts.size() && spareSlots(failures + 1) >= 0) {
            failures++;
        }
        return failures;
    }

    /** Part of the CPU that no machine has reserved. */
    public double freeCpuFraction() {
        return 1
                - machines.stream().mapToDouble(Bundle::cores).sum()
                        / hosts.stream().mapToDouble(Bundle::cores).sum();
    }

    /** Part of the memory that no machine has reserved. */
    public double freeRamFraction() {
        return 1
                - machines.stream().mapToDouble(Bundle::ramBytes).sum()
                        / hosts.stream().mapToDouble(Bundle::ramBytes).sum();
    }

    /** What may still be sold of the CPU when {@code reservedFraction} must stay free: the exact form of an 80% rule. */
    public double sellableCpuFraction(double reservedFraction) {
        return Math.max(0, freeCpuFraction() - fraction(reservedFraction, "failover: reserved part"));
    }

    /** The same for memory. */
    public double sellableRamFraction(double reservedFraction) {
        return Math.max(0, freeRamFraction() - fraction(reservedFraction, "failover: reserved part"));
    }

    /** Part to keep free so that {@code failures} of {@code hosts} equal hosts may fail: N+1, N+2. */
    public static double reserveFraction(int hosts, int failures) {
        require(
                hosts >= 1 && failures >= 0 && failures <= hosts,
                () -> "failover: cannot lose " + failures + " of " + hosts + " hosts");
        return (double) failures / hosts;
    }
}
