package clock2cloud.app.nn;

import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.checkpoint.Checkpoint;
import clock2cloud.nn.checkpoint.CheckpointFolder;
import clock2cloud.nn.checkpoint.SavedTraining;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.FastKernels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A checkpoint as a command names it: a file, or a folder whose newest whole one is meant. */
record SavedNet(Path file, Checkpoint checkpoint) {
    private static final int BATCH = 128;
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,9})x([0-9]{1,9})x([0-9]{1,9})");

    static SavedNet open(Path path, Consumer<String> warnings) {
        if (!Files.isDirectory(path)) {
            return new SavedNet(path, Checkpoint.load(path));
        }
        CheckpointFolder.Newest newest = new CheckpointFolder(path, 1).newest();
        newest.passedOver().forEach(warnings);
        return newest.file()
                .map(file -> new SavedNet(file, newest.checkpoint().orElseThrow()))
                .orElseThrow(
                        () -> new IllegalArgumentException(path + ": holds no whole checkpoint (step-….safetensors)"));
    }

    Net net() {
        return SavedTraining.net(checkpoint);
    }

    List<String> classNames() {
        String names = checkpoint.configuration().getOrDefault("classes", "");
        return names.isEmpty() ? List.of() : List.of(names.split("\n", -1));
    }

    /** The rows with their classes numbered as the net knows them; refuses a class that it never met. */
    DataSet known(DataSet data) {
        return classNames().isEmpty() ? data : data.withClasses(classNames());
    }

    /** The class's name; its number where the net has more classes than its data had. */
    String className(int label) {
        return label < classNames().size() ? classNames().get(label) : Integer.toString(label);
    }

    /** The pictures that it was trained on. */
    ImageShape shape() {
        String text = checkpoint.configuration().getOrDefault("shape", "");
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file + ": does not say which pictures it was trained on");
        }
        return new ImageShape(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    static String text(ImageShape shape) {
        return shape.width() + "x" + shape.height() + "x" + shape.channels();
    }

    /** A trainer that holds the weights, to look at data with. */
    Trainer trainer(int threads) {
        Trainer trainer =
                new Trainer(net(), Settings.of(BATCH, 0.1, checkpoint.seed()).withThreads(threads), FastKernels.here());
        SavedTraining.putWeights(checkpoint, trainer);
        return trainer;
    }
}
