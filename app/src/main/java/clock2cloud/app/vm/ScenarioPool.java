package clock2cloud.app.vm;

import clock2cloud.app.table.Unit;
import clock2cloud.app.vm.Scenario.Policies;
import clock2cloud.app.vm.Scenario.Vm;
import clock2cloud.app.vm.ScenarioResult.Failover;
import clock2cloud.app.vm.ScenarioResult.Fragments;
import clock2cloud.app.vm.ScenarioResult.Order;
import clock2cloud.app.vm.ScenarioResult.Rebalanced;
import clock2cloud.vm.Refusal;
import clock2cloud.vm.capacity.Fragmentation;
import clock2cloud.vm.capacity.HighAvailability;
import clock2cloud.vm.host.Host;
import clock2cloud.vm.host.Overcommit;
import clock2cloud.vm.pool.Bundle;
import clock2cloud.vm.pool.FillRule;
import clock2cloud.vm.pool.HostPool;
import clock2cloud.vm.pool.PlacementPolicy;
import clock2cloud.vm.pool.PoolResult;
import clock2cloud.vm.pool.PoolSimulation;
import clock2cloud.vm.pool.Rebalance;
import clock2cloud.vm.pool.VmRequest;
import clock2cloud.vm.pool.WaitingRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The pool part of a scenario: hosts, machines and tasks, from file to result. */
final class ScenarioPool {
    private static final int MOST_HOSTS = 1_000_000;

    private final Scenario scenario;
    private final Policies policies;
    private final Overcommit overcommit;
    private final double horizon;
    private final List<Host> hosts = new ArrayList<>();
    private final Map<String, Vm> vms = new LinkedHashMap<>();
    private final List<VmRequest> requests;
    private final List<Refusal> refused = new ArrayList<>();

    ScenarioPool(Scenario scenario, ScenarioArrivals arrivals) {
        this.scenario = scenario;
        this.policies = scenario.policies().orElse(Policies.DEFAULT);
        this.overcommit = policies.overcommit()
                .map(o -> new Overcommit(
                        o.cpuRatio().orElse(1.0),
                        o.ramRatio().orElse(1.0),
                        o.diskRatio().orElse(1.0)))
                .orElse(Overcommit.NONE);
        for (HostFile file : scenario.hosts().orElse(List.of())) {
            addHosts(file);
        }
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("the scenario has vms or tasks and no hosts: add \"hosts\": [{…}]");
        }
        this.requests = arrivals.requests(vms);
        this.horizon = horizon();
    }

    private void addHosts(HostFile file) {
        Host host = file.host();
        int count = file.count().orElse(1);
        if (count < 1 || hosts.size() + (long) count > MOST_HOSTS) {
            throw new IllegalArgumentException(
                    "host " + host.name() + ": count " + count + " is not between 1 and a million hosts in all");
        }
        for (int i = 0; i < count; i++) {
            String name = count == 1 ? host.name() : host.name() + "-" + (i + 1);
            hosts.add(new Host(
                    name, host.cores(), host.clockHertz(), host.flopsPerCycle(), host.ramBytes(), host.diskBytes()));
        }
    }

    private double horizon() {
        double last = 0;
        for (VmRequest request : requests) {
            last = Math.max(last, request.arrivalSeconds());
            if (request.lifetimeSeconds() < Double.POSITIVE_INFINITY) {
                last = Math.max(last, request.arrivalSeconds() + request.lifetimeSeconds());
            }
        }
        double otherwise = scenario.tasks().isPresent() ? 1e12 : Math.max(1, last);
        double seconds = Amount.or(scenario.horizonSeconds(), Unit.SECONDS, "horizonSeconds", otherwise);
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("horizonSeconds must be above 0 s");
        }
        return seconds;
    }

    ScenarioResult.Pool run() {
        List<VmRequest> possible = new ArrayList<>();
        for (VmRequest request : requests) {
            double reserved = Optional.ofNullable(vms.get(request.name()))
                    .flatMap(Vm::reservationCores)
                    .orElse(0.0);
            if (reserved * overcommit.cpuRatio() > request.size().cores() * (1 + 1e-12)) {
                refused.add(new Refusal(
                        request.name(),
                        "reservation of " + reserved + " cores: with "
                                + request.size().cores() + " cores sold at an overcommit of " + overcommit.cpuRatio()
                                + " it cannot be guaranteed"));
            } else {
                possible.add(request);
            }
        }
        List<Bundle> sizes = hosts.stream()
                .map(h -> new Bundle(h.cores(), h.ramBytes(), h.diskBytes()))
                .toList();
        String placement = policies.placement().orElse("first-fit");
        PlacementPolicy.of(placement);
        double sample = Amount.or(scenario.sampleSeconds(), Unit.SECONDS, "sampleSeconds", horizon / 48);
        PoolResult result = new PoolSimulation(
                        sizes,
                        overcommit,
                        () -> PlacementPolicy.of(placement),
                        waiting(policies.waiting().orElse("refuse")),
                        scenario.failures().orElse(List.of()))
                .run(possible.iterator(), horizon, sample, true);
        refused.addAll(result.refusals());
        ScenarioTasks tasks = new ScenarioTasks(scenario, policies, hosts, vms, result.outcomes(), horizon);
        return answer(result, tasks.run());
    }

    private static WaitingRule waiting(String name) {
        return switch (name) {
            case "refuse" -> WaitingRule.REFUSE;
            case "first-come" -> WaitingRule.FIRST_COME;
            case "dominant-share", "drf" -> WaitingRule.DOMINANT_SHARE;
            default ->
                throw new IllegalArgumentException(
                        "policies.waiting: no rule " + name + "; there are refuse, first-come, dominant-share");
        };
    }

    private ScenarioResult.Pool answer(PoolResult result, ScenarioTasks.Result done) {
        HostPool atEnd = atHorizon(result);
        List<Bundle> live = live(atEnd);
        HighAvailability failover = new HighAvailability(
                java.util.stream.IntStream.range(0, atEnd.hosts())
                        .mapToObj(atEnd::sellable)
                        .toList(),
                live);
        boolean anyTask = scenario.tasks().isPresent();
        return new ScenarioResult.Pool(
                hosts.size(),
                horizon,
                result.placed(),
                result.ended(),
                result.running(),
                result.restarted(),
                List.copyOf(refused),
                result.lost(),
                result.peakHostsInUse(),
                result.meanUtilisationFraction(),
                result.meanWaitSeconds(),
                done.stays(),
                done.tasks(),
                done.unfinished(),
                anyTask ? OptionalDouble.of(done.makespanSeconds()) : OptionalDouble.empty(),
                anyTask ? OptionalDouble.of(done.finishSumSeconds()) : OptionalDouble.empty(),
                policies.fillRule().map(rule -> order(rule, result, done)),
                policies.rebalance().map(kind -> rebalance(kind, atEnd)),
                new Failover(failover.failoverCapacity(), failover.freeCpuFraction(), failover.freeRamFraction()),
                fragments(atHorizon(result), live),
                result.samples());
    }

    /** The pool as it stands at the end. */
    private HostPool atHorizon(PoolResult result) {
        HostPool pool = new HostPool(
                hosts.stream()
                        .map(h -> new Bundle(h.cores(), h.ramBytes(), h.diskBytes()))
                        .toList(),
                overcommit);
        Map<String, Bundle> sizes = new java.util.HashMap<>();
        requests.forEach(r -> sizes.put(r.name(), r.size()));
        for (PoolResult.Outcome outcome : result.outcomes()) {
            if (outcome.running()) {
                pool.put(sizes.getOrDefault(outcome.name(), new Bundle(0, 0, 0)), outcome.host());
            }
        }
        return pool;
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

    private Fragments fragments(HostPool pool, List<Bundle> live) {
        double n = Math.max(1, live.isEmpty() ? requests.size() : live.size());
        double cores = 0;
        double ram = 0;
        double disk = 0;
        for (Bundle b : live.isEmpty() ? requests.stream().map(VmRequest::size).toList() : live) {
            cores += b.cores() / n;
            ram += b.ramBytes() / n;
            disk += b.diskBytes() / n;
        }
        List<Bundle> free = java.util.stream.IntStream.range(0, pool.hosts())
                .mapToObj(pool::free)
                .toList();
        Fragmentation f = Fragmentation.of(free, new Bundle(cores == 0 ? 1 : cores, ram, disk));
        return new Fragments(f.placeable(), f.pooled(), f.lostFraction(), f.binding());
    }

    private Order order(Scenario.Fill rule, PoolResult result, ScenarioTasks.Result done) {
        double maximum = rule.maximumFraction().in(Unit.FRACTION, "policies.fillRule.maximumFraction");
        boolean used = new FillRule(maximum, rule.basis()).basis() == FillRule.Basis.USED;
        double peak = 0;
        OptionalDouble first = OptionalDouble.empty();
        for (PoolResult.Sample sample : result.samples()) {
            double all = sample.heldCores() + sample.leftoverCores();
            double counted = used ? done.usedCores(sample.timeSeconds()) : sample.heldCores();
            double full = all == 0 ? 0 : counted / all;
            peak = Math.max(peak, full);
            if (full > maximum && first.isEmpty()) {
                first = OptionalDouble.of(sample.timeSeconds());
            }
        }
        return new Order(maximum, used ? "used" : "allocated", first, peak);
    }

    private static Rebalanced rebalance(String kind, HostPool pool) {
        int before = pool.hostsInUse();
        List<Rebalance.Move> moves =
                switch (kind) {
                    case "consolidate" -> Rebalance.consolidate(pool);
                    case "level" -> Rebalance.level(pool, 0.1);
                    default ->
                        throw new IllegalArgumentException(
                                "policies.rebalance: no kind " + kind + "; there are consolidate, level");
                };
        double bytes = moves.stream().mapToDouble(Rebalance.Move::ramBytes).sum();
        return new Rebalanced(kind, moves.size(), bytes, before, pool.hostsInUse());
    }
}
