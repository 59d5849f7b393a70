package clock2cloud.nn.data;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * One decoded picture: planes of bytes, grey or red, green, blue. Transparency shows white. Leaves out turning by EXIF
 * and colour profiles other than the JDK's own.
 */
final class Picture {
    private static final long MOST_PIXELS = 100_000_000;

    private final ImageShape shape;
    private final byte[] planes;

    Picture(ImageShape shape, byte[] planes) {
        this.shape = shape;
        this.planes = planes;
    }

    ImageShape shape() {
        return shape;
    }

    byte[] planes() {
        return planes;
    }

    /** What the header says, if there is one. */
    static Optional<Reading.Size> size(Path file) {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(Files.newInputStream(file))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in, true, true);
            Reading.Size size = new Reading.Size(reader.getWidth(0), reader.getHeight(0));
            reader.dispose();
            return Optional.of(size);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Decodes PNG, JPEG, GIF or BMP; the exception's message says what is wrong with the picture. */
    static Picture decode(byte[] content, boolean colour) throws IOException {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (content.length == 0 || !readers.hasNext()) {
                throw new IOException(content.length == 0 ? "empty file" : "not a PNG, JPEG, GIF or BMP picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return planes(image(reader), colour);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            throw new IOException("damaged picture (" + e + ")", e);
        }
    }

    private static BufferedImage image(ImageReader reader) throws IOException {
        StringBuilder damage = new StringBuilder();
        IIOReadWarningListener listener = (source, warning) -> {
            if (warning.contains("Premature end") || warning.contains("Corrupt JPEG data")) {
                damage.append(warning);
            }
        };
        reader.addIIOReadWarningListener(listener);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
            throw new IOException("more than " + MOST_PIXELS + " pixels");
        }
        BufferedImage image;
        try {
            image = reader.read(0);
        } catch (IOException e) {
            throw new IOException("damaged picture (" + e.getMessage() + ")", e);
        }
        if (!damage.isEmpty()) {
            throw new IOException("damaged picture (" + damage + ")");
        }
        return image;
    }

    private static Picture planes(BufferedImage image, boolean colour) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean grey = image.getColorModel().getNumColorComponents() == 1
                && !(image.getColorModel() instanceof IndexColorModel);
        byte[] planes = new byte[width * height * (colour ? 3 : 1)];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at++) {
                int rgb = grey ? greyOf(image, x, y) * 0x010101 : onWhite(image.getRGB(x, y));
                if (colour) {
                    planes[at] = (byte) (rgb >> 16);
                    planes[at + width * height] = (byte) (rgb >> 8);
                    planes[at + 2 * width * height] = (byte) rgb;
                } else {
                    planes[at] = (byte) luma(rgb);
                }
            }
        }
        return new Picture(new ImageShape(width, height, colour ? 3 : 1), planes);
    }

    /** The sample itself: {@code getRGB} would bend it, taking the grey for linear light. */
    private static int greyOf(BufferedImage image, int x, int y) {
        Raster raster = image.getRaster();
        int shift = raster.getSampleModel().getSampleSize(0) - 8;
        int grey = raster.getSample(x, y, 0) >> Math.max(0, shift);
        if (raster.getNumBands() == 1) {
            return grey;
        }
        int alpha = raster.getSample(x, y, 1) >> Math.max(0, shift);
        return over(grey, alpha);
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        return over(argb >> 16 & 0xff, alpha) << 16 | over(argb >> 8 & 0xff, alpha) << 8 | over(argb & 0xff, alpha);
    }

    private static int over(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    /** ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B, rounded; a grey pixel keeps its value. */
    private static int luma(int rgb) {
        return (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff) + 500) / 1000;
    }

    /** Cuts the middle to the shape of the new size, then averages the area that falls on each new pixel. */
    Picture fitted(Reading.Size size) {
        if (size.width() == shape.width() && size.height() == shape.height()) {
            return this;
        }
        double scale = Math.min((double) shape.width() / size.width(), (double) shape.height() / size.height());
        double[][] across = cover(shape.width(), size.width(), scale);
        double[][] down = cover(shape.height(), size.height(), scale);
        ImageShape to = new ImageShape(size.width(), size.height(), shape.channels());
        byte[] result = new byte[to.features()];
        for (int i = 0; i < result.length; i++) {
            int x = i % to.width();
            int y = i / to.width() % to.height();
            int plane = i / (to.width() * to.height()) * shape.width() * shape.height();
            result[i] = (byte) Math.round(average(plane, across[x], down[y]));
        }
        return new Picture(to, result);
    }

    /** For each new pixel, where its span of the old line begins and ends. */
    private static double[][] cover(int from, int to, double scale) {
        double[][] spans = new double[to][];
        double start = (from - to * scale) / 2;
        for (int i = 0; i < to; i++) {
            spans[i] = new double[] {Math.max(0, start + i * scale), Math.min(from, start + (i + 1) * scale)};
        }
        return spans;
    }

    private double average(int plane, double[] across, double[] down) {
        double sum = 0;
        double area = 0;
        for (int y = (int) down[0]; y < down[1]; y++) {
            double tall = Math.min(down[1], y + 1) - Math.max(down[0], y);
            for (int x = (int) across[0]; x < across[1]; x++) {
                double part = tall * (Math.min(across[1], x + 1) - Math.max(across[0], x));
                sum += part * (planes[plane + y * shape.width() + x] & 0xff);
                area += part;
            }
        }
        return sum / area;
    }
}
