package clock2cloud.nn.checkpoint;

import static clock2cloud.nn.data.Refusal.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointFolderTest {
    @TempDir
    Path folder;

    /** As if the process ended here. */
    private static final class Killed extends Error {}

    @Test
    void keepsTheLastFew() {
        CheckpointFolder checkpoints = new CheckpointFolder(folder.resolve("new/run"), 2);
        assertTrue(checkpoints.newest().checkpoint().isEmpty());
        for (long step : new long[] {999_999_999L, 1_000_000_000L, 10_000_000_000L}) {
            checkpoints.save(CheckpointTest.some(step));
        }
        assertEquals(
                List.of("step-1000000000.safetensors", "step-10000000000.safetensors"),
                Arrays.stream(new File(folder.toFile(), "new/run").list())
                        .sorted()
                        .toList());
        assertEquals(
                10_000_000_000L, checkpoints.newest().checkpoint().orElseThrow().step());
    }

    @Test
    void anEarlierRunIsPutAsideWhole() {
        CheckpointFolder checkpoints = new CheckpointFolder(folder.resolve("run"), 2);
        assertTrue(checkpoints.begin().isEmpty());
        assertTrue(Files.isDirectory(folder.resolve("run")));
        for (int run = 1; run <= 2; run++) {
            checkpoints.save(CheckpointTest.some(7));
            checkpoints.save(CheckpointTest.some(8));
            Path aside = checkpoints.begin().orElseThrow();
            assertEquals(folder.resolve("run/earlier-" + run), aside);
            assertEquals(
                    8,
                    new CheckpointFolder(aside, 2)
                            .newest()
                            .checkpoint()
                            .orElseThrow()
                            .step());
            assertTrue(checkpoints.newest().checkpoint().isEmpty());
        }
    }

    @Test
    void passesOverWhatIsTornAndSaysSo() throws IOException {
        CheckpointFolder checkpoints = new CheckpointFolder(folder, 9);
        checkpoints.save(CheckpointTest.some(1));
        Path torn = checkpoints.save(CheckpointTest.some(2));
        byte[] whole = Files.readAllBytes(torn);
        Files.write(torn, Arrays.copyOf(whole, whole.length - 3));
        Files.writeString(folder.resolve("step-000000003.safetensors"), "");
        CheckpointFolder.Newest newest = checkpoints.newest();
        assertEquals(1, newest.checkpoint().orElseThrow().step());
        assertEquals(2, newest.passedOver().size());
        assertTrue(newest.passedOver().get(1).startsWith(torn + ": torn: "), newest.toString());
    }

    @Test
    void aWriteThatIsKilledAnywhereLosesNothing() {
        CheckpointFolder checkpoints = new CheckpointFolder(folder, 1);
        Path file = checkpoints.save(CheckpointTest.some(5));
        byte[] next = CheckpointTest.some(6).bytes();
        for (Path target : List.of(file, folder.resolve("step-000000006.safetensors"))) {
            for (int written = 0; written <= next.length; written += 7) {
                int upTo = written;
                assertThrows(
                        Killed.class,
                        () -> AtomicFile.write(target, next, (channel, bytes) -> {
                            channel.write(bytes.limit(upTo));
                            throw new Killed();
                        }));
                assertEquals(5, checkpoints.newest().checkpoint().orElseThrow().step());
            }
        }
        checkpoints.save(CheckpointTest.some(6));
        assertEquals(
                List.of("step-000000006.safetensors"),
                Arrays.asList(folder.toFile().list()));
    }

    @Test
    void aFullDiskLosesNothingAndLeavesNothing() throws IOException {
        Path file = folder.resolve("net.safetensors");
        CheckpointTest.some(1).save(file);
        byte[] before = Files.readAllBytes(file);
        refuses(
                file + ": cannot be written (No space left on device); what was saved before is untouched",
                "",
                () -> AtomicFile.write(file, new byte[100], (channel, bytes) -> {
                    channel.write(bytes.limit(50));
                    throw new IOException("No space left on device");
                }));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertFalse(Files.exists(folder.resolve("net.safetensors.tmp")));
    }

    @Test
    void refusesAPlaceThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        refuses(file + "/x: cannot be written (", "", () -> CheckpointTest.some(1)
                .save(file.resolve("x")));
        refuses("checkpoints kept: 0", "", () -> new CheckpointFolder(folder, 0));
        Path absent = folder.resolve("absent");
        refuses(absent + ": cannot be read (no such file or folder)", "", () -> Checkpoint.load(absent));
    }

    @Test
    void aProcessKilledWhileItSavesLosesNothing() throws IOException, InterruptedException {
        Process saver = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessSaver.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long announced = 0;
        for (int line = 0; line < 20; line++) {
            announced = Long.parseLong(saver.inputReader().readLine());
        }
        saver.destroyForcibly().waitFor();
        CheckpointFolder.Newest newest = new CheckpointFolder(folder, 2).newest();
        assertEquals(List.of(), newest.passedOver());
        assertTrue(newest.checkpoint().orElseThrow().step() >= announced);
    }
}
