package clock2cloud.app;

import clock2cloud.app.story.Climb;
import clock2cloud.app.story.Job;
import clock2cloud.app.story.Ladder;
import clock2cloud.app.story.Rung;
import clock2cloud.app.story.StoryFigures;
import clock2cloud.app.story.host.CalibrationCache;
import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.nn.Net;
import clock2cloud.nn.data.Found;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.Reading;
import clock2cloud.nn.data.TrainTest;
import clock2cloud.nn.kernel.Activation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGeneratorFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: how long, how much, what limits it, how sure; then the real training, held against it. */
@Command(
        name = "ladder",
        description = {
            "Climb from an old laptop to a spot instance: for every rung how long the training takes, what it costs,",
            "what limits it and how far the forecast can be trusted. Then train the real net and compare."
        },
        footer = {
            "",
            "Example: ./c2c ladder --quick",
            "Example: ./c2c ladder --layers 784,512,512,10 --batch 128 --rungs laptop-2009,one-core,p2.xlarge --quick"
        })
final class LadderCommand implements Callable<Integer> {
    private static final double TEST_FRACTION = 1.0 / 7;

    @Mixin
    private Common common;

    @Option(
            names = "--layers",
            split = ",",
            defaultValue = "784,128,10",
            paramLabel = "N",
            description = "Neurons a layer, from inputs to classes (default: ${DEFAULT-VALUE}).")
    private int[] layers;

    @Option(
            names = "--activation",
            defaultValue = "relu",
            description = "sigmoid, tanh, relu of the hidden layers (default: ${DEFAULT-VALUE}).")
    private Activation activation;

    @Option(names = "--batch", defaultValue = "32", description = "Rows a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--epochs", description = "Passes over the data (default: 10, with --quick 3).")
    private Optional<Integer> epochs;

    @Option(names = "--rate", description = "Learning rate (default: 0.1, or 3 for a sigmoid net).")
    private Optional<Double> rate;

    @Option(names = "--data", paramLabel = "PATH", description = "Folder or file of your own data (default: MNIST).")
    private Optional<Path> data;

    @Option(names = "--rungs", split = ",", paramLabel = "NAME", description = "Only these rungs (default: all).")
    private List<String> rungs = Ladder.RUNGS;

    @Option(names = "--quick", description = "Under a minute: a shorter calibration and three epochs.")
    private boolean quick;

    @Override
    public Integer call() {
        requireKnownRungs();
        requireSensibleLayers();
        TrainTest pair = data.map(path -> Found.in(path, Reading.asFound())
                        .pair(
                                TEST_FRACTION,
                                RandomGeneratorFactory.of("L64X128MixRandom").create(common.seed())))
                .orElseGet(Mnist::load);
        Net net = Net.dense(activation, layers);
        net.requireFits(pair.train());
        Job job = new Job(
                net,
                batch,
                epochs.orElse(quick ? 3 : 10),
                pair.train().rows(),
                (pair.train().features() + 1.0) * pair.train().rows());
        CalibrationCache cache = CalibrationCache.ofUser(common::progress);
        HostForecast host = HostForecast.now(
                cache.get(common.threads(), quick ? CalibrationCache.QUICK_SECONDS : CalibrationCache.FULL_SECONDS));
        double learning = rate.orElse(activation == Activation.SIGMOID ? 3.0 : 0.1);
        Climb.Result result =
                new Climb(job, pair, learning, common.seed(), common.threads(), common::progress).climb(rungs, host);
        return common.report()
                .json(result)
                .csv(table(result))
                .table(forPeople(result))
                .say(legend(result))
                .say("")
                .say(result.verdict())
                .explain(explanations(job, result))
                .figure(StoryFigures.ladder(result, common.commandLine(), common.seed()))
                .print();
    }

    private void requireKnownRungs() {
        for (String name : rungs) {
            if (!Ladder.RUNGS.contains(name)) {
                throw new IllegalArgumentException(
                        "--rungs: '" + name + "' is no rung; there are " + String.join(", ", Ladder.RUNGS));
            }
        }
    }

    private void requireSensibleLayers() {
        for (int size : layers) {
            if (size < 1 || size > 100_000) {
                throw new IllegalArgumentException(
                        "--layers: " + size + " neurons is not between 1 and 100000; write for example 784,128,10");
            }
        }
        if (layers.length < 2) {
            throw new IllegalArgumentException(
                    "--layers needs inputs and classes at least; write for example 784,128,10");
        }
    }

    private static Table table(Climb.Result result) {
        Table table = Table.of(
                "rung",
                "clockHertz",
                "peakFlopsPerSecond",
                "effectiveFlopsPerSecond",
                "forecastSecondsPerEpoch",
                "lowSecondsPerEpoch",
                "highSecondsPerEpoch",
                "measuredSecondsPerEpoch",
                "errorFraction",
                "runSeconds",
                "costDollars",
                "limiter",
                "trust");
        for (Rung rung : result.rungs()) {
            table = table.row(
                    rung.name(),
                    rung.clockHertz(),
                    rung.peakFlopsPerSecond(),
                    rung.effectiveFlopsPerSecond(),
                    rung.forecastSecondsPerEpoch(),
                    rung.lowSecondsPerEpoch(),
                    rung.highSecondsPerEpoch(),
                    rung.measuredSecondsPerEpoch(),
                    rung.errorFraction(),
                    rung.forecastSeconds(),
                    rung.costDollars(),
                    rung.limiter(),
                    rung.trust());
        }
        return table;
    }

    private static Table forPeople(Climb.Result result) {
        Table table = Table.of(
                "rung",
                "clock",
                "peak",
                "reached",
                "per epoch",
                "90% interval",
                "measured",
                "error",
                "run",
                "cost",
                "limit",
                "trust");
        for (Rung rung : result.rungs()) {
            table = table.row(
                    rung.name(),
                    rung.clockHertz().map(hertz -> Quantities.format(hertz, Unit.HERTZ)),
                    Quantities.format(rung.peakFlopsPerSecond(), Unit.FLOPS_PER_SECOND),
                    Quantities.format(rung.effectiveFlopsPerSecond(), Unit.FLOPS_PER_SECOND),
                    Quantities.format(rung.forecastSecondsPerEpoch(), Unit.SECONDS),
                    Quantities.format(rung.lowSecondsPerEpoch(), Unit.SECONDS) + " - "
                            + Quantities.format(rung.highSecondsPerEpoch(), Unit.SECONDS),
                    rung.measuredSecondsPerEpoch().map(seconds -> Quantities.format(seconds, Unit.SECONDS)),
                    rung.errorFraction().map(error -> Quantities.format(error, Unit.FRACTION)),
                    Quantities.format(rung.forecastSeconds(), Unit.SECONDS),
                    rung.costDollars().map(dollars -> Quantities.format(dollars, Unit.DOLLARS)),
                    rung.limiter(),
                    rung.trust());
        }
        return table;
    }

    private static String legend(Climb.Result result) {
        StringBuilder text = new StringBuilder();
        result.rungs().forEach(rung -> text.append(rung.name())
                .append(": ")
                .append(rung.title())
                .append("; ")
                .append(rung.because())
                .append(".\n"));
        text.append(
                "90% interval: nine runs in ten should fall between; on unchecked and published rungs it is a guess."
                        + " measured: trained here, after the forecast. published: its layers and its host are fitted to"
                        + " and held against other people's timings (docs/trust.md says how far off)."
                        + " unchecked: nothing to hold it against.");
        return text.toString();
    }

    private static Explanation[] explanations(Job job, Climb.Result result) {
        return result.rungs().stream()
                .map(rung -> Explanation.of(
                        rung.name() + " (" + rung.title() + ")",
                        "run = once + epochs × steps × seconds a step",
                        Quantities.format(rung.forecastSeconds(), Unit.SECONDS) + " = once + " + job.epochs() + " × "
                                + Quantities.significant(job.stepsPerEpoch()) + " × "
                                + Quantities.format(rung.forecastSecondsPerEpoch() / job.stepsPerEpoch(), Unit.SECONDS)
                                + "; " + rung.because(),
                        assumptions(rung),
                        source(rung)))
                .toArray(Explanation[]::new);
    }

    private static String assumptions(Rung rung) {
        return switch (rung.name()) {
            case "laptop-2009" -> "every operation reaches the same part of the peak as here; turbo and heat left out";
            case "one-core", "all-cores" ->
                "the sum of the step's operations, each from its timing surface, plus"
                        + " barriers, times the ratio of whole steps of made-up nets to their sum";
            case "ten-workers" -> "a tenth of the batch each, ring all-reduce at 1 µs and 10 GB/s, no overlap";
            case "cluster" ->
                "a quarter of the batch each, ring all-reduce at 100 µs and 125 MB/s, no overlap; HDFS"
                        + " blocks of 128 MiB, 3 replicas, disks of 100 MB/s";
            case "half-vm" -> "the share is always had in full, and no more";
            case "p2.xlarge", "p2.xlarge-spot" ->
                "Python's own time, then the longer of starting the kernels and running them";
            default -> "layers by data sheet at the P100's shares of it; the host of TensorFlow 2 of 2021";
        };
    }

    private static String source(Rung rung) {
        return switch (rung.name()) {
            case "laptop-2009" -> "machines/laptop-2009.json";
            case "one-core", "all-cores" -> "./c2c calibrate, on this machine";
            case "ten-workers", "cluster" -> "Thakur, Rabenseifner and Gropp 2005 (all-reduce)";
            case "half-vm" -> "Felter et al., ISPASS 2015 (KVM, tuned)";
            case "p2.xlarge" -> "Justus et al. 2018 (layers), minimaxir 2017 (Keras), EC2 price list of 20 July 2017";
            case "p2.xlarge-spot" -> "as p2.xlarge; Daly 2006; us-east-1b mean price August to October 2017";
            default -> "ddps-lab/profet 2021 (TensorFlow 2), NVIDIA data sheets, EC2 price list";
        };
    }
}
