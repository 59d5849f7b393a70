package clock2cloud.nn.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Single pictures for a net to name. */
public final class Pictures {
    private Pictures() {}

    /** The pictures, cut and scaled to the shape that the net was trained on; every label is 0. */
    public static DataSet read(List<Path> files, ImageShape shape, List<String> classNames) {
        if (shape.height() == 1 || shape.channels() != 1 && shape.channels() != 3) {
            throw new IllegalArgumentException("the net takes rows of " + shape + ", which are no pictures");
        }
        byte[] pixels = new byte[files.size() * shape.features()];
        Reading.Size size = new Reading.Size(shape.width(), shape.height());
        for (int row = 0; row < files.size(); row++) {
            try {
                Picture picture = Picture.decode(DataFiles.bytes(files.get(row)), shape.channels() == 3);
                System.arraycopy(picture.fitted(size).planes(), 0, pixels, row * shape.features(), shape.features());
            } catch (IOException e) {
                throw new IllegalArgumentException(files.get(row) + ": " + e.getMessage(), e);
            }
        }
        return DataSet.ofPixels(shape, pixels, new int[files.size()], classNames);
    }
}
