package clock2cloud.nn.data;

import static clock2cloud.nn.data.Refusal.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdxArrayTest {
    @TempDir
    Path folder;

    /** Two images of 1×3: magic 00000803, sizes 2, 1, 3, six bytes. */
    private static final byte[] IMAGES = hex("00000803 00000002 00000001 00000003 0001ff 7f8002");

    private static final byte[] LABELS = hex("00000801 00000002 0100");

    @Test
    void readsPlainAndGzipped() throws IOException {
        for (byte[] content : new byte[][] {IMAGES, gzip(IMAGES)}) {
            IdxArray images = IdxArray.parse(content, "x");
            assertEquals(3, images.dimensions());
            assertArrayEquals(new int[] {2, 1, 3}, new int[] {images.size(0), images.size(1), images.size(2)});
            assertArrayEquals(new byte[] {0, 1, -1, 127, -128, 2}, images.values());
        }
    }

    @Test
    void refusesWhatIsNotWhole() throws IOException {
        refusesHex("00000d03 00000002", "0x00000d03, not with 0x0000080n");
        refusesHex("ffd8ffe0 00104a46", "0xffd8ffe0");
        refusesHex("0000", "ends inside the header");
        refusesHex("00000803 00000002 00000001", "ends inside the header");
        refusesHex("00000803 00000002 00000001 00000000", "size 0 in dimension 3");
        refusesHex("00000801 ffffffff 00", "size 4294967295 in dimension 1");
        refusesHex("00000801 00000019 00", "truncated, or its header is damaged: it promises 25 values");
        refusesHex("00000804 7fffffff 7fffffff 7fffffff 7fffffff 00", "more than such a file can hold");
        refusesHex("00000801 00000009 00", "truncated: its header promises 9 values, it holds 1");
        refusesHex(
                "00000803 00000002 00000001 00000003 0001ff 7f8002 00", "too long: its header promises 2×1×3 values");
    }

    /** Two labels, 1 and 255: a set of 256 classes has more than two in use. */
    @Test
    void refusesALabelFarBeyondTheOthers() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), IMAGES);
        Files.write(folder.resolve("train-labels-idx1-ubyte"), hex("00000801 00000002 01ff"));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), IMAGES);
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), LABELS);
        refuses(
                "train-labels-idx1-ubyte: image 2 has label 255",
                "only 3 of the labels 0 to 255",
                () -> IdxSet.read(folder));
    }

    @Test
    void refusesEveryCutOfAGzippedFile() throws IOException {
        byte[] whole = gzip(IMAGES);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            refuses("cut.gz: ", "", () -> IdxArray.parse(cut, "cut.gz"));
        }
    }

    @Test
    void refusesAFlippedByteOfAGzippedFile() throws IOException {
        byte[] damaged = gzip(IMAGES);
        damaged[damaged.length - 6] ^= 0x40;
        refuses("a.gz: damaged gzip stream", "", () -> IdxArray.parse(damaged, "a.gz"));
    }

    @Test
    void readsAFolderOfFourAsTheyArePublished() throws IOException {
        four(IMAGES, LABELS);
        TrainTest set = IdxSet.read(folder);
        assertEquals("2 rows of 3×1 in 2 classes", set.train().toString());
        assertArrayEquals(new int[] {1, 0}, set.test().labels());
        assertEquals(1f, set.train().value(0, 2));
        assertEquals(127 / 255f, set.train().value(1, 0));
    }

    @Test
    void refusesFoldersThatDoNotFit() throws IOException {
        four(IMAGES, LABELS);
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), gzip(hex("00000801 00000001 01")));
        assertRefused("t10k-images-idx3-ubyte holds 2 images, t10k-labels-idx1-ubyte holds 1 labels");
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), gzip(IMAGES));
        assertRefused("t10k-labels-idx1-ubyte: holds an array of 3 dimensions");
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), LABELS);
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), hex("00000803 00000002 00000001 00000001 0001"));
        assertRefused("training rows are 3×1, test rows are 1×1");
        Files.delete(folder.resolve("t10k-images-idx3-ubyte.gz"));
        assertRefused("holds no t10k-images-idx3-ubyte");
    }

    private void assertRefused(String part) {
        refuses("", part, () -> IdxSet.read(folder));
    }

    private void four(byte[] images, byte[] labels) throws IOException {
        for (String part : new String[] {"train", "t10k"}) {
            Files.write(folder.resolve(part + "-images-idx3-ubyte.gz"), gzip(images));
            Files.write(folder.resolve(part + "-labels-idx1-ubyte.gz"), gzip(labels));
        }
    }

    private static void refusesHex(String hex, String part) {
        refuses("some.idx: ", part, () -> IdxArray.parse(hex(hex), "some.idx"));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
