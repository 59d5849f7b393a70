package clock2cloud.nn.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Labelled examples, {@code rows × features}. Pictures stay unsigned bytes (0 to 255, read as 0 to 1); measurements that
 * are no bytes (CSV, NPZ) are floats as they came. One of {@link #pixels} and {@link #floats} holds the values, the
 * other is empty; both arrays are the set's own and must not be written to.
 */
public final class DataSet {
    private static final float[] NO_FLOATS = {};
    private static final byte[] NO_PIXELS = {};

    private final ImageShape shape;
    private final byte[] pixels;
    private final float[] floats;
    private final int[] labels;
    private final List<String> classNames;
    private final Optional<PictureRows> source;

    private DataSet(
            ImageShape shape,
            byte[] pixels,
            float[] floats,
            int[] labels,
            List<String> classNames,
            Optional<PictureRows> source) {
        this.source = source;
        this.shape = shape;
        this.pixels = pixels;
        this.floats = floats;
        this.labels = labels;
        this.classNames = List.copyOf(classNames);
        long values = (long) labels.length * shape.features();
        if (values != pixels.length + (long) floats.length) {
            throw new IllegalArgumentException("a data set of " + labels.length + " labels and " + shape
                    + " features needs " + values + " values, not " + (pixels.length + floats.length));
        }
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= classNames.size()) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + ": label " + labels[row] + " is outside 0 to " + (classNames.size() - 1));
            }
        }
    }

    /** Bytes, row after row; the arrays are taken over, not copied. */
    public static DataSet ofPixels(ImageShape shape, byte[] pixels, int[] labels, List<String> classNames) {
        return new DataSet(shape, pixels, NO_FLOATS, labels, classNames, Optional.empty());
    }

    /** Pictures that are decoded by the time that they are needed. */
    static DataSet ofPictures(PictureRows rows, int[] labels, List<String> classNames) {
        return new DataSet(rows.shape(), rows.pixels(), NO_FLOATS, labels, classNames, Optional.of(rows));
    }

    /** Where rows are still to be decoded, begins with it in the order in which they will be wanted; returns at once. */
    public void ahead(int[] order) {
        source.ifPresent(rows -> rows.ahead(order));
    }

    /** True while rows may be still to be decoded: {@link #ahead} is worth calling. */
    public boolean isDecodedAhead() {
        return source.isPresent();
    }

    /** Floats, row after row, each finite; the arrays are taken over, not copied. */
    public static DataSet ofFloats(ImageShape shape, float[] floats, int[] labels, List<String> classNames) {
        for (int i = 0; i < floats.length; i++) {
            if (!Float.isFinite(floats[i])) {
                throw new IllegalArgumentException("row " + (i / shape.features() + 1) + ", feature "
                        + (i % shape.features() + 1) + ": " + floats[i] + " is not a finite number");
            }
        }
        return new DataSet(shape, NO_PIXELS, floats, labels, classNames, Optional.empty());
    }

    public int rows() {
        return labels.length;
    }

    public int features() {
        return shape.features();
    }

    public int classes() {
        return classNames.size();
    }

    public ImageShape shape() {
        return shape;
    }

    public List<String> classNames() {
        return classNames;
    }

    public boolean isPixels() {
        return floats.length == 0;
    }

    /** Unsigned bytes, {@code rows × features}; empty if the set holds floats. */
    public byte[] pixels() {
        source.ifPresent(PictureRows::needAll);
        return pixels;
    }

    /** The same array, of which the named row is sure to be there. */
    public byte[] pixels(int row) {
        source.ifPresent(rows -> rows.need(row));
        return pixels;
    }

    /** Values, {@code rows × features}; empty if the set holds bytes. */
    public float[] floats() {
        return floats;
    }

    /** The class of each row. */
    public int[] labels() {
        return labels;
    }

    /** What a net sees: a byte's value over 255, or the float itself. */
    public float value(int row, int feature) {
        int at = row * features() + feature;
        return isPixels() ? (pixels(row)[at] & 0xff) / 255f : floats[at];
    }

    /** Writes a row's values, as {@link #value} gives them, to {@code to[offset …]}. */
    public void copyRow(int row, float[] to, int offset) {
        for (int feature = 0; feature < features(); feature++) {
            to[offset + feature] = value(row, feature);
        }
    }

    /** How many rows each class has. */
    public int[] classCounts() {
        int[] counts = new int[classes()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** The named rows, in the order given, as a set of its own. */
    public DataSet rows(int[] rows) {
        int features = features();
        int[] theirLabels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            theirLabels[i] = labels[rows[i]];
        }
        if (source.isPresent()) {
            return ofPictures(source.orElseThrow().rows(rows), theirLabels, classNames);
        }
        byte[] somePixels = new byte[isPixels() ? rows.length * features : 0];
        float[] someFloats = new float[isPixels() ? 0 : rows.length * features];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(
                    isPixels() ? pixels : floats,
                    rows[i] * features,
                    isPixels() ? somePixels : someFloats,
                    i * features,
                    features);
        }
        return new DataSet(shape, somePixels, someFloats, theirLabels, classNames, Optional.empty());
    }

    /** The first rows, or all if there are fewer. */
    public DataSet first(int count) {
        if (count >= rows()) {
            return this;
        }
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        return rows(rows);
    }

    /** The same rows, each under its own class's name, where the classes are these in this order; refuses a row of any other. */
    public DataSet withClasses(List<String> names) {
        int[] theirs = classNames.stream().mapToInt(names::indexOf).toArray();
        for (int label : labels) {
            if (theirs[label] < 0) {
                throw new IllegalArgumentException("there are rows of class " + classNames.get(label)
                        + ", which is none of " + String.join(", ", names));
            }
        }
        int[] own = Arrays.stream(labels).map(label -> theirs[label]).toArray();
        return new DataSet(shape, pixels, floats, own, names, source);
    }

    /** Cuts off {@code testFraction} of each class, at least one row, by the given dice. */
    public TrainTest split(double testFraction, RandomGenerator random) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException("test fraction " + testFraction + " must be above 0 and below 1");
        }
        return Split.stratified(this, testFraction, random);
    }

    @Override
    public String toString() {
        return rows() + " rows of " + shape + " in " + classes() + " classes";
    }
}
