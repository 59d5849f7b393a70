package clock2cloud.nn.checkpoint;

import static clock2cloud.nn.data.Refusal.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CheckpointTest {
    static Checkpoint some(long step) {
        return new Checkpoint(
                new TreeMap<>(Map.of("layers", "3,2", "said", "a \"quote\",\n a tab\t and é")),
                -7,
                2,
                step,
                new TreeMap<>(Map.of("generator", "0123abcd")),
                List.of(
                        new Tensor("dense1.weight", List.of(3, 2), new float[] {1, -2, 3.5f, 0, Float.MIN_VALUE, step}),
                        new Tensor("dense1.bias", List.of(2), new float[] {-0f, Float.MAX_VALUE}),
                        new Tensor("nothing", List.of(0), new float[0])));
    }

    @Test
    void comesBackToTheBit() {
        Checkpoint before = some(12);
        Checkpoint after = Checkpoint.decode(before.bytes(), "x");
        assertEquals(before.configuration(), after.configuration());
        assertEquals(before.state(), after.state());
        assertEquals(-7, after.seed());
        assertEquals(2, after.epoch());
        assertEquals(12, after.step());
        assertEquals(before.tensors().toString(), after.tensors().toString());
        for (Tensor tensor : before.tensors()) {
            assertArrayEquals(tensor.values(), after.tensor(tensor.name()).values());
        }
        assertArrayEquals(before.bytes(), after.bytes());
    }

    @Test
    void standsOnEightByteBoundaries() {
        byte[] bytes = some(1).bytes();
        int header = (bytes[0] & 0xff) | (bytes[1] & 0xff) << 8;
        assertEquals(0, header % 8);
        assertEquals(bytes.length, 8 + header + 4 * 8);
    }

    @Test
    void isRefusedWhereverItIsCut() {
        byte[] whole = some(1).bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            refuses("cut: ", "", () -> Checkpoint.decode(cut, "cut"));
        }
        refuses(
                "cut: torn: its header promises 32 bytes of values, the file holds 31",
                "",
                () -> Checkpoint.decode(Arrays.copyOf(whole, whole.length - 1), "cut"));
        refuses(
                "long: torn: its header promises 32 bytes of values, the file holds 33",
                "",
                () -> Checkpoint.decode(Arrays.copyOf(whole, whole.length + 1), "long"));
    }

    @Test
    void isRefusedWhicheverByteIsFlipped() {
        byte[] whole = some(1).bytes();
        for (int at = 0; at < whole.length; at++) {
            for (int bit : new int[] {1, 0x20, 0x80}) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) bit;
                refuses("flipped: ", "", () -> Checkpoint.decode(flipped, "flipped"));
            }
        }
    }

    @Test
    void namesForeignAndFutureFiles() throws IOException {
        refuses(
                "a: not a safetensors file",
                "",
                () -> Checkpoint.decode("PK\3\4 a zip file, say".getBytes(StandardCharsets.US_ASCII), "a"));
        refuses(
                "b: foreign: a safetensors file that was not written here (no crc32)",
                "",
                () -> Checkpoint.decode(resource("python.safetensors"), "b"));
        byte[] other = Safetensors.encode(Map.of("format", "pt"), List.of());
        refuses("c: foreign: a safetensors file, but no net of clock2cloud's", "", () -> Checkpoint.decode(other, "c"));
        byte[] future = Safetensors.encode(Map.of("format", "clock2cloud-net", "version", "2"), List.of());
        refuses("d: from the future: its version is 2", "", () -> Checkpoint.decode(future, "d"));
        byte[] half = Safetensors.encode(Map.of("format", "clock2cloud-net", "version", "1"), List.of());
        refuses("e: damaged: its seed is absent", "", () -> Checkpoint.decode(half, "e"));
        refuses("the checkpoint lacks tensor w", "", () -> some(1).tensor("w"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(CheckpointTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }
}
