package clock2cloud.vm.pool;

import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import clock2cloud.vm.host.Overcommit;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * A pool over time: machines arrive, run, leave, wait or are refused; hosts fail and come back. Event to event, without a
 * time step.
 *
 * @param hosts capacities
 * @param placement makes the policy of a run: which host a machine goes to
 * @param waiting what happens to one that fits nowhere
 * @param failures in any order
 */
public record PoolSimulation(
        List<Bundle> hosts,
        Overcommit overcommit,
        Supplier<PlacementPolicy> placement,
        WaitingRule waiting,
        List<HostFailure> failures) {
    public PoolSimulation {
        int count = hosts.size();
        hosts = List.copyOf(hosts);
        failures = failures.stream()
                .sorted(java.util.Comparator.comparingDouble(HostFailure::timeSeconds))
                .toList();
        for (HostFailure failure : failures) {
            require(
                    failure.host() >= 0 && failure.host() < count,
                    () -> "host failure: no host " + failure.host() + " among " + count);
        }
    }

    /** Nothing oversold, nothing fails; the placement by its name. */
    public static PoolSimulation of(List<Bundle> hosts, String placement, WaitingRule waiting) {
        return new PoolSimulation(hosts, Overcommit.NONE, () -> PlacementPolicy.of(placement), waiting, List.of());
    }

    /**
     * Runs to {@code horizonSeconds}; arrivals must be in order and later ones are not taken.
     *
     * @param sampleSeconds distance of the samples
     * @param keepOutcomes whether each machine's stay is kept
     */
    public PoolResult run(
            Iterator<VmRequest> arrivals, double horizonSeconds, double sampleSeconds, boolean keepOutcomes) {
        positive(horizonSeconds, "pool: horizon", "s");
        positive(sampleSeconds, "pool: sample distance", "s");
        require(horizonSeconds / sampleSeconds <= 1e7, "pool: more than ten million samples");
        return new PoolRun(this, arrivals, horizonSeconds, sampleSeconds, keepOutcomes).result();
    }
}
