package clock2cloud.nn.kernel;

/**
 * A matrix {@code rows × columns} cut into panels of {@value #WIDTH} columns, one after the other; in a panel, row
 * follows row. Element {@code (r, c)} lies at {@code origin + (c / 32) · stride + 32 r + c mod 32}. Weights and activations live in
 * this layout for good, so that no product packs anything: a panel is the right operand as it lies, and 32 columns of
 * the left one.
 *
 * <p>Columns past the last are padding and stay zero in weights; {@code stride} is an odd multiple of 256 bytes, so that
 * sixteen neighbouring panels fall on sets of their own in a first-level cache of 4 KiB a way. A single row lies in one piece.
 */
public final class Panels {
    /** Columns of a panel: two AVX-512 vectors of floats. */
    public static final int WIDTH = 32;

    private static final int ROWS_OF_256_BYTES = 2;

    private final int rows;
    private final int columns;
    private final int stride;
    private final int origin;
    private final float[] values;

    /** A matrix on its own. */
    public Panels(int rows, int columns) {
        this(rows, columns, new Store());
    }

    /** A matrix that shares a store with its neighbours. */
    public Panels(int rows, int columns, Store store) {
        if (!(rows > 0 && columns > 0)) {
            throw new IllegalArgumentException("a matrix of " + rows + " × " + columns + " must have rows and columns");
        }
        this.rows = rows;
        this.columns = columns;
        int padded = padded(rows);
        long size = (long) padded * WIDTH * panelsOf(columns);
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a matrix of " + rows + " × " + columns + " is past the 2^31 elements of an array");
        }
        this.stride = padded * WIDTH;
        store.reserve((int) size);
        this.values = store.array();
        this.origin = store.take((int) size);
    }

    /** So many rows, or up to three more: an odd multiple of 256 bytes; but a vector has no gaps. */
    private static int padded(int rows) {
        if (rows == 1) {
            return 1;
        }
        int pairs = (rows + ROWS_OF_256_BYTES - 1) / ROWS_OF_256_BYTES;
        return (pairs | 1) * ROWS_OF_256_BYTES;
    }

    /** How many panels hold so many columns. */
    public static int panelsOf(int columns) {
        return (columns + WIDTH - 1) / WIDTH;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public int panels() {
        return panelsOf(columns);
    }

    /** From one panel's start to the next one's. */
    public int stride() {
        return stride;
    }

    /** Where the first element lies in {@link #values}. */
    public int origin() {
        return origin;
    }

    /** Floats from the first element to the end of the last panel's padding. */
    public int size() {
        return panels() * stride;
    }

    /** The live array, which other matrices may share. */
    public float[] values() {
        return values;
    }

    /** Where row {@code row} of panel {@code panel} begins. */
    public int at(int panel, int row) {
        return origin + panel * stride + row * WIDTH;
    }

    /** How many columns of the panel are real. */
    public int width(int panel) {
        return Math.min(WIDTH, columns - panel * WIDTH);
    }

    public float get(int row, int column) {
        return values[at(column / WIDTH, row) + column % WIDTH];
    }

    public void set(int row, int column, float value) {
        values[at(column / WIDTH, row) + column % WIDTH] = value;
    }

    /** The matrix row by row, without padding. */
    public float[] toRowMajor() {
        float[] out = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                out[r * columns + c] = get(r, c);
            }
        }
        return out;
    }

    public void setRowMajor(float[] from) {
        if (from.length != rows * columns) {
            throw new IllegalArgumentException("a matrix of " + rows + " × " + columns + " takes " + rows * columns
                    + " values, not " + from.length);
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                set(r, c, from[r * columns + c]);
            }
        }
    }
}
