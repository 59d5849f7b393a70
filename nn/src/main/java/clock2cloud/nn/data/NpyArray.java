package clock2cloud.nn.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A NumPy array: {@code \x93NUMPY}, version, header length, a Python dictionary with {@code descr}, {@code
 * fortran_order} and {@code shape}, then the values, in C or Fortran order. Leaves out complex numbers, text and objects.
 */
final class NpyArray {
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([biuf])([1248])'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

    private final String name;
    private final char kind;
    private final int width;
    private final boolean firstFastest;
    private final int[] shape;
    private final ByteBuffer values;

    NpyArray(byte[] content, String name) {
        this.name = name;
        if (content.length < 10
                || content[0] != (byte) 0x93
                || !new String(content, 1, 5, StandardCharsets.ISO_8859_1).equals("NUMPY")) {
            throw new IllegalArgumentException(name + ": not a NumPy array");
        }
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int start = content[6] == 1 ? 10 : 12;
        long length = content[6] == 1 ? bytes.getShort(8) & 0xffff : bytes.getInt(8) & 0xffffffffL;
        if (start + length > content.length) {
            throw new IllegalArgumentException(name + ": truncated inside the header");
        }
        String header = new String(content, start, (int) length, StandardCharsets.ISO_8859_1);
        Matcher type = find(DESCR, header, "values that are not plain numbers");
        firstFastest = find(FORTRAN, header, "no fortran_order").group(1).equals("True");
        kind = type.group(2).charAt(0);
        width = Integer.parseInt(type.group(3));
        shape = sizes(find(SHAPE, header, "no shape").group(1));
        int begin = start + (int) length;
        double wanted = Arrays.stream(shape).asDoubleStream().reduce(width, (product, size) -> product * size);
        if (wanted != content.length - begin) {
            throw new IllegalArgumentException(name + ": truncated or too long: shape " + Arrays.toString(shape)
                    + " of " + width + "-byte values against " + (content.length - begin) + " bytes");
        }
        values = bytes.position(begin)
                .slice()
                .order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private Matcher find(Pattern pattern, String header, String otherwise) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new IllegalArgumentException(name + ": its header has " + otherwise + ": " + header.trim());
        }
        return matcher;
    }

    private int[] sizes(String text) {
        try {
            return Arrays.stream(text.split(",", -1))
                    .map(String::trim)
                    .filter(size -> !size.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": shape (" + text + ") is too large", e);
        }
    }

    String name() {
        return name;
    }

    int dimensions() {
        return shape.length;
    }

    int size(int dimension) {
        return shape[dimension];
    }

    int count() {
        return values.capacity() / width;
    }

    boolean isBytes() {
        return kind == 'u' && width == 1;
    }

    /** The value that comes {@code i}-th when the last index is the fastest. */
    double value(int i) {
        int at = (firstFastest ? place(i) : i) * width;
        long whole =
                switch (width) {
                    case 1 -> values.get(at);
                    case 2 -> values.getShort(at);
                    case 4 -> values.getInt(at);
                    default -> values.getLong(at);
                };
        if (kind == 'f') {
            return switch (width) {
                case 2 -> half((int) whole);
                case 4 -> Float.intBitsToFloat((int) whole);
                default -> Double.longBitsToDouble(whole);
            };
        }
        return kind == 'u' && width < 8 ? whole & ((1L << (8 * width)) - 1) : whole;
    }

    private int place(int i) {
        int place = 0;
        int rest = i;
        int stride = count();
        for (int dimension = shape.length - 1; dimension >= 0; dimension--) {
            stride /= shape[dimension];
            place += rest % shape[dimension] * stride;
            rest /= shape[dimension];
        }
        return place;
    }

    /** IEEE 754 binary16. */
    private static double half(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double size = exponent == 31
                ? (fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                : exponent == 0 ? fraction * 0x1p-24 : (1024 + fraction) * Math.pow(2, exponent - 25);
        return (bits & 0x8000) == 0 ? size : -size;
    }
}
