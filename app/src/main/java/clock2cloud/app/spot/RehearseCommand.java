package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Table;
import clock2cloud.spot.bill.Bill;
import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.checkpoint.CheckpointRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.eviction.FixedLife;
import clock2cloud.spot.job.Checkpoints;
import clock2cloud.spot.job.Job;
import clock2cloud.spot.job.JobRun;
import clock2cloud.spot.job.RenewalSpells;
import clock2cloud.spot.rule.Regime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rehearse",
        description = "Train a real net in a process that is killed where the market says, and compare.",
        footer = {"", "Example: ./c2c spot rehearse --work 5h --mean-life 30min --epochs 60"})
final class RehearseCommand implements Callable<Integer> {
    private static final int MOST_MACHINES = 2000;

    /** The JSON of {@code c2c spot rehearse}. */
    record Result(
            int kills,
            int killsDuringCheckpoints,
            int halfWrittenCheckpoints,
            boolean bitIdentical,
            int epochs,
            int checkpointEveryEpochs,
            int forecastKills,
            double forecastLostEpochs,
            int measuredLostEpochs,
            double forecastMakespanHours,
            double measuredMakespanHours,
            double expectedMakespanHours,
            double forecastWallSeconds,
            double measuredWallSeconds,
            double errorFraction,
            double costDollars,
            double onDemandDollars,
            List<Rehearsal.Machine> machines) {}

    @Mixin
    Common common;

    @Option(names = "--work", defaultValue = "5h", converter = Converters.Seconds.class, description = "Useful work.")
    double workSeconds;

    @Option(
            names = "--mean-life",
            defaultValue = "40min",
            converter = Converters.Seconds.class,
            description = "Of a machine.")
    double meanLifeSeconds;

    @Option(
            names = "--restart",
            defaultValue = "5min",
            converter = Converters.Seconds.class,
            description = "After a death.")
    double restartSeconds;

    @Option(
            names = "--checkpoint",
            defaultValue = "2min",
            converter = Converters.Seconds.class,
            description = "One dump.")
    double dumpSeconds;

    @Option(names = "--every", description = "Epochs between checkpoints (default: Daly's interval, rounded).")
    int every;

    @Option(names = "--epochs", defaultValue = "60", description = "Epochs that the work stands for.")
    int epochs;

    @Option(names = "--layers", defaultValue = "784,32,10", description = "Of the real net.")
    String layers;

    @Option(names = "--rows", defaultValue = "500", description = "Rows of MNIST to train on.")
    int rows;

    @Option(names = "--price", defaultValue = "0.17", converter = Converters.DollarsPerHour.class)
    double dollarsPerHour;

    @Option(names = "--on-demand", defaultValue = "0.90", converter = Converters.DollarsPerHour.class)
    double onDemandDollarsPerHour;

    @Option(names = "--date", defaultValue = "2017-07-20", description = "Whose billing rules hold.")
    LocalDate date;

    @Override
    public Integer call() {
        if (epochs < 2 || epochs > 100_000 || rows < 10 || rows > 60_000) {
            throw new IllegalArgumentException("--epochs must be 2 to 100000 and --rows 10 to 60000");
        }
        if (!layers.matches("784(,[0-9]{1,4})*,10")) {
            throw new IllegalArgumentException("--layers " + layers + " must lead from 784 to 10, as 784,32,10");
        }
        Path folder = folder();
        try {
            return rehearse(folder);
        } finally {
            remove(folder);
        }
    }

    private int rehearse(Path folder) {
        Regime regime = Regime.on(date);
        double epochSeconds = workSeconds / epochs;
        CheckpointedRun law = new CheckpointedRun(workSeconds, dumpSeconds, restartSeconds, meanLifeSeconds);
        if (every < 0 || every > epochs) {
            throw new IllegalArgumentException("--every " + every + " must be 1 to " + epochs + " epochs");
        }
        int interval = every > 0
                ? every
                : (int) Math.max(
                        1, Math.min(epochs, Math.round(CheckpointRule.DALY.intervalSeconds(law) / epochSeconds)));
        JobRun forecast = forecast(regime.spotBilling(), interval * epochSeconds);
        Path data = folder.resolve("rows.bin");
        Rehearsal.writeRows(data, rows);
        common.progress("once without any death ...");
        Rehearsal.Outcome calm = run(
                folder.resolve("calm"),
                data,
                interval,
                new RenewalSpells(new FixedLife(1e11), new FixedLife(0), dollarsPerHour, random()));
        double wall = (forecast.evictions() + 1) * calm.wall().launchSeconds()
                + (epochs + forecast.lostSeconds() / epochSeconds) * calm.wall().epochSeconds()
                + (double) epochs / interval * calm.wall().dumpSeconds();
        common.progress(String.format(
                Locale.ROOT, "forecast: %d kills, %.1f s of wall time; now with them ...", forecast.evictions(), wall));
        Rehearsal.Outcome stormy = run(folder.resolve("stormy"), data, interval, spells());
        Bill bill = Bill.of(stormy.leases(), regime.spotBilling(), time -> dollarsPerHour);
        Bill onDemand = Bill.of(calm.leases(), regime.onDemandBilling(), time -> onDemandDollarsPerHour);
        double makespan = stormy.machines().get(stormy.machines().size() - 1).endHours();
        Result result = new Result(
                stormy.kills(),
                count(stormy, Rehearsal.During.CHECKPOINT),
                (int) stormy.machines().stream()
                        .filter(Rehearsal.Machine::halfWritten)
                        .count(),
                Arrays.equals(calm.finalCheckpoint(), stormy.finalCheckpoint()),
                epochs,
                interval,
                forecast.evictions(),
                forecast.lostSeconds() / epochSeconds,
                stormy.machines().stream()
                        .mapToInt(Rehearsal.Machine::lostEpochs)
                        .sum(),
                forecast.makespanSeconds() / 3600,
                makespan,
                law.expectedSeconds(interval * epochSeconds) / 3600,
                wall,
                stormy.wall().totalSeconds(),
                Math.abs(wall / stormy.wall().totalSeconds() - 1),
                bill.costDollars(),
                onDemand.costDollars(),
                stormy.machines());
        return print(result, regime);
    }

    private Rehearsal.Outcome run(Path folder, Path data, int interval, RenewalSpells spells) {
        Trainee.Plan plan = new Trainee.Plan(folder, data, rows, layers, common.seed(), epochs, interval);
        return new Rehearsal(plan, folder, workSeconds / epochs, restartSeconds, dumpSeconds).run(spells);
    }

    /** The same run on paper; refuses one that would hardly ever end. */
    private JobRun forecast(BillingRule rule, double intervalSeconds) {
        JobRun run = new JobRun(
                new Job(workSeconds, restartSeconds, dumpSeconds), Checkpoints.fixed(intervalSeconds), rule, -1);
        if (!run.run(spells(), 0) || run.evictions() > MOST_MACHINES) {
            throw new IllegalArgumentException(
                    "with a mean life of " + meanLifeSeconds + " s this job would need more than " + MOST_MACHINES
                            + " machines; save oftener (--every) or let machines live longer");
        }
        return run;
    }

    private RenewalSpells spells() {
        return new RenewalSpells(new ExponentialLife(meanLifeSeconds), new FixedLife(0), dollarsPerHour, random());
    }

    private java.util.random.RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(common.seed());
    }

    private static int count(Rehearsal.Outcome outcome, Rehearsal.During during) {
        return (int) outcome.machines().stream()
                .filter(machine -> machine.killedDuring() == during)
                .count();
    }

    private int print(Result result, Regime regime) {
        Table table = Table.of(
                "machine",
                "startHours",
                "endHours",
                "killedDuring",
                "resumedAt",
                "diedAt",
                "lostEpochs",
                "halfWritten");
        for (Rehearsal.Machine machine : result.machines()) {
            table = table.row(
                    machine.number(),
                    machine.startHours(),
                    machine.endHours(),
                    machine.killedDuring().name().toLowerCase(Locale.ROOT),
                    machine.resumedAtEpoch(),
                    machine.diedAtEpoch(),
                    machine.lostEpochs(),
                    machine.halfWritten());
        }
        String words = String.format(
                Locale.ROOT,
                "%d kills (%d of them in a checkpoint, %d half-written files left); the final weights are %s those of the"
                        + " uninterrupted run. Work lost: %.1f epochs forecast, %d whole ones measured. Wall time %.2f s"
                        + " forecast, %.2f s measured. The job's own clock: %.2f h (%.2f h expected over all markets, %.2f h"
                        + " without deaths). Bill under the rules of %s: $%.2f, on demand $%.2f.",
                result.kills(),
                result.killsDuringCheckpoints(),
                result.halfWrittenCheckpoints(),
                result.bitIdentical() ? "bit for bit" : "NOT",
                result.forecastLostEpochs(),
                result.measuredLostEpochs(),
                result.forecastWallSeconds(),
                result.measuredWallSeconds(),
                result.measuredMakespanHours(),
                result.expectedMakespanHours(),
                workSeconds / 3600,
                regime.from(),
                result.costDollars(),
                result.onDemandDollars());
        var report = common.report().json(result).table(table).say(words);
        return (result.bitIdentical() ? report : report.failed("the weights differ from the uninterrupted run's"))
                .print();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("c2c-rehearse");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
