package clock2cloud.signal.sparse;

import java.util.Arrays;

/**
 * Where the factors of one ordering may be non-zero, in pivot positions. L is kept by columns without its unit diagonal, U
 * by rows without its diagonal; for each entry of U by columns, {@code uSlots} says where it lies by rows. Runs of columns
 * of L (rows of U) with the same entries below are counted, so that four of them can be worked off at once.
 */
final class Triangles {
    final int n;
    final int fixed;
    final int[] columns;
    final int[] rowAt;
    final int[] aStarts;
    final int[] aSlots;
    final int[] aPositions;
    final int[] position;
    final int[] lStarts;
    final int[] lRows;
    final int[] uStarts;
    final int[] uRows;
    final int[] uSlots;
    final int[] rStarts;
    final int[] rColumns;
    final int[] lRun;
    final int[] rRun;
    final boolean mirrored;
    private final int[] pairs;

    Triangles(SparsePattern a, Elimination e) {
        n = a.size();
        fixed = e.fixed;
        columns = e.columns;
        rowAt = new int[n];
        position = new int[n];
        for (int i = 0; i < n; i++) {
            rowAt[e.pivotOf[i]] = i;
            position[columns[i]] = i;
        }
        int[] rows = new int[e.lStarts[n]];
        for (int p = 0; p < rows.length; p++) {
            rows[p] = e.pivotOf[e.lRows[p]];
        }
        SparsePattern byRow = new SparsePattern(n, e.lStarts, rows).transposed();
        SparsePattern sorted = byRow.transposed();
        lStarts = sorted.starts();
        lRows = sorted.rows();
        SparsePattern upper = new SparsePattern(n, e.uStarts, Arrays.copyOf(e.uRows, e.uStarts[n]));
        SparsePattern upperRows = upper.transposed();
        rStarts = upperRows.starts();
        rColumns = upperRows.rows();
        uStarts = upper.starts();
        uRows = new int[rColumns.length];
        uSlots = new int[rColumns.length];
        int[] fill = Arrays.copyOf(uStarts, n);
        for (int row = 0; row < n; row++) {
            for (int p = rStarts[row]; p < rStarts[row + 1]; p++) {
                int at = fill[rColumns[p]]++;
                uRows[at] = row;
                uSlots[at] = p;
            }
        }
        lRun = runs(lStarts, lRows);
        rRun = runs(rStarts, rColumns);
        mirrored = mirrored();
        aStarts = new int[n + 1];
        aSlots = new int[a.entries()];
        aPositions = new int[a.entries()];
        int put = 0;
        for (int k = 0; k < n; k++) {
            for (int p = a.starts()[columns[k]]; p < a.starts()[columns[k] + 1]; p++) {
                aSlots[put] = p;
                aPositions[put++] = e.pivotOf[a.rows()[p]];
            }
            aStarts[k + 1] = put;
        }
        pairs = mirrored ? pairs() : new int[0];
    }

    /**
     * Whether these values of A are the same above and below the diagonal, where U has entries: then L says all that U says.
     */
    boolean symmetric(double[] values) {
        if (!mirrored) {
            return false;
        }
        for (int p = 0; p < pairs.length; p += 2) {
            if (values[pairs[p]] != values[pairs[p + 1]]) {
                return false;
            }
        }
        return true;
    }

    /** Slots of A above the diagonal, each followed by its mirror's; a slot after the last where there is none. */
    private int[] pairs() {
        int[] rows = aPositions.clone();
        SparsePattern byRow = new SparsePattern(n, aStarts, rows).transposed();
        int[] slotsByRow = new int[aSlots.length];
        int[] fill = Arrays.copyOf(byRow.starts(), n);
        for (int k = 0; k < n; k++) {
            for (int p = aStarts[k]; p < aStarts[k + 1]; p++) {
                slotsByRow[fill[aPositions[p]]++] = aSlots[p];
            }
        }
        int[] below = new int[n];
        int[] stamp = new int[n];
        Arrays.fill(stamp, -1);
        int[] pairs = new int[2 * aSlots.length];
        int put = 0;
        for (int k = 0; k < n; k++) {
            for (int p = aStarts[k]; p < aStarts[k + 1]; p++) {
                below[aPositions[p]] = aSlots[p];
                stamp[aPositions[p]] = k;
            }
            for (int p = byRow.starts()[k]; p < byRow.starts()[k + 1]; p++) {
                int column = byRow.rows()[p];
                if (column > k) {
                    pairs[put++] = slotsByRow[p];
                    pairs[put++] = stamp[column] == k ? below[column] : aSlots.length;
                }
            }
        }
        return Arrays.copyOf(pairs, put);
    }

    /** Whether each row of U begins as the column of L of the same number does. */
    private boolean mirrored() {
        for (int k = 0; k < n; k++) {
            int length = rStarts[k + 1] - rStarts[k];
            int at = lStarts[k];
            if (length > lStarts[k + 1] - at
                    || !Arrays.equals(rColumns, rStarts[k], rStarts[k + 1], lRows, at, at + length)) {
                return false;
            }
        }
        return true;
    }

    /**
     * How many further columns from {@code k} on have the entries of column {@code k} that are left; negative for a chain, in
     * which so many columns have one entry each, just below the diagonal.
     */
    private int[] runs(int[] starts, int[] entries) {
        int[] run = new int[n];
        for (int k = n - 2; k >= 0; k--) {
            int length = starts[k + 1] - starts[k];
            if (length == 0 || entries[starts[k]] != k + 1) {
                continue;
            }
            if (length == 1) {
                run[k] = Math.min(run[k + 1], 0) - 1;
            } else if (starts[k + 2] - starts[k + 1] == length - 1
                    && Arrays.equals(entries, starts[k] + 1, starts[k + 1], entries, starts[k + 1], starts[k + 2])) {
                int after = run[k + 1] >= 0 ? run[k + 1] : starts[k + 3] == starts[k + 2] ? 1 : 0;
                run[k] = after + 1;
            }
        }
        return run;
    }
}
