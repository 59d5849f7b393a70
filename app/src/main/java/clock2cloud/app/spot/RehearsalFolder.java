package clock2cloud.app.spot;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the processes of a rehearsal find their rows and leave their checkpoints; gone when it is closed. */
final class RehearsalFolder implements AutoCloseable {
    private final Path folder;

    RehearsalFolder() {
        try {
            folder = Files.createTempDirectory("c2c-rehearse");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the first rows of MNIST. */
    Path rows(int rows) {
        DataSet data = Mnist.load().train().first(rows);
        byte[] bytes = Arrays.copyOf(data.pixels(), rows * data.features() + rows);
        for (int i = 0; i < rows; i++) {
            bytes[rows * data.features() + i] = (byte) data.labels()[i];
        }
        try {
            return Files.write(folder.resolve("rows.bin"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where one run leaves its checkpoints. */
    Path of(String run) {
        return folder.resolve(run);
    }

    /** Whether two runs ended with the same checkpoint, bit for bit. */
    boolean sameFinalCheckpoint(String one, String other) {
        return Arrays.equals(finalCheckpoint(one), finalCheckpoint(other));
    }

    private byte[] finalCheckpoint(String run) {
        try (Stream<Path> files = Files.list(of(run))) {
            Path newest = files.filter(file -> file.toString().endsWith(".safetensors"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return Files.readAllBytes(newest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
