package clock2cloud.app.vm;

import clock2cloud.app.Common;
import clock2cloud.app.Report;
import clock2cloud.app.table.Json;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.vm.Refusal;
import clock2cloud.vm.capacity.UsageTrace;
import clock2cloud.vm.disk.SnapshotTree;
import clock2cloud.vm.host.CreditBank;
import clock2cloud.vm.memory.MemoryReclamation;
import clock2cloud.vm.migration.PreCopy;
import clock2cloud.vm.scheduler.CpuScheduler;
import clock2cloud.vm.scheduler.Guest;
import clock2cloud.vm.scheduler.GuestTime;
import clock2cloud.vm.scheduler.Load;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code c2c vm run}. */
@Command(
        name = "run",
        description = "Runs a scenario: hosts, virtual machines that come and go, their work, and the policies.",
        footer = {"", "Example: ./c2c vm run docs/examples/vm-pool.json --format json", "Schema: docs/json-vm.md"})
final class RunCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(index = "0", paramLabel = "SCENARIO.json", description = "The scenario.")
    private Path file;

    @Override
    public Integer call() {
        Scenario scenario = Json.readWhole(file, Scenario.class);
        OverheadOption.of(scenario.overhead().orElse("none"));
        SplittableRandom root = new SplittableRandom(common.seed());
        RandomGenerator forArrivals = root.split();
        RandomGenerator forLoads = root.split();
        boolean pool = scenario.hosts().isPresent()
                || scenario.vms().isPresent()
                || scenario.arrivals().isPresent();
        ScenarioResult result = new ScenarioResult(
                scenario.name().orElse(String.valueOf(file.getFileName())),
                common.seed(),
                pool
                        ? Optional.of(
                                new ScenarioPool(scenario, new ScenarioArrivals(scenario, file, forArrivals)).run())
                        : Optional.empty(),
                scenario.entitlements().map(ScenarioEntitlements::divided),
                scenario.scheduler().map(s -> scheduled(s, forLoads)),
                scenario.memory().map(RunCommand::reclaimed),
                scenario.migrations().map(list -> new ScenarioMigrations(scenario).run(list)),
                scenario.burst().map(b -> CreditBank.of(b.type())
                        .run(b.phases().stream().map(Scenario.Demand::phase).toList())),
                scenario.usage()
                        .map(u -> ScenarioResult.Usage.of(
                                u.read(ScenarioArrivals.folder(file)),
                                u.overcommitRatios().orElse(List.of(1.0, 2.0, 4.0)))),
                scenario.snapshots().map(RunCommand::chains));
        return report(result).print();
    }

    private static void namedOnce(String part, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(part + ": the name " + name + " is used twice");
        });
    }

    private static List<MemoryReclamation.Share> reclaimed(Scenario.Memory part) {
        namedOnce("memory", part.guests().stream().map(Scenario.Tenant::name));
        return MemoryReclamation.ofHost(part.hostBytes().in(Unit.BYTES, "memory.hostBytes"))
                .divide(part.guests().stream().map(Scenario.Tenant::guest).toList());
    }

    private static List<GuestTime> scheduled(Scenario.Scheduler part, RandomGenerator random) {
        namedOnce("scheduler", part.guests().stream().map(Scenario.ScheduledGuest::name));
        List<Guest> guests = new ArrayList<>();
        for (Scenario.ScheduledGuest g : part.guests()) {
            Load load = new Load(
                    g.stepSeconds().in(Unit.SECONDS, "VM " + g.name() + ": stepSeconds"),
                    Amount.or(g.pauseSeconds(), Unit.SECONDS, "VM " + g.name() + ": pauseSeconds", 0),
                    g.random().orElse(false));
            guests.add(new Guest(
                    g.name(),
                    g.weight().orElse(1.0),
                    g.virtualCpus().orElse(1),
                    g.quotaCores().orElse(Double.POSITIVE_INFINITY),
                    Amount.or(g.periodSeconds(), Unit.SECONDS, "VM " + g.name() + ": periodSeconds", 0.1),
                    load));
        }
        double switching = Amount.or(part.switchSeconds(), Unit.SECONDS, "scheduler.switchSeconds", 0);
        return new CpuScheduler(part.cores(), part.kind(), guests, switching, random)
                .run(part.seconds().in(Unit.SECONDS, "scheduler.seconds"), 0)
                .guests();
    }

    private static Map<String, List<String>> chains(Map<String, String> parents) {
        SnapshotTree tree = new SnapshotTree(parents);
        Map<String, List<String>> chains = new LinkedHashMap<>();
        parents.keySet().forEach(name -> chains.put(name, tree.chain(name)));
        return chains;
    }

    private Report report(ScenarioResult result) {
        Report report = common.report().json(result);
        result.pool().ifPresent(pool -> pool(report, pool));
        result.entitlements().ifPresent(shares -> {
            Table table = Table.of("vm", "entitlement");
            for (Map.Entry<String, Double> share : shares.entrySet()) {
                table = table.row(share.getKey(), share.getValue());
            }
            report.table(table);
        });
        result.scheduler().ifPresent(times -> {
            Table table = Table.of(
                    "vm", "cores", "stealSeconds", "throttledSeconds", "meanLatencySeconds", "p99LatencySeconds");
            for (GuestTime t : times) {
                table = table.row(
                        t.name(),
                        t.coreFraction(),
                        t.stealSeconds(),
                        t.throttledSeconds(),
                        t.meanLatencySeconds(),
                        t.p99LatencySeconds());
            }
            report.table(table);
        });
        result.memory().ifPresent(shares -> {
            Table table =
                    Table.of("vm", "grantedBytes", "sharedBytes", "balloonBytes", "swappedBytes", "slowdownRatio");
            for (MemoryReclamation.Share s : shares) {
                table = table.row(
                        s.name(),
                        s.grantedBytes(),
                        s.sharedBytes(),
                        s.balloonBytes(),
                        s.swappedBytes(),
                        s.slowdownRatio());
            }
            report.table(table);
        });
        result.migrations().ifPresent(moves -> {
            Table table = Table.of("vm", "rounds", "converged", "totalSeconds", "downtimeSeconds", "sentBytes");
            for (ScenarioResult.Moved m : moves) {
                PreCopy.Result r = m.result();
                table = table.row(
                        m.vm(), r.rounds().size(), r.converged(), r.totalSeconds(), r.downtimeSeconds(), r.sentBytes());
            }
            report.table(table);
        });
        result.burst().ifPresent(outcomes -> {
            Table table = Table.of(
                    "deliveredFraction", "burstSeconds", "balance credits", "surplus credits", "charged credits");
            for (CreditBank.Outcome o : outcomes) {
                table = table.row(
                        o.deliveredFraction(),
                        o.burstSeconds(),
                        o.balanceCredits(),
                        o.surplusCredits(),
                        o.chargedCredits());
            }
            report.table(table);
        });
        result.usage().ifPresent(usage -> {
            Table table = Table.of("overcommitRatio", "capacity", "shortFraction", "lostFraction");
            for (UsageTrace.Risk r : usage.overcommit()) {
                table = table.row(r.overcommitRatio(), r.capacity(), r.shortFraction(), r.lostFraction());
            }
            report.table(table);
            report.say(usage.machines() + " machines used " + Quantities.format(usage.usedFraction(), Unit.FRACTION)
                    + " of what they were promised.");
        });
        return report;
    }

    private static void pool(Report report, ScenarioResult.Pool pool) {
        Table table = Table.of("vm", "tenant", "host", "startSeconds", "endSeconds", "gotCores", "stealFraction");
        for (ScenarioResult.Stay s : pool.vms()) {
            table = table.row(
                    s.name(), s.tenant(), s.host(), s.startSeconds(), s.endSeconds(), s.gotCores(), s.stealFraction());
        }
        report.table(table);
        report.say(pool.placed() + " machines placed on " + pool.peakHostsInUse() + " of " + pool.hosts()
                + " hosts at most, " + pool.refused().size() + " refused, "
                + pool.lost().size() + " lost, "
                + pool.tasks().size() + " tasks done, " + pool.unfinishedTasks().size() + " not.");
        for (Refusal r : pool.refused()) {
            report.say("Refused " + r.name() + ": " + r.reason() + ".");
        }
        for (Refusal r : pool.lost()) {
            report.say("Lost " + r.name() + ": " + r.reason() + ".");
        }
        for (Refusal r : pool.unfinishedTasks()) {
            report.say("Unfinished " + r.name() + ": " + r.reason() + ".");
        }
    }
}
