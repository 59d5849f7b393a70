package clock2cloud.nn.kernel;

/**
 * A batch of pictures with the images innermost: panels of {@value Panels#WIDTH} images; in a panel line after line, pixel
 * after pixel, channel after channel, and for each of these the values of 32 images side by side. So whatever is done to
 * one image of a panel is done to 32 by the same vectors, however few channels there are.
 *
 * <p>{@code border} pixels of zeros may lie around every picture: the padding of the convolution that reads it.
 */
public final class Planes {
    private final int width;
    private final int height;
    private final int channels;
    private final int border;
    private final int panels;
    private final int pixelStride;
    private final int lineStride;
    private final int panelStride;
    private final int origin;
    private final float[] values;

    /**
     * @param packed true if pixel must follow pixel without a gap; else they are kept off powers of two, so that the same
     *     channel of neighbouring pixels does not fall on the same cache sets
     */
    public Planes(int images, int width, int height, int channels, int border, boolean packed, Store store) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.border = border;
        this.panels = Panels.panelsOf(images);
        this.pixelStride = (channels + (packed || channels % 8 != 0 ? 0 : 1)) * Panels.WIDTH;
        long line = (long) pixelStride * (width + 2 * border);
        long size = line * (height + 2 * border) * panels;
        if (size > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException("a batch of " + images + " pictures of " + width + "×" + height + "×"
                    + channels + " is past the 2^31 elements of an array: use a smaller batch");
        }
        this.lineStride = (int) line;
        this.panelStride = lineStride * (height + 2 * border);
        store.reserve((int) size);
        this.values = store.array();
        this.origin = store.take((int) size);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int channels() {
        return channels;
    }

    /** Panels of 32 images. */
    public int panels() {
        return panels;
    }

    /** From a pixel to its right neighbour. */
    public int pixelStride() {
        return pixelStride;
    }

    /** From a pixel to the one below. */
    public int lineStride() {
        return lineStride;
    }

    /** The live array, which other matrices may share. */
    public float[] values() {
        return values;
    }

    /** Where the first channel of a pixel begins; lines and columns count from the picture's own corner. */
    public int at(int panel, int y, int x) {
        return origin + panel * panelStride + (y + border) * lineStride + (x + border) * pixelStride;
    }

    public float get(int image, int channel, int y, int x) {
        return values[at(image / Panels.WIDTH, y, x) + channel * Panels.WIDTH + image % Panels.WIDTH];
    }

    public void set(int image, int channel, int y, int x, float value) {
        values[at(image / Panels.WIDTH, y, x) + channel * Panels.WIDTH + image % Panels.WIDTH] = value;
    }
}
