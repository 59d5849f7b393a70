package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Planes;
import java.util.ArrayList;
import java.util.List;

/**
 * Which weight meets which value, as pairs of offsets for {@code PictureKernels.window}: from a matrix of weights, rows in
 * the order {@code (dy, dx, channel)}, and from a pixel of the planes read. Pixels near an edge have lists of their own.
 */
final class Taps {
    private final int[] pairs;
    private final int[][] from;
    private final int[][] to;
    private final int[] rowClass;
    private final int[] columnClass;

    private Taps(int[] pairs, int[][] from, int[][] to, int[] rowClass, int[] columnClass) {
        this.pairs = pairs;
        this.from = from;
        this.to = to;
        this.rowClass = rowClass;
        this.columnClass = columnClass;
    }

    /** Forward: the whole window, whose first corner is {@code padding} up and left in the border. */
    static Taps forward(Planes in, int size, int padding) {
        Span all = new Span(0, size);
        return of(in, size, padding, false, List.of(all), List.of(all), new int[0], new int[0]);
    }

    /** Backward: of every window that saw a pixel, the slope, if there was such a window. */
    static Taps backward(Planes slopes, int size, int padding, int width, int height) {
        List<Span> rows = new ArrayList<>();
        int[] rowClass = classes(height, slopes.height(), size, padding, rows);
        List<Span> columns = new ArrayList<>();
        int[] columnClass = classes(width, slopes.width(), size, padding, columns);
        return of(slopes, size, padding, true, rows, columns, rowClass, columnClass);
    }

    /** The steps {@code d} of a window, {@code from ≤ d < to}, whose windows are there. */
    private record Span(int from, int to) {}

    /** Pixel {@code x} was at step {@code d} of the window at {@code x + padding − d}. */
    private static int[] classes(int pixels, int windows, int size, int padding, List<Span> spans) {
        int[] classes = new int[pixels];
        for (int x = 0; x < pixels; x++) {
            int first = Math.max(0, x + padding - windows + 1);
            Span span = new Span(first, Math.max(first, Math.min(size, x + padding + 1)));
            if (!spans.contains(span)) {
                spans.add(span);
            }
            classes[x] = spans.indexOf(span);
        }
        return classes;
    }

    private static Taps of(
            Planes read,
            int size,
            int padding,
            boolean backward,
            List<Span> rows,
            List<Span> columns,
            int[] rowClass,
            int[] columnClass) {
        int sign = backward ? -1 : 1;
        List<int[]> pairs = new ArrayList<>();
        int[][] from = new int[rows.size()][columns.size()];
        int[][] to = new int[rows.size()][columns.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                from[r][c] = pairs.size();
                for (int dy = rows.get(r).from(); dy < rows.get(r).to(); dy++) {
                    for (int dx = columns.get(c).from(); dx < columns.get(c).to(); dx++) {
                        int pixel = sign * ((dy - padding) * read.lineStride() + (dx - padding) * read.pixelStride());
                        add(pairs, (dy * size + dx) * read.channels(), pixel, read.channels());
                    }
                }
                to[r][c] = pairs.size();
            }
        }
        int[] flat = pairs.stream().flatMapToInt(java.util.Arrays::stream).toArray();
        return new Taps(flat, from, to, rowClass, columnClass);
    }

    private static void add(List<int[]> pairs, int row, int pixel, int channels) {
        for (int channel = 0; channel < channels; channel++) {
            pairs.add(new int[] {(row + channel) * Panels.WIDTH, pixel + channel * Panels.WIDTH});
        }
    }

    int[] pairs() {
        return pairs;
    }

    int from(int y, int x) {
        return rowClass.length == 0 ? from[0][0] : from[rowClass[y]][columnClass[x]];
    }

    int to(int y, int x) {
        return rowClass.length == 0 ? to[0][0] : to[rowClass[y]][columnClass[x]];
    }
}
