package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.spot.bill.Bill;
import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.checkpoint.CheckpointRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.eviction.FixedLife;
import clock2cloud.spot.job.BidSpells;
import clock2cloud.spot.job.Checkpoints;
import clock2cloud.spot.job.JobRun;
import clock2cloud.spot.job.RenewalSpells;
import clock2cloud.spot.job.Spells;
import clock2cloud.spot.price.PricePath;
import clock2cloud.spot.rule.Regime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
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

    @Mixin
    Common common;

    @Mixin
    WorkOptions work;

    @Option(
            names = "--mean-life",
            defaultValue = "40min",
            converter = Converters.Seconds.class,
            description = "Of a machine (default: 40min).")
    double meanLifeSeconds;

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

    @Option(
            names = "--bid",
            converter = Converters.DollarsPerHour.class,
            description = "Prices say who dies, of --model or --history: all that --mean-life says is then unused.")
    Optional<Double> bidDollarsPerHour = Optional.empty();

    @Mixin
    MarketOptions market;

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
        bidDollarsPerHour.ifPresent(bid -> regime.checkedBid(bid, market.onDemandDollarsPerHour));
        int interval = interval();
        Optional<PricePath> prices = bidDollarsPerHour.map(bid -> market.path(common));
        JobRun forecast = forecast(regime.spotBilling(), interval * epochSeconds(), spells(prices));
        Path data = folder.resolve("rows.bin");
        Rehearsal.writeRows(data, rows);
        common.progress("once without any death ...");
        RehearsalOutcome calm = run(
                folder.resolve("calm"),
                data,
                interval,
                new RenewalSpells(new FixedLife(1e11), new FixedLife(0), dollarsPerHour, random()));
        double wall = (forecast.evictions() + 1) * calm.wall().launchSeconds()
                + (epochs + forecast.lostSeconds() / epochSeconds())
                        * calm.wall().epochSeconds()
                + (double) epochs / interval * calm.wall().dumpSeconds();
        common.progress(String.format(
                Locale.ROOT, "forecast: %d kills, %.1f s of wall time; now with them ...", forecast.evictions(), wall));
        RehearsalOutcome stormy = run(folder.resolve("stormy"), data, interval, spells(prices));
        DoubleUnaryOperator priceAt = prices.isPresent() ? prices.get()::at : time -> dollarsPerHour;
        Bill bill = Bill.of(stormy.leases(), regime.spotBilling(), priceAt);
        Bill onDemand = Bill.of(calm.leases(), regime.onDemandBilling(), time -> market.onDemandDollarsPerHour);
        RehearsalReport result = new RehearsalReport(
                stormy.kills(),
                stormy.died(RehearsalOutcome.During.CHECKPOINT),
                stormy.halfWritten(),
                Arrays.equals(calm.finalCheckpoint(), stormy.finalCheckpoint()),
                epochs,
                interval,
                forecast.evictions(),
                forecast.lostSeconds() / epochSeconds(),
                stormy.lostEpochs(),
                forecast.makespanSeconds() / 3600,
                stormy.makespanHours(),
                prices.isPresent()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(law().expectedSeconds(interval * epochSeconds()) / 3600),
                wall,
                stormy.wall().totalSeconds(),
                Math.abs(wall / stormy.wall().totalSeconds() - 1),
                bill.costDollars(),
                onDemand.costDollars(),
                stormy.machines());
        return print(result, regime);
    }

    private double epochSeconds() {
        return work.workSeconds / epochs;
    }

    private CheckpointedRun law() {
        return work.law(meanLifeSeconds);
    }

    /** Epochs between checkpoints: as asked for, or the whole number nearest to Daly's interval. */
    private int interval() {
        if (every < 0 || every > epochs) {
            throw new IllegalArgumentException("--every " + every + " must be 1 to " + epochs + " epochs");
        }
        return every > 0
                ? every
                : (int) Math.max(
                        1, Math.min(epochs, Math.round(CheckpointRule.DALY.intervalSeconds(law()) / epochSeconds())));
    }

    private RehearsalOutcome run(Path folder, Path data, int interval, Spells spells) {
        Trainee.Plan plan = new Trainee.Plan(folder, data, rows, layers, common.seed(), epochs, interval);
        return new Rehearsal(
                        plan,
                        folder,
                        epochSeconds(),
                        work.restartSeconds,
                        work.job().dumpSeconds())
                .run(spells);
    }

    /** The same run on paper; refuses one that would hardly ever end. */
    private JobRun forecast(BillingRule rule, double intervalSeconds, Spells spells) {
        JobRun run = new JobRun(work.job(), Checkpoints.fixed(intervalSeconds), rule, -1);
        if (!run.run(spells, 0) || run.evictions() > MOST_MACHINES) {
            throw new IllegalArgumentException(
                    "this job would need more than " + MOST_MACHINES + " machines, or longer than the prices last;"
                            + " save oftener (--every), bid more, or let machines live longer");
        }
        return run;
    }

    private Spells spells(Optional<PricePath> prices) {
        return prices.isPresent()
                ? new BidSpells(prices.get(), bidDollarsPerHour.orElseThrow())
                : new RenewalSpells(new ExponentialLife(meanLifeSeconds), new FixedLife(0), dollarsPerHour, random());
    }

    private RandomGenerator random() {
        return MarketOptions.random(common.seed());
    }

    private int print(RehearsalReport result, Regime regime) {
        var report = common.report()
                .json(result)
                .table(result.table())
                .say(result.words(work.workSeconds, regime.from().toString()));
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
