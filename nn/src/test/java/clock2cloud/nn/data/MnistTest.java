package clock2cloud.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MnistTest {
    /** Sums of the four files as LeCun, Cortes and Burges published them, unpacked. */
    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte, ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        "train-labels-idx1-ubyte, 65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        "t10k-images-idx3-ubyte, 0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        "t10k-labels-idx1-ubyte, ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    })
    void shipsThePublishedFiles(String name, String sha256) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new GZIPInputStream(
                Objects.requireNonNull(Mnist.class.getResourceAsStream("/clock2cloud/nn/mnist/" + name + ".gz")))) {
            digest.update(in.readAllBytes());
        }
        assertEquals(sha256, HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void holdsSixtyAndTenThousandDigits() {
        TrainTest mnist = Mnist.load();
        assertEquals("60000 rows of 28×28 in 10 classes", mnist.train().toString());
        assertEquals("10000 rows of 28×28 in 10 classes", mnist.test().toString());
        // Counts a digit, and the first labels, as the data set's page gives them.
        assertArrayEquals(
                new int[] {5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949},
                mnist.train().classCounts());
        assertEquals(5, mnist.train().labels()[0]);
        assertEquals(7, mnist.test().labels()[0]);
        // Mean of all training pixels: 0.1307, as every normalisation recipe quotes it.
        long sum = 0;
        for (byte pixel : mnist.train().pixels()) {
            sum += pixel & 0xff;
        }
        assertEquals(0.1307, sum / 255.0 / mnist.train().pixels().length, 5e-5);
    }
}
