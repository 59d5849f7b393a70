package clock2cloud.app.nn;

import clock2cloud.app.Common;
import clock2cloud.app.Report;
import clock2cloud.app.chart.Figure;
import clock2cloud.nn.Evaluation;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.WarmUp;
import clock2cloud.nn.checkpoint.CheckpointFolder;
import clock2cloud.nn.checkpoint.NetText;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a net. */
@Command(
        name = "train",
        sortOptions = false,
        description = "Train a net on MNIST or on data of your own, and say how fast and how well.",
        footer = {
            "",
            "Example: ./c2c nn train --layers 784,128,10 --activation relu --batch 32 --epochs 2 --optimizer sgd --rate 0.1"
        })
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private NetOptions nets;

    @Option(names = "--epochs", defaultValue = "3", description = "Passes over the data (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Mixin
    private RuleOptions rules;

    @Option(names = "--patience", paramLabel = "N", description = "Stop when the test loss falls no more for N epochs.")
    private int patience;

    @Option(
            names = DataOptions.DATA,
            defaultValue = DataOptions.MNIST,
            description = "mnist, or a file or folder (default: mnist).")
    private String dataName;

    @Mixin
    private DataOptions dataOptions;

    @Option(names = "--save", paramLabel = "DIR", description = "Save a checkpoint after every epoch into this folder.")
    private Optional<Path> save = Optional.empty();

    @Option(names = "--keep", defaultValue = "3", description = "Checkpoints to keep (default: ${DEFAULT-VALUE}).")
    private int keep;

    @Option(names = "--resume", description = "Go on from the newest checkpoint in --save, to the same bits.")
    private boolean resume;

    @Mixin
    private Common common;

    @Override
    public Integer call() {
        if (epochs < 1 || patience < 0) {
            throw new IllegalArgumentException("--epochs " + epochs + " must be at least 1, --patience not negative");
        }
        Kernels kernels = FastKernels.here();
        TrainTest data = read(kernels);
        Net net = nets.net(data.train());
        net.requireFits(data.train());
        Settings settings = settings();
        try (Trainer trainer = new Trainer(net, settings, kernels)) {
            TrainingRun run = new TrainingRun(
                    common,
                    trainer,
                    data,
                    configuration(data, settings),
                    save.map(to -> new CheckpointFolder(to, keep)));
            if (resume) {
                run.resume();
            } else {
                run.begin();
            }
            run.train(epochs, patience);
            Evaluation evaluation = run.evaluation();
            TrainingResult result =
                    TrainingResult.of(trainer, kernels.name(), rules.optimizer(), dataName, data, run, evaluation);
            Report report = common.report()
                    .json(result)
                    .table(result.table())
                    .say(result.words())
                    .explain(result.explanations());
            save.ifPresent(folder -> report.say("Saved in " + folder + ": ./c2c nn inspect " + folder));
            return report.figures(() -> figures(data, trainer, run, evaluation)).print();
        }
    }

    /** The data; the digits, whose shape is known, are read while the net warms up. */
    private TrainTest read(Kernels kernels) {
        if (!dataName.equals(DataOptions.MNIST)) {
            return dataOptions.read(dataName, common.seed(), common::progress);
        }
        WarmUp warmUp = WarmUp.begin(nets.net(WarmUp.noise(Mnist.SHAPE, Mnist.CLASSES, 1)), settings(), kernels);
        try {
            return dataOptions.read(dataName, common.seed(), common::progress);
        } finally {
            warmUp.close();
        }
    }

    private Settings settings() {
        return rules.applied(
                Settings.of(nets.batch(), nets.rate(), common.seed()).withThreads(common.threads()));
    }

    private Map<String, String> configuration(TrainTest data, Settings settings) {
        Map<String, String> configuration = new TreeMap<>(rules.configuration());
        configuration.put("data", dataName);
        configuration.put("classes", String.join("\n", data.train().classNames()));
        configuration.put("shape", SavedNet.text(data.train().shape()));
        configuration.put("trainRows", Integer.toString(data.train().rows()));
        configuration.put("testRows", Integer.toString(data.test().rows()));
        configuration.put("batch", Integer.toString(settings.batch()));
        configuration.put("rate", Double.toString(settings.rate()));
        configuration.put("seed", Long.toString(settings.seed()));
        return configuration;
    }

    private List<Figure> figures(TrainTest data, Trainer trainer, TrainingRun run, Evaluation evaluation) {
        String conditions = NetText.of(trainer.net()) + " on " + dataName;
        String command = common.commandLine();
        List<Figure> figures = new ArrayList<>();
        figures.add(LearningFigures.curve(run.epochs(), conditions, command, common.seed()));
        figures.add(
                LearningFigures.confusion(evaluation, data.test().classNames(), conditions, command, common.seed()));
        Panels first = trainer.parameters().get(0).values();
        ImageShape shape = seen(trainer.net(), data.train().shape());
        if (first.rows() == shape.features() && shape.channels() == 1 && shape.height() > 1) {
            figures.add(LearningFigures.weights(first, shape, conditions, command, common.seed()));
        }
        return figures;
    }

    /** What a neuron of the first layer sees: the picture, or a convolution's window. */
    private static ImageShape seen(Net net, ImageShape picture) {
        return net.layers().get(0) instanceof LayerShape.Convolution c
                ? new ImageShape(c.size(), c.size(), picture.channels())
                : picture;
    }
}
