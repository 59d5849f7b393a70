package clock2cloud.nn.data;

import static clock2cloud.nn.data.Refusal.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureFolderTest {
    @TempDir
    Path folder;

    @Test
    void readsOneFolderAClass() throws IOException {
        write("ann/1.png", picture(2, 2, 0x000000, 0xffffff, 0x808080, 0x010101));
        write("ann/2.jpg", jpeg(2, 2, 0x808080));
        write("bob/1.png", picture(2, 2, 0xff0000, 0x00ff00, 0x0000ff, 0x80ffffff));
        DataSet set = Found.in(folder, Reading.asFound()).train();
        assertEquals(List.of("ann", "bob"), set.classNames());
        assertArrayEquals(new int[] {0, 0, 1}, set.labels());
        assertArrayEquals(new byte[] {0, -1, (byte) 0x80, 1}, Arrays.copyOf(set.pixels(), 4));
        // BT.601: 0.299 × 255 = 76.2, 0.587 × 255 = 149.7, 0.114 × 255 = 29.1.
        assertArrayEquals(new byte[] {76, (byte) 150, 29}, Arrays.copyOfRange(set.pixels(), 8, 11));
    }

    @Test
    void greyFilesKeepTheirValues() throws IOException {
        BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setDataElements(0, 0, 2, 1, new byte[] {10, (byte) 200});
        for (boolean colour : new boolean[] {false, true}) {
            byte[] planes = Picture.decode(encoded(grey, "png"), colour).planes();
            assertEquals(10, planes[0]);
            assertEquals((byte) 200, planes[planes.length - 1]);
        }
    }

    @Test
    void cutsTheMiddleAndAveragesAreas() {
        // 4×2 to 1×1: the middle 2×2 is 2, 3, 6, 7, on average 4.5, rounded up.
        Picture wide = new Picture(new ImageShape(4, 2, 1), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertArrayEquals(new byte[] {5}, wide.fitted(new Reading.Size(1, 1)).planes());
        // 3 to 2 pixels: (1 × 0 + 0.5 × 30) / 1.5 = 10 and (0.5 × 30 + 1 × 90) / 1.5 = 70.
        Picture line = new Picture(new ImageShape(3, 3, 1), new byte[] {0, 30, 90, 0, 30, 90, 0, 30, 90});
        assertArrayEquals(
                new byte[] {10, 70, 10, 70}, line.fitted(new Reading.Size(2, 2)).planes());
        Picture dot = new Picture(new ImageShape(1, 1, 3), new byte[] {1, 2, 3});
        assertArrayEquals(
                new byte[] {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3},
                dot.fitted(new Reading.Size(2, 2)).planes());
    }

    @Test
    void saysWhichSizesCame() throws IOException {
        write("a/1.png", picture(40, 30, 0));
        write("a/2.png", picture(28, 28, 0));
        write("b/1.gif", encoded(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), "gif"));
        Found found = Found.in(folder, Reading.asFound());
        assertEquals(Map.of("28×28", 1, "40×30", 2), found.sizes());
        assertEquals(new ImageShape(28, 28, 1), found.train().shape());
        Reading colour = Reading.asFound().withColour(true).withSize(new Reading.Size(8, 4));
        assertEquals(
                "3 rows of 8×4×3 in 2 classes", Found.in(folder, colour).train().toString());
    }

    @Test
    void refusesOrSkipsEveryKindOfDamage() throws IOException {
        write("a/1.png", picture(16, 16, 0));
        write("b/1.jpg", jpeg(64, 64, 0xffffff));
        byte[] png = picture(64, 64, 1, 2, 3, 4, 5);
        byte[] jpeg = jpeg(64, 64, 0x123456);
        byte[] flipped = png.clone();
        flipped[png.length / 2] ^= 0x55;
        Map<String, byte[]> damaged = Map.of(
                "empty.png",
                new byte[0],
                "text.png",
                new byte[] {1, 2, 3, 4},
                "cut.png",
                Arrays.copyOf(png, png.length * 2 / 3),
                "cut.jpg",
                Arrays.copyOf(jpeg, jpeg.length * 2 / 3),
                "head.jpg",
                Arrays.copyOf(jpeg, 20),
                "flipped.png",
                flipped);
        for (Map.Entry<String, byte[]> one : damaged.entrySet()) {
            Path file = write("a/" + one.getKey(), one.getValue());
            refuses(file + ": ", "", () -> Found.in(folder, Reading.asFound()));
            Found found = Found.in(folder, Reading.asFound().withSkipsDamaged(true));
            assertEquals(1, found.oddFiles().size(), one.getKey());
            assertEquals(file, found.oddFiles().get(0).file());
            assertArrayEquals(new int[] {1, 1}, found.train().classCounts());
            Files.delete(file);
        }
    }

    @Test
    void namesWhatIsNoExample() throws IOException {
        write("a/1.png", picture(2, 2, 0));
        write("b/1.png", picture(2, 2, 0));
        write("a/Thumbs.db", new byte[3]);
        write("a/.hidden", new byte[3]);
        write("list.txt", new byte[3]);
        Files.createDirectory(folder.resolve("nothing"));
        String odd = Found.in(folder, Reading.asFound()).oddFiles().toString();
        assertTrue(odd.contains("nothing: a folder without pictures"), odd);
        assertTrue(odd.contains("list.txt: outside the folders of the classes"), odd);
        assertTrue(odd.contains("Thumbs.db: not a picture by its name"), odd);
        assertTrue(!odd.contains("hidden"), odd);
    }

    @Test
    void keepsTrainAndTestFoldersApart() throws IOException {
        write("train/a/1.png", picture(2, 2, 0));
        write("train/b/1.png", picture(2, 2, 0));
        write("test/b/1.png", picture(2, 2, 0));
        write("test/c/1.png", picture(2, 2, 0));
        Found found = Found.in(folder, Reading.asFound());
        assertArrayEquals(new int[] {1}, found.test().orElseThrow().labels());
        assertEquals(
                "a class that the training pictures lack",
                found.oddFiles().get(0).reason());
        assertEquals(1, found.pair(0.5, new SplittableRandom(1)).test().rows());
    }

    @Test
    void refusesOneClassAndNone() throws IOException {
        refuses(folder + ": holds no data set that is known here", "", () -> Found.in(folder, Reading.asFound()));
        write("cats/1.png", picture(2, 2, 0));
        refuses(folder + ": one class only [cats]", "", () -> Found.in(folder, Reading.asFound()));
        Path absent = folder.resolve("absent");
        refuses(absent + ": no such file", "", () -> Found.in(absent, Reading.asFound()));
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve(name + "/..").normalize());
        return Files.write(file, content);
    }

    /** A PNG whose pixels repeat the given ones, opaque unless they carry an alpha. */
    private static byte[] picture(int width, int height, int... argb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < width * height; i++) {
            int colour = argb[i % argb.length];
            image.setRGB(i % width, i / width, colour >>> 24 == 0 ? colour | 0xff000000 : colour);
        }
        return encoded(image, "png");
    }

    private static byte[] jpeg(int width, int height, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, rgb * (i % 7));
        }
        return encoded(image, "jpg");
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
