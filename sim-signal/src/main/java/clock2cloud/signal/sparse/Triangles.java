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
    }

    /** How many further columns from {@code k} on have the entries of column {@code k} that are left. */
    private int[] runs(int[] starts, int[] entries) {
        int[] run = new int[n];
        for (int k = n - 2; k >= 0; k--) {
            int length = starts[k + 1] - starts[k];
            if (length > 0
                    && entries[starts[k]] == k + 1
                    && starts[k + 2] - starts[k + 1] == length - 1
                    && Arrays.equals(entries, starts[k] + 1, starts[k + 1], entries, starts[k + 1], starts[k + 2])) {
                run[k] = run[k + 1] + 1;
            }
        }
        return run;
    }
}
