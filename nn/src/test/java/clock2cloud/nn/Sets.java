package clock2cloud.nn;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import java.util.Collections;
import java.util.SplittableRandom;

/** Small made-up data sets. */
final class Sets {
    private Sets() {}

    static DataSet pixels(int rows, int features, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[rows * features];
        random.nextBytes(pixels);
        int[] labels = random.ints(rows, 0, classes).toArray();
        return DataSet.ofPixels(ImageShape.ofFeatures(features), pixels, labels, Collections.nCopies(classes, "class"));
    }

    static Matrix inputs(DataSet data) {
        Matrix x = new Matrix(data.rows(), data.features());
        for (int r = 0; r < data.rows(); r++) {
            data.copyRow(r, x.values(), r * data.features());
        }
        return x;
    }

    static Matrix targets(DataSet data) {
        Matrix y = new Matrix(data.rows(), data.classes());
        for (int r = 0; r < data.rows(); r++) {
            y.set(r, data.labels()[r], 1f);
        }
        return y;
    }
}
