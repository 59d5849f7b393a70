package clock2cloud.signal.sparse;

import java.util.Arrays;

/**
 * Peels off equations with one unknown left, which go first, and unknowns with one equation left, which go last; what
 * remains is the core.
 */
final class Singletons {
    private final int n;
    private final SparsePattern a;
    private final SparsePattern byRow;
    private final int[] rowCount;
    private final int[] columnCount;
    private final boolean[] rowGone;
    private final boolean[] columnGone;
    private final int[] rowOf;
    private final int[] first;
    private final int[] last;
    private int firstCount;
    private int lastCount;

    Singletons(SparsePattern a) {
        this.a = a;
        n = a.size();
        byRow = a.transposed();
        rowCount = counts(byRow);
        columnCount = counts(a);
        rowGone = new boolean[n];
        columnGone = new boolean[n];
        rowOf = new int[n];
        Arrays.fill(rowOf, -1);
        first = new int[n];
        last = new int[n];
        peelRows();
        peelColumns();
    }

    private static int[] counts(SparsePattern p) {
        int[] counts = new int[p.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = p.starts()[i + 1] - p.starts()[i];
        }
        return counts;
    }

    private void peelRows() {
        int[] queue = new int[n];
        int end = 0;
        for (int i = 0; i < n; i++) {
            if (rowCount[i] == 1) {
                queue[end++] = i;
            }
        }
        for (int at = 0; at < end; at++) {
            int row = queue[at];
            if (rowCount[row] != 1) {
                continue;
            }
            int column = left(byRow, row, columnGone);
            first[firstCount++] = column;
            take(row, column);
            for (int p = a.starts()[column]; p < a.starts()[column + 1]; p++) {
                int other = a.rows()[p];
                if (--rowCount[other] == 1 && !rowGone[other]) {
                    queue[end++] = other;
                }
            }
        }
    }

    private void peelColumns() {
        int[] queue = new int[n];
        int end = 0;
        for (int j = 0; j < n; j++) {
            columnCount[j] = 0;
            for (int p = a.starts()[j]; p < a.starts()[j + 1]; p++) {
                columnCount[j] += rowGone[a.rows()[p]] ? 0 : 1;
            }
            if (columnCount[j] == 1 && !columnGone[j]) {
                queue[end++] = j;
            }
        }
        for (int at = 0; at < end; at++) {
            int column = queue[at];
            if (columnCount[column] != 1) {
                continue;
            }
            int row = left(a, column, rowGone);
            last[lastCount++] = column;
            take(row, column);
            for (int p = byRow.starts()[row]; p < byRow.starts()[row + 1]; p++) {
                int other = byRow.rows()[p];
                if (--columnCount[other] == 1 && !columnGone[other]) {
                    queue[end++] = other;
                }
            }
        }
    }

    private static int left(SparsePattern p, int of, boolean[] gone) {
        for (int q = p.starts()[of]; q < p.starts()[of + 1]; q++) {
            if (!gone[p.rows()[q]]) {
                return p.rows()[q];
            }
        }
        throw new SingularMatrixException(of);
    }

    private void take(int row, int column) {
        rowGone[row] = true;
        columnGone[column] = true;
        rowOf[column] = row;
    }

    /** The wish for each column where its row is still free, else a free row; peeled columns keep their own. */
    int[] matched(int[] wished) {
        int[] rows = rowOf.clone();
        boolean[] used = rowGone.clone();
        for (int j = 0; j < n; j++) {
            if (rows[j] < 0 && !used[wished[j]]) {
                rows[j] = wished[j];
                used[wished[j]] = true;
            }
        }
        int free = 0;
        for (int j = 0; j < n; j++) {
            if (rows[j] < 0) {
                while (used[free]) {
                    free++;
                }
                rows[j] = free;
                used[free] = true;
            }
        }
        return rows;
    }

    int firstCount() {
        return firstCount;
    }

    int first(int[] columns) {
        System.arraycopy(first, 0, columns, 0, firstCount);
        return firstCount;
    }

    void last(int[] columns) {
        for (int i = 0; i < lastCount; i++) {
            columns[n - 1 - i] = last[i];
        }
    }

    int[] core() {
        int[] core = new int[n - firstCount - lastCount];
        int put = 0;
        for (int j = 0; j < n; j++) {
            if (!columnGone[j]) {
                core[put++] = j;
            }
        }
        return core;
    }
}
