package clock2cloud.nn.data;

import static clock2cloud.nn.data.Refusal.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Cifar10Test {
    @TempDir
    Path folder;

    @Test
    void readsRecordsAndRefusesPartsOfThem() throws IOException {
        byte[] batch = new byte[2 * 3073];
        batch[0] = 9;
        Arrays.fill(batch, 1, 1 + 1024, (byte) 255); // the red plane of a truck
        batch[3073] = 3;
        Files.write(folder.resolve("data_batch_1.bin"), batch);
        Files.write(folder.resolve("test_batch.bin"), Arrays.copyOf(batch, 3073));
        Found found = Found.in(folder, Reading.asFound());
        assertEquals("2 rows of 32×32×3 in 10 classes", found.train().toString());
        assertEquals("truck", found.train().classNames().get(found.train().labels()[0]));
        assertEquals(1f, found.train().value(0, 1023));
        assertEquals(0f, found.train().value(0, 1024));
        assertArrayEquals(new int[] {9}, found.test().orElseThrow().labels());
        Path file = Files.write(folder.resolve("test_batch.bin"), Arrays.copyOf(batch, 3072));
        refuses(file + ": 3072 bytes are not whole records", "", () -> Found.in(folder, Reading.asFound()));
        batch[3073] = 10;
        Files.write(folder.resolve("data_batch_1.bin"), batch);
        refuses(folder + ": row 2: label 10 is outside 0 to 9", "", () -> Found.in(folder, Reading.asFound()));
    }
}
