package clock2cloud.app;

import clock2cloud.app.story.Climb;
import clock2cloud.app.story.Job;
import clock2cloud.app.story.Ladder;
import clock2cloud.app.story.LadderTables;
import clock2cloud.app.story.StoryFigures;
import clock2cloud.app.story.forecast.HostSteps;
import clock2cloud.app.story.host.CalibrationCache;
import clock2cloud.app.story.host.HostForecast;
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
            "Climb from an old laptop to a spot instance: how long, how much, what limits it, how sure, rung by rung.",
            "Then train the real net and hold the forecasts against it."
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
        HostSteps.requireThreads(common.threads());
        if (rate.isPresent() && !(rate.get() > 0)) {
            throw new IllegalArgumentException("--rate " + rate.get() + " must be above 0");
        }
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
                .csv(LadderTables.rows(result))
                .table(LadderTables.forPeople(result))
                .say(LadderTables.legend(result))
                .say("")
                .say(result.verdict())
                .explain(LadderTables.explanations(job, result))
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
}
