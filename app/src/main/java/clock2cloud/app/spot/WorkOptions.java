package clock2cloud.app.spot;

import clock2cloud.app.table.Converters;
import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.checkpoint.SavedTraining;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.spot.bill.PriceList;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.spot.job.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The work, and what saving and starting again cost. */
final class WorkOptions {
    @Option(
            names = "--work",
            defaultValue = "5h",
            converter = Converters.Seconds.class,
            description = "Useful work (default: 5h).")
    double workSeconds;

    @Option(
            names = "--restart",
            defaultValue = "5min",
            converter = Converters.Seconds.class,
            description = "After an eviction (default: 5min).")
    double restartSeconds;

    @Option(
            names = "--checkpoint",
            defaultValue = "2min",
            converter = Converters.Seconds.class,
            description = "One dump (default: 2min).")
    double dumpSeconds;

    @Option(
            names = "--checkpoint-bytes",
            converter = Converters.Bytes.class,
            description = "Size of a checkpoint: with --disk the dump is derived, not assumed.")
    Optional<Double> checkpointBytes = Optional.empty();

    @Option(
            names = "--checkpoint-of",
            paramLabel = "LAYERS",
            description = "Of the trainer's own checkpoint of this net, as 784-512-10: written once and measured.")
    Optional<String> checkpointOf = Optional.empty();

    @Option(
            names = "--disk",
            converter = Converters.BytesPerSecond.class,
            description = "Speed (default: that of --disk-of).")
    Optional<Double> diskBytesPerSecond = Optional.empty();

    @Option(
            names = "--disk-of",
            defaultValue = "p2.xlarge",
            description = "Instance type of July 2017 whose disk it is (default: p2.xlarge, 750 Mbit/s).")
    String diskOf;

    private Optional<Double> measuredBytes = Optional.empty();

    Job job() {
        Optional<Double> bytes = checkpointBytes.isPresent() ? checkpointBytes : measuredBytes();
        return bytes.isPresent()
                ? Job.ofCheckpoint(workSeconds, restartSeconds, bytes.get(), disk())
                : new Job(workSeconds, restartSeconds, dumpSeconds);
    }

    CheckpointedRun law(double meanLifeSeconds) {
        Job job = job();
        return new CheckpointedRun(job.workSeconds(), job.dumpSeconds(), job.restartSeconds(), meanLifeSeconds);
    }

    private double disk() {
        return diskBytesPerSecond.orElseGet(() -> PriceList.JULY_2017
                .diskBytesPerSecond(diskOf)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the catalogue does not say how fast the disk of " + diskOf + " is; give --disk")));
    }

    private Optional<Double> measuredBytes() {
        if (checkpointOf.isPresent() && measuredBytes.isEmpty()) {
            measuredBytes = Optional.of(bytesOf(checkpointOf.get()));
        }
        return measuredBytes;
    }

    /** The size of the file that the trainer writes. */
    private static double bytesOf(String layers) {
        if (!layers.matches("[1-9][0-9]{0,5}(-[1-9][0-9]{0,5})+")) {
            throw new IllegalArgumentException("--checkpoint-of " + layers + " must be layer sizes, as 784-512-10");
        }
        int[] sizes = java.util.Arrays.stream(layers.split("-"))
                .mapToInt(Integer::parseInt)
                .toArray();
        Net net = Net.dense(Activation.RELU, sizes);
        try (Trainer trainer = new Trainer(net, Settings.of(10, 0.05, 1), FastKernels.here())) {
            Path file = Files.createTempFile("c2c-checkpoint", ".safetensors");
            try {
                SavedTraining.of(trainer, Map.of(), Map.of()).save(file);
                return Files.size(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
