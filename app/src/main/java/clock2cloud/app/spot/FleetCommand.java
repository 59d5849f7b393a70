package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Table;
import clock2cloud.spot.fleet.FleetOutcome;
import clock2cloud.spot.fleet.FleetPool;
import clock2cloud.spot.fleet.FleetRun;
import clock2cloud.spot.fleet.FleetStrategy;
import clock2cloud.spot.market.CorrelatedZones;
import clock2cloud.spot.price.PricePath;
import clock2cloud.spot.trace.PriceHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "fleet",
        description =
                "Many instances over several zones: what diversification buys. With --pool, how a fleet is spread.",
        footer = {
            "",
            "Example: ./c2c spot fleet --target 12 --days 90 --bid 0.9",
            "Example: ./c2c spot fleet --target 30 --pool a=0.10:1.00:8,b=0.20:1.00:8"
        })
final class FleetCommand implements Callable<Integer> {
    @Mixin
    Common common;

    @Mixin
    HistoryOptions recorded;

    @Option(names = "--target", defaultValue = "12", description = "Instances, or units with --pool (default: 12).")
    double target;

    @Option(
            names = "--pool",
            split = ",",
            paramLabel = "NAME=SPOT:ONDEMAND:WEIGHT",
            description = "Allocate once over these pools, dollars per hour and units an instance.")
    List<String> pools = List.of();

    @Option(names = "--on-demand", defaultValue = "0.90", converter = Converters.DollarsPerHour.class)
    double onDemandDollarsPerHour;

    @Option(names = "--calm", defaultValue = "0.17", converter = Converters.DollarsPerHour.class)
    double calmDollarsPerHour;

    @Option(names = "--bid", converter = Converters.DollarsPerHour.class, description = "Default: on-demand.")
    Optional<Double> bidDollarsPerHour = Optional.empty();

    @Option(names = "--restart", defaultValue = "5min", converter = Converters.Seconds.class)
    double restartSeconds;

    @Option(names = "--days", defaultValue = "90", description = "Of simulated prices in three zones (default: 90).")
    double days;

    /** One strategy over these zones. */
    record Line(String strategy, String zones, FleetOutcome outcome) {}

    record Result(String market, int zones, List<Line> fleets) {}

    /** One pool's instances. */
    record Share(String strategy, String pool, int instances) {}

    record Allocation(double targetUnits, List<Share> shares) {}

    @Override
    public Integer call() {
        return pools.isEmpty() ? simulate() : allocate();
    }

    private int simulate() {
        if (target != Math.rint(target) || !(days > 0 && days <= 3660)) {
            throw new IllegalArgumentException(
                    "--target " + target + " must be a whole number of instances and --days in (0, 3660]");
        }
        List<Line> lines = new ArrayList<>();
        List<PricePath> zones;
        if (recorded.given()) {
            zones = recorded.zones(common).stream().map(PriceHistory::path).toList();
            lines.addAll(run("as recorded", zones));
        } else {
            CorrelatedZones law = CorrelatedZones.of2015(calmDollarsPerHour, onDemandDollarsPerHour, 300);
            zones = law.paths(MarketOptions.random(common.seed()), days * 86400);
            lines.addAll(run("as correlated as in 2015", zones));
            lines.addAll(
                    run("each by itself", law.independent().paths(MarketOptions.random(common.seed()), days * 86400)));
        }
        lines.addAll(run("the first zone alone", zones.subList(0, 1)).subList(0, 1));
        String market = recorded.name().orElse("zones, " + days + " days");
        return common.report()
                .json(new Result(market, zones.size(), lines))
                .table(table(lines))
                .say(words(lines))
                .print();
    }

    private List<Line> run(String name, List<PricePath> zones) {
        List<Line> lines = new ArrayList<>();
        for (FleetStrategy strategy : FleetStrategy.values()) {
            FleetRun run = new FleetRun(
                    zones,
                    strategy,
                    (int) target,
                    bidDollarsPerHour.orElse(onDemandDollarsPerHour),
                    onDemandDollarsPerHour,
                    restartSeconds);
            lines.add(new Line(name(strategy), name, run.run()));
        }
        return lines;
    }

    private static Table table(List<Line> lines) {
        Table table = Table.of(
                "strategy",
                "zones",
                "workingFraction",
                "fullFraction",
                "emptyFraction",
                "lost",
                "lostAtOnce",
                "dollarsPerWorkingHour");
        for (Line line : lines) {
            FleetOutcome outcome = line.outcome();
            table = table.row(
                    line.strategy(),
                    line.zones(),
                    outcome.workingFraction(),
                    outcome.fullFraction(),
                    outcome.emptyFraction(),
                    outcome.lost(),
                    outcome.lostAtOnce(),
                    outcome.dollarsPerWorkingHour());
        }
        return table;
    }

    /** What the columns count, and what spreading bought. */
    private static String words(List<Line> lines) {
        FleetOutcome lowest = lines.get(0).outcome();
        FleetOutcome spread = lines.get(1).outcome();
        return String.format(
                Locale.ROOT,
                "Working: the share of the instances asked for that work, in the mean; full and empty: the share of the time with"
                        + " all of them, with none; by itself a zone is out as often, but never for a cause that the others"
                        + " share. Spread over the zones the fleet loses %d instances instead of %d, at most %d at once instead of %d, and has"
                        + " nothing running %.2f%% of the time instead of %.2f%%.",
                spread.lost(),
                lowest.lost(),
                spread.lostAtOnce(),
                lowest.lostAtOnce(),
                100 * spread.emptyFraction(),
                100 * lowest.emptyFraction());
    }

    private int allocate() {
        List<FleetPool> read = pools.stream().map(FleetCommand::pool).toList();
        List<Share> shares = new ArrayList<>();
        Table table = Table.of("strategy", "pool", "instances");
        for (FleetStrategy strategy : FleetStrategy.values()) {
            for (Map.Entry<String, Integer> entry :
                    strategy.allocate(read, target).entrySet()) {
                shares.add(new Share(name(strategy), entry.getKey(), entry.getValue()));
                table = table.row(name(strategy), entry.getKey(), entry.getValue());
            }
        }
        return common.report()
                .json(new Allocation(target, shares))
                .table(table)
                .say(String.format(
                        Locale.ROOT,
                        "The fewest instances whose weights add up to %.4g or more: an instance of a pool counts as its"
                                + " weight.",
                        target))
                .print();
    }

    private static FleetPool pool(String text) {
        String[] parts = text.split("[=:]", -1);
        try {
            if (parts.length == 4 && !parts[0].isBlank()) {
                return new FleetPool(
                        parts[0],
                        Double.parseDouble(parts[1]),
                        Double.parseDouble(parts[2]),
                        Double.parseDouble(parts[3]));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--pool " + text + ": " + e.getMessage() + " is not a number", e);
        }
        throw new IllegalArgumentException("--pool " + text + " must be NAME=SPOT:ONDEMAND:WEIGHT, as a=0.10:1.00:8");
    }

    private static String name(FleetStrategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
