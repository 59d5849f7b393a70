package clock2cloud.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureRowsTest {
    private static final int EACH = 20;

    @TempDir
    Path folder;

    @BeforeEach
    void twoClasses() throws IOException {
        for (int i = 0; i < 2 * EACH; i++) {
            Path file = folder.resolve(i < EACH ? "ann" : "bob").resolve(i + ".png");
            Files.createDirectories(file.getParent());
            BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setSample(i % 4, i / 4 % 4, 0, 100 + i);
            ImageIO.write(image, "png", file.toFile());
        }
    }

    private TrainTest pair(boolean ahead) {
        Found found = ahead ? Found.ahead(folder, Reading.asFound()) : Found.in(folder, Reading.asFound());
        return found.pair(0.2, new SplittableRandom(1));
    }

    private static float[] trained(TrainTest data, int threads) {
        Net net = Net.dense(Activation.RELU, 16, 300, 2);
        Settings settings = Settings.of(8, 0.1, 1).withThreads(threads);
        try (Trainer trainer = new Trainer(net, settings, FastKernels.here())) {
            trainer.train(data.train(), data.test(), 2, () -> 0L, epoch -> {});
            return trainer.parameters().get(0).values().toRowMajor();
        }
    }

    @Test
    void decodingAheadChangesNoBit() {
        float[] before = trained(pair(false), 1);
        for (int threads = 1; threads <= 2; threads++) {
            assertArrayEquals(before, trained(pair(true), threads));
        }
    }

    @Test
    void rowsAreThereWhenTheyAreAskedFor() throws IOException {
        Path damaged = folder.resolve("bob/39.png");
        Files.write(damaged, java.util.Arrays.copyOf(Files.readAllBytes(damaged), 50));
        DataSet data = Found.ahead(folder, Reading.asFound().withSize(new Reading.Size(4, 4)))
                .train();
        assertTrue(data.isDecodedAhead());
        assertEquals(100 / 255f, data.value(0, 0));
        assertEquals(EACH, data.classCounts()[1]);
        int last = data.rows() - 1;
        int[] order = {last, 1, 2};
        data.ahead(order);
        assertEquals(101 / 255f, data.value(row(data, "101"), 1));
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, data::pixels);
        assertTrue(thrown.getMessage().startsWith(damaged + ": damaged picture"), thrown.getMessage());
    }

    /** Names are sorted as text: 0, 1, 10, … */
    private static int row(DataSet data, String value) {
        for (int row = 0; row < EACH; row++) {
            if (data.value(row, 1) == Integer.parseInt(value) / 255f) {
                return row;
            }
        }
        throw new AssertionError(value);
    }

    @Test
    void aDamagedPictureEndsTrainingByItsName() throws IOException {
        Path damaged = folder.resolve("ann/7.png");
        Files.write(damaged, java.util.Arrays.copyOf(Files.readAllBytes(damaged), 50));
        for (int threads = 1; threads <= 2; threads++) {
            int count = threads;
            IllegalArgumentException thrown =
                    assertThrows(IllegalArgumentException.class, () -> trained(pair(true), count));
            assertTrue(thrown.getMessage().startsWith(damaged + ": damaged picture"), thrown.getMessage());
        }
    }
}
