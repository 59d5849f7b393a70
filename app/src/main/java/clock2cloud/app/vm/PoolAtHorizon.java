package clock2cloud.app.vm;

import clock2cloud.app.vm.ScenarioResult.Failover;
import clock2cloud.app.vm.ScenarioResult.Fragments;
import clock2cloud.app.vm.ScenarioResult.Rebalanced;
import clock2cloud.vm.capacity.Fragmentation;
import clock2cloud.vm.capacity.HighAvailability;
import clock2cloud.vm.host.Overcommit;
import clock2cloud.vm.pool.Bundle;
import clock2cloud.vm.pool.HostPool;
import clock2cloud.vm.pool.PoolResult;
import clock2cloud.vm.pool.Rebalance;
import clock2cloud.vm.pool.VmRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A pool as it stands at the end of its run: what is free in it, what could fail, what could move. */
final class PoolAtHorizon {
    private final List<Bundle> hosts;
    private final Overcommit overcommit;
    private final List<VmRequest> requests;
    private final PoolResult result;
    private final HostPool pool;
    private final List<Bundle> live;

    PoolAtHorizon(List<Bundle> hosts, Overcommit overcommit, List<VmRequest> requests, PoolResult result) {
        this.hosts = hosts;
        this.overcommit = overcommit;
        this.requests = requests;
        this.result = result;
        pool = filled();
        live = live(pool);
    }

    private HostPool filled() {
        HostPool filled = new HostPool(hosts, overcommit);
        Map<String, Bundle> sizes = new HashMap<>();
        requests.forEach(r -> sizes.put(r.name(), r.size()));
        for (PoolResult.Outcome outcome : result.outcomes()) {
            if (outcome.running()) {
                filled.put(sizes.getOrDefault(outcome.name(), new Bundle(0, 0, 0)), outcome.host());
            }
        }
        return filled;
    }

    private static List<Bundle> live(HostPool pool) {
        List<Bundle> live = new ArrayList<>();
        for (int host = 0; host < pool.hosts(); host++) {
            for (int slot : pool.machinesOn(host)) {
                live.add(pool.size(slot));
            }
        }
        return live;
    }

    Failover failover() {
        HighAvailability failover = new HighAvailability(
                IntStream.range(0, pool.hosts()).mapToObj(pool::sellable).toList(), live);
        return new Failover(failover.failoverCapacity(), failover.freeCpuFraction(), failover.freeRamFraction());
    }

    /** What is free, in pieces, against the mean machine that is there, or that was asked for. */
    Fragments fragments() {
        double n = Math.max(1, live.isEmpty() ? requests.size() : live.size());
        double cores = 0;
        double ram = 0;
        double disk = 0;
        for (Bundle b : live.isEmpty() ? requests.stream().map(VmRequest::size).toList() : live) {
            cores += b.cores() / n;
            ram += b.ramBytes() / n;
            disk += b.diskBytes() / n;
        }
        List<Bundle> free =
                IntStream.range(0, pool.hosts()).mapToObj(pool::free).toList();
        Fragmentation f = Fragmentation.of(free, new Bundle(cores == 0 ? 1 : cores, ram, disk));
        return new Fragments(f.placeable(), f.pooled(), f.lostFraction(), f.binding());
    }

    /** What moving machines would do, planned on a copy. */
    Rebalanced rebalance(String kind) {
        HostPool moved = filled();
        int before = pool.hostsInUse();
        List<Rebalance.Move> moves =
                switch (kind) {
                    case "consolidate" -> Rebalance.consolidate(moved);
                    case "level" -> Rebalance.level(moved, 0.1);
                    default ->
                        throw new IllegalArgumentException(
                                "policies.rebalance: no kind " + kind + "; there are consolidate, level");
                };
        double bytes = moves.stream().mapToDouble(Rebalance.Move::ramBytes).sum();
        return new Rebalanced(kind, moves.size(), bytes, before, moved.hostsInUse());
    }
}
