package clock2cloud.app.vm;

import clock2cloud.vm.Refusal;
import clock2cloud.vm.capacity.UsageTrace;
import clock2cloud.vm.host.CreditBank;
import clock2cloud.vm.memory.MemoryReclamation;
import clock2cloud.vm.migration.PreCopy;
import clock2cloud.vm.pool.PoolResult;
import clock2cloud.vm.scheduler.GuestTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answer of {@code c2c vm run}: one part for each part of the scenario. */
record ScenarioResult(
        String scenario,
        long seed,
        Optional<Pool> pool,
        Optional<Map<String, Double>> entitlements,
        Optional<List<GuestTime>> scheduler,
        Optional<List<MemoryReclamation.Share>> memory,
        Optional<List<Moved>> migrations,
        Optional<List<CreditBank.Outcome>> burst,
        Optional<Usage> usage,
        Optional<Map<String, List<String>>> snapshotChains) {

    /** What became of hosts, machines and tasks. */
    record Pool(
            int hosts,
            double horizonSeconds,
            int placed,
            int ended,
            int running,
            int restarted,
            List<Refusal> refused,
            List<Refusal> lost,
            int peakHostsInUse,
            double meanUtilisationFraction,
            double meanWaitSeconds,
            List<Stay> vms,
            List<Done> tasks,
            List<Refusal> unfinishedTasks,
            OptionalDouble makespanSeconds,
            OptionalDouble finishSumSeconds,
            Optional<Order> order,
            Optional<Rebalanced> rebalance,
            Failover failover,
            Fragments fragmentation,
            Optional<Energy> energy,
            List<PoolResult.Sample> samples) {}

    /**
     * One machine on one host.
     *
     * @param gotCores mean cores it had while it was there; absent without work
     * @param stealFraction wanted and not given, over wanted
     */
    record Stay(
            String name,
            String tenant,
            String host,
            double startSeconds,
            double endSeconds,
            OptionalDouble gotCores,
            OptionalDouble stealFraction) {}

    /** One finished task. */
    record Done(String name, String vm, double startSeconds, double finishSeconds) {}

    /** When the fill rule's line was first crossed, and so hardware should have been ordered. */
    record Order(double maximumFraction, String basis, OptionalDouble firstCrossedSeconds, double peakFraction) {}

    /** What moving machines at the horizon would do. */
    record Rebalanced(String kind, int migrations, double movedBytes, int hostsBefore, int hostsAfter) {}

    /** How many hosts may fail at the horizon with every machine restarted, by slots. */
    record Failover(int hostsThatMayFail, double freeCpuFraction, double freeRamFraction) {}

    /** What is free at the horizon, in pieces, against the mean machine. */
    record Fragments(long placeable, long pooled, double lostFraction, String binding) {}

    /** What the hosts drew until the horizon, those whose power is said. */
    record Energy(double joules, List<HostEnergy> hosts) {}

    /** One of them. */
    record HostEnergy(String host, double joules, double meanWatts) {}

    /** A trace of use, and what had come of selling more than there is. */
    record Usage(
            int machines,
            double allocatedSeconds,
            double usedSeconds,
            double usedFraction,
            List<UsageTrace.Risk> overcommit) {
        static Usage of(UsageTrace trace, List<Double> ratios) {
            return new Usage(
                    trace.machines(),
                    trace.allocatedSeconds(),
                    trace.usedSeconds(),
                    trace.usedFraction(),
                    ratios.stream().map(trace::soldOver).toList());
        }
    }

    /** One migration. */
    record Moved(String vm, double startSeconds, PreCopy.Result result) {}
}
