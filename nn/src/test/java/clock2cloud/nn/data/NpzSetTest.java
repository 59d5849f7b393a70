package clock2cloud.nn.data;

import static clock2cloud.nn.data.Refusal.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files written by NumPy; see the README beside them. */
final class NpzSetTest {
    @TempDir
    Path folder;

    @Test
    void readsKerasNamesAndTurnsChannelsIntoPlanes() throws IOException {
        Found found = Found.in(file("keras.npz"), Reading.asFound());
        DataSet train = found.train();
        assertEquals("2 rows of 2×2×3 in 3 classes", train.toString());
        // The first picture's values 0, 10, … 110 are r, g, b of four pixels.
        assertArrayEquals(
                new byte[] {0, 30, 60, 90, 10, 40, 70, 100, 20, 50, 80, 110}, Arrays.copyOf(train.pixels(), 12));
        assertArrayEquals(new int[] {1, 0}, train.labels());
        assertArrayEquals(new int[] {2}, found.test().orElseThrow().labels());
    }

    @Test
    void keepsBigEndianDoublesAndReadsHalves() throws IOException {
        DataSet set = Found.in(file("floats.npz"), Reading.asFound()).train();
        assertArrayEquals(new float[] {1.5f, -2, 3, 0.25f}, set.floats());
        NpyArray halves = new NpyArray(entry(file("floats.npz"), "z.npy"), "z");
        double[] values = {halves.value(0), halves.value(1), halves.value(2), halves.value(3)};
        assertArrayEquals(new double[] {1, -0.5, 0x1p-14, 0x1p-24}, values);
    }

    @Test
    void readsTheFirstIndexFastest() throws IOException {
        DataSet set = Found.in(file("fortran.npz"), Reading.asFound()).train();
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, set.floats());
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        refused("negative.npz", "(y): row 2: label -1.0 is not a whole number from 0 to 9999");
        Path other = Files.write(folder.resolve("other.npz"), new byte[] {1, 2, 3});
        refuses(other + ": not an NPZ (zip) archive", "", () -> Found.in(other, Reading.asFound()));
    }

    @Test
    void refusesEveryCutOfAnArray() throws IOException {
        byte[] whole = entry(file("floats.npz"), "x.npy");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            refuses("x: ", "", () -> new NpyArray(cut, "x"));
        }
    }

    private void refused(String name, String part) throws IOException {
        Path file = file(name);
        refuses(file.toString(), part, () -> Found.in(file, Reading.asFound()));
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(NpzSetTest.class.getResourceAsStream(name))) {
            return Files.write(file, in.readAllBytes());
        }
    }

    private static byte[] entry(Path archive, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new IllegalStateException(name);
    }
}
