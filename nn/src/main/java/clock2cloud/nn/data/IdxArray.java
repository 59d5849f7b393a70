package clock2cloud.nn.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An IDX array of unsigned bytes: magic {@code 0, 0, 8, dimensions}, each size as four bytes, most significant first,
 * then the values, last index fastest; as it is or gzipped. Leaves out IDX's other element types.
 */
final class IdxArray {
    private static final int UNSIGNED_BYTE = 8;
    /** DEFLATE cannot expand further than this. */
    private static final long LARGEST_EXPANSION = 1032;

    private final int[] sizes;
    private final byte[] values;

    private IdxArray(int[] sizes, byte[] values) {
        this.sizes = sizes;
        this.values = values;
    }

    int dimensions() {
        return sizes.length;
    }

    int size(int dimension) {
        return sizes[dimension];
    }

    byte[] values() {
        return values;
    }

    static IdxArray read(Path file) {
        return parse(DataFiles.bytes(file), file.toString());
    }

    /** Reads a whole IDX file held in memory; {@code name} is what errors call it. */
    static IdxArray parse(byte[] content, String name) {
        boolean gzipped = content.length > 1 && content[0] == 0x1f && content[1] == (byte) 0x8b;
        long most = gzipped ? content.length * LARGEST_EXPANSION : content.length;
        return parse(new ByteArrayInputStream(content), gzipped, most, name);
    }

    /** Reads a gzipped IDX file as it comes, never whole in memory; its header is trusted. */
    static IdxArray parse(InputStream gzipped, String name) {
        return parse(gzipped, true, Long.MAX_VALUE, name);
    }

    private static IdxArray parse(InputStream content, boolean gzipped, long most, String name) {
        try (InputStream in = gzipped ? new GZIPInputStream(content, 1 << 16) : content) {
            int[] sizes = sizes(in, name);
            byte[] values = values(in, sizes, most, name);
            return new IdxArray(sizes, values);
        } catch (EOFException e) {
            throw new IllegalArgumentException(name + ": truncated: the compressed stream ends too early", e);
        } catch (ZipException e) {
            throw new IllegalArgumentException(name + ": damaged gzip stream (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(name + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static int[] sizes(InputStream in, String name) throws IOException {
        int magic = word(in, name);
        int dimensions = magic & 0xff;
        if (magic >>> 8 != UNSIGNED_BYTE || dimensions < 1 || dimensions > 4) {
            throw new IllegalArgumentException(String.format(
                    "%s: not an IDX file of bytes: it begins with 0x%08x, not with 0x0000080n (n = 1 to 4 dimensions)",
                    name, magic));
        }
        int[] sizes = new int[dimensions];
        for (int d = 0; d < dimensions; d++) {
            sizes[d] = word(in, name);
            if (sizes[d] <= 0) {
                throw new IllegalArgumentException(name + ": size " + (sizes[d] & 0xffffffffL) + " in dimension "
                        + (d + 1) + " is not in 1 to 2^31 - 1");
            }
        }
        return sizes;
    }

    private static int word(InputStream in, String name) throws IOException {
        byte[] four = in.readNBytes(4);
        if (four.length < 4) {
            throw new IllegalArgumentException(name + ": truncated: it ends inside the header");
        }
        return (four[0] & 0xff) << 24 | (four[1] & 0xff) << 16 | (four[2] & 0xff) << 8 | (four[3] & 0xff);
    }

    private static byte[] values(InputStream in, int[] sizes, long most, String name) throws IOException {
        long wanted = 1;
        for (int size : sizes) {
            wanted = Math.min(Long.MAX_VALUE >> 31, wanted) * size;
        }
        if (wanted > Math.min(most, Integer.MAX_VALUE - 8)) {
            throw new IllegalArgumentException(name + ": truncated, or its header is damaged: it promises "
                    + product(sizes) + " values, more than such a file can hold");
        }
        byte[] values = new byte[(int) wanted];
        int got = in.readNBytes(values, 0, values.length);
        if (got < values.length) {
            throw new IllegalArgumentException(
                    name + ": truncated: its header promises " + product(sizes) + " values, it holds " + got);
        }
        if (in.read() >= 0) {
            throw new IllegalArgumentException(
                    name + ": too long: its header promises " + product(sizes) + " values, more follow");
        }
        return values;
    }

    private static String product(int[] sizes) {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }
}
