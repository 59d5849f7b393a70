package clock2cloud.app.spot;

import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.checkpoint.CheckpointFolder;
import clock2cloud.nn.checkpoint.SavedTraining;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The process that is killed: trains a real net from its newest checkpoint on, asking before every epoch and every dump, so
 * that the market's clock and not this machine's load says where it dies.
 */
final class Trainee {
    private static final int TEST_ROWS = 10;

    private Trainee() {}

    /** The plan, as the command line carries it. */
    record Plan(Path folder, Path data, int rows, String layers, long seed, int epochs, int every) {
        Plan in(Path other) {
            return new Plan(other, data, rows, layers, seed, epochs, every);
        }

        List<String> arguments() {
            return List.of(
                    folder.toString(),
                    data.toString(),
                    Integer.toString(rows),
                    layers,
                    Long.toString(seed),
                    Integer.toString(epochs),
                    Integer.toString(every));
        }

        static Plan parse(String... arguments) {
            return new Plan(
                    Path.of(arguments[0]),
                    Path.of(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    arguments[3],
                    Long.parseLong(arguments[4]),
                    Integer.parseInt(arguments[5]),
                    Integer.parseInt(arguments[6]));
        }
    }

    public static void main(String... arguments) throws IOException {
        Plan plan = Plan.parse(arguments);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        DataSet data = data(plan);
        int[] sizes = Arrays.stream(plan.layers().split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        Net net = Net.dense(Activation.RELU, sizes);
        try (Trainer trainer = new Trainer(net, Settings.of(10, 0.05, plan.seed()), FastKernels.here())) {
            CheckpointFolder folder = new CheckpointFolder(plan.folder(), 2);
            folder.newest().checkpoint().ifPresent(saved -> SavedTraining.resume(saved, trainer));
            out.println("ready " + trainer.epochs());
            while (trainer.epochs() < plan.epochs()) {
                in.readLine();
                trainer.epoch(data, data.first(TEST_ROWS), System::nanoTime);
                out.println("epoch " + trainer.epochs());
                if (trainer.epochs() % plan.every() == 0 || trainer.epochs() == plan.epochs()) {
                    in.readLine();
                    folder.save(SavedTraining.of(trainer, Map.of("layers", plan.layers()), Map.of()));
                    out.println("saved " + trainer.epochs());
                }
            }
        }
    }

    /** Rows of 784 pixels and a label each. */
    private static DataSet data(Plan plan) throws IOException {
        byte[] bytes = Files.readAllBytes(plan.data());
        int pixels = bytes.length / plan.rows() - 1;
        int side = (int) Math.sqrt(pixels);
        int[] labels = new int[plan.rows()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bytes[plan.rows() * pixels + i];
        }
        List<String> names = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        return DataSet.ofPixels(
                new ImageShape(side, side, 1), Arrays.copyOf(bytes, plan.rows() * pixels), labels, names);
    }
}
