package clock2cloud.app.vm;

import clock2cloud.app.table.Unit;
import clock2cloud.app.vm.Scenario.Policies;
import clock2cloud.app.vm.Scenario.Vm;
import clock2cloud.app.vm.ScenarioResult.Order;
import clock2cloud.vm.Refusal;
import clock2cloud.vm.host.Overcommit;
import clock2cloud.vm.pool.FillRule;
import clock2cloud.vm.pool.HostFailure;
import clock2cloud.vm.pool.PlacementPolicy;
import clock2cloud.vm.pool.PoolResult;
import clock2cloud.vm.pool.PoolSimulation;
import clock2cloud.vm.pool.VmRequest;
import clock2cloud.vm.pool.WaitingRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The pool part of a scenario: hosts, machines and tasks, from file to result. */
final class ScenarioPool {
    /** Where no horizon is said, tasks run until they are done: so long at most. */
    private static final double FOREVER = 1e12;

    private final Scenario scenario;
    private final Policies policies;
    private final Overcommit overcommit;
    private final ScenarioHosts hosts;
    private final Map<String, Vm> vms = new LinkedHashMap<>();
    private final List<VmRequest> requests;
    private final List<Refusal> refused = new ArrayList<>();
    private final List<HostFailure> failures;
    private ScenarioEnergy energy;

    ScenarioPool(Scenario scenario, ScenarioArrivals arrivals) {
        this.scenario = scenario;
        this.policies = scenario.policies().orElse(Policies.DEFAULT);
        this.overcommit = policies.overcommit()
                .map(o -> new Overcommit(
                        o.cpuRatio().orElse(1.0),
                        o.ramRatio().orElse(1.0),
                        o.diskRatio().orElse(1.0)))
                .orElse(Overcommit.NONE);
        this.hosts = new ScenarioHosts(scenario.hosts().orElse(List.of()));
        this.requests = arrivals.requests(vms);
        this.failures = failures();
        this.energy = new ScenarioEnergy(hosts);
    }

    /** The last arrival or departure. */
    private double lastEventSeconds() {
        double last = 0;
        for (VmRequest request : requests) {
            last = Math.max(last, request.arrivalSeconds());
            if (request.lifetimeSeconds() < Double.POSITIVE_INFINITY) {
                last = Math.max(last, request.arrivalSeconds() + request.lifetimeSeconds());
            }
        }
        return last > 0 ? last : 1;
    }

    private List<HostFailure> failures() {
        return scenario.failures().orElse(List.of()).stream()
                .map(f -> new HostFailure(
                        f.timeSeconds().in(Unit.SECONDS, "failures: timeSeconds"),
                        hosts.number(f.host().text()),
                        f.repairSeconds().in(Unit.SECONDS, "failures: repairSeconds")))
                .sorted(Comparator.comparingDouble(HostFailure::timeSeconds))
                .toList();
    }

    /** To the horizon; where none is said, to the last arrival, departure or end of a task. */
    ScenarioResult.Pool run() {
        List<VmRequest> possible = possible();
        if (scenario.horizonSeconds().isPresent() || scenario.tasks().isEmpty()) {
            double horizon = Amount.or(scenario.horizonSeconds(), Unit.SECONDS, "horizonSeconds", lastEventSeconds());
            if (!(horizon > 0)) {
                throw new IllegalArgumentException("horizonSeconds must be above 0 s");
            }
            PoolResult result = simulate(possible, horizon, sampleSeconds(horizon));
            return answer(result, tasks(result, horizon), horizon);
        }
        ScenarioTasks.Result done = tasks(simulate(possible, FOREVER, FOREVER), FOREVER);
        double horizon = done.tasks().isEmpty() ? lastEventSeconds() : done.makespanSeconds();
        horizon = requests.stream().anyMatch(r -> r.arrivalSeconds() + r.lifetimeSeconds() < Double.POSITIVE_INFINITY)
                ? Math.max(horizon, lastEventSeconds())
                : horizon;
        PoolResult result = simulate(possible, horizon, sampleSeconds(horizon));
        List<ScenarioResult.Stay> stays = tasks(result, horizon).stays();
        return answer(result, new ScenarioTasks.Result(stays, done.tasks(), done.unfinished()), horizon);
    }

    private List<VmRequest> possible() {
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
        return possible;
    }

    private double sampleSeconds(double horizon) {
        return Amount.or(scenario.sampleSeconds(), Unit.SECONDS, "sampleSeconds", horizon / 48);
    }

    private PoolResult simulate(List<VmRequest> possible, double horizon, double sampleSeconds) {
        String placement = policies.placement().orElse("first-fit");
        PlacementPolicy.of(placement);
        return new PoolSimulation(
                        hosts.sizes(),
                        overcommit,
                        () -> PlacementPolicy.of(placement),
                        waiting(policies.waiting().orElse("refuse")),
                        failures)
                .run(possible.iterator(), horizon, sampleSeconds, true);
    }

    private ScenarioTasks.Result tasks(PoolResult result, double horizon) {
        energy = new ScenarioEnergy(hosts);
        return new ScenarioTasks(scenario, policies, hosts.all(), vms, result.outcomes(), horizon, energy).run();
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

    private ScenarioResult.Pool answer(PoolResult result, ScenarioTasks.Result done, double horizon) {
        refused.addAll(result.refusals());
        PoolAtHorizon atEnd = new PoolAtHorizon(hosts.sizes(), overcommit, requests, result);
        boolean anyTask = scenario.tasks().isPresent();
        return new ScenarioResult.Pool(
                hosts.all().size(),
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
                policies.rebalance().map(atEnd::rebalance),
                atEnd.failover(),
                atEnd.fragments(),
                energy.energy(horizon, failures),
                result.samples());
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
}
