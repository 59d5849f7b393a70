package clock2cloud.nn.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * CIFAR-10's binary version (Krizhevsky 2009): records of a label and 3,072 bytes, red, green and blue planes of 32×32;
 * {@code data_batch_1.bin} to {@code data_batch_5.bin} (those that are there) and {@code test_batch.bin}.
 */
final class Cifar10 {
    private static final ImageShape SHAPE = new ImageShape(32, 32, 3);
    private static final int RECORD = 1 + 3 * 32 * 32;
    private static final List<String> USUAL_NAMES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private Cifar10() {}

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve("test_batch.bin"))
                || Files.isRegularFile(folder.resolve("data_batch_1.bin"));
    }

    static TrainTest read(Path folder) {
        List<String> names = names(folder.resolve("batches.meta.txt"));
        List<Path> train = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> folder.resolve("data_batch_" + i + ".bin"))
                .filter(Files::isRegularFile)
                .toList();
        if (train.isEmpty()) {
            throw new IllegalArgumentException(folder + ": holds test_batch.bin but no data_batch_1.bin");
        }
        return new TrainTest(set(train, names), set(List.of(folder.resolve("test_batch.bin")), names));
    }

    private static List<String> names(Path file) {
        if (!Files.isRegularFile(file)) {
            return USUAL_NAMES;
        }
        return new String(DataFiles.bytes(file), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static DataSet set(List<Path> files, List<String> names) {
        List<byte[]> batches = files.stream().map(DataFiles::bytes).toList();
        for (int i = 0; i < files.size(); i++) {
            if (batches.get(i).length == 0 || batches.get(i).length % RECORD != 0) {
                throw new IllegalArgumentException(files.get(i) + ": " + batches.get(i).length
                        + " bytes are not whole records of " + RECORD + ": truncated or not CIFAR-10");
            }
        }
        int rows = Math.toIntExact(
                batches.stream().mapToLong(batch -> batch.length).sum() / RECORD);
        byte[] pixels = new byte[rows * SHAPE.features()];
        int[] labels = new int[rows];
        int row = 0;
        for (byte[] batch : batches) {
            for (int at = 0; at < batch.length; at += RECORD, row++) {
                labels[row] = batch[at] & 0xff;
                System.arraycopy(batch, at + 1, pixels, row * SHAPE.features(), SHAPE.features());
            }
        }
        return DataSet.ofPixels(SHAPE, pixels, labels, names);
    }
}
