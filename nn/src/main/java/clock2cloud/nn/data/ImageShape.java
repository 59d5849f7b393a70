package clock2cloud.nn.data;

/**
 * The meaning of a row's features: {@code channels} planes of {@code height} lines of {@code width} values, in that
 * order (plane, line, column). A row that is no picture is {@code features × 1 × 1}.
 */
public record ImageShape(int width, int height, int channels) {
    public ImageShape {
        if (!(width > 0 && height > 0 && channels > 0 && (long) width * height * channels <= Integer.MAX_VALUE - 8)) {
            throw new IllegalArgumentException("an image of " + width + "×" + height + "×" + channels
                    + " values: width, height and channels must be positive and their product below 2^31");
        }
    }

    public static ImageShape ofFeatures(int features) {
        return new ImageShape(features, 1, 1);
    }

    public int features() {
        return width * height * channels;
    }

    @Override
    public String toString() {
        return width + "×" + height + (channels == 1 ? "" : "×" + channels);
    }
}
