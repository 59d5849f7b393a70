package clock2cloud.signal.sparse;

import java.util.Arrays;

/**
 * Where a square matrix may be non-zero, by columns: the rows of column {@code j} are
 * {@code rows[starts[j]] .. rows[starts[j + 1] - 1]}.
 */
public record SparsePattern(int size, int[] starts, int[] rows) {
    /** The entries (row, column) that a circuit stamps, in the order in which it does. */
    public static final class Builder {
        private final int size;
        private int[] row = new int[64];
        private int[] column = new int[64];
        private int count;

        public Builder(int size) {
            this.size = size;
        }

        /** The ticket of a new entry; entries outside the matrix (the ground node) get tickets too. */
        public int add(int atRow, int atColumn) {
            if (count == row.length) {
                row = Arrays.copyOf(row, count + (count >> 1));
                column = Arrays.copyOf(column, row.length);
            }
            row[count] = atRow;
            column[count] = atColumn;
            return count++;
        }

        public int count() {
            return count;
        }

        /** The pattern, and for each ticket its slot in it; slot {@code rows.length} takes what falls on ground. */
        public Compressed compress() {
            int[] starts = new int[size + 1];
            for (int t = 0; t < count; t++) {
                if (inside(t)) {
                    starts[column[t] + 1]++;
                }
            }
            for (int j = 0; j < size; j++) {
                starts[j + 1] += starts[j];
            }
            int[] fill = Arrays.copyOf(starts, size);
            int[] tickets = new int[starts[size]];
            for (int t = 0; t < count; t++) {
                if (inside(t)) {
                    tickets[fill[column[t]]++] = t;
                }
            }
            return merged(starts, tickets);
        }

        private boolean inside(int ticket) {
            return row[ticket] < size && column[ticket] < size;
        }

        private Compressed merged(int[] starts, int[] tickets) {
            int[] slots = new int[count];
            int[] merged = new int[size + 1];
            int[] rows = new int[tickets.length];
            int[] seen = new int[size];
            Arrays.fill(seen, -1);
            int used = 0;
            for (int j = 0; j < size; j++) {
                int first = used;
                for (int p = starts[j]; p < starts[j + 1]; p++) {
                    int r = row[tickets[p]];
                    if (seen[r] < first) {
                        seen[r] = used;
                        rows[used++] = r;
                    }
                    slots[tickets[p]] = seen[r];
                }
                merged[j + 1] = used;
            }
            for (int t = 0; t < count; t++) {
                if (!inside(t)) {
                    slots[t] = used;
                }
            }
            return new Compressed(new SparsePattern(size, merged, Arrays.copyOf(rows, used)), slots);
        }
    }

    /** A pattern and the slot of each ticket. */
    public record Compressed(SparsePattern pattern, int[] slots) {}

    public int entries() {
        return rows.length;
    }

    /** The same entries by rows: the columns of row {@code i}, in rising order. */
    public SparsePattern transposed() {
        int[] begins = new int[size + 1];
        for (int row : rows) {
            begins[row + 1]++;
        }
        for (int i = 0; i < size; i++) {
            begins[i + 1] += begins[i];
        }
        int[] fill = Arrays.copyOf(begins, size);
        int[] columns = new int[rows.length];
        for (int j = 0; j < size; j++) {
            for (int p = starts[j]; p < starts[j + 1]; p++) {
                columns[fill[rows[p]]++] = j;
            }
        }
        return new SparsePattern(size, begins, columns);
    }
}
