package clock2cloud.signal.sparse;

import java.util.Arrays;

/** The symmetric neighbourhood of a pattern whose rows are renamed after the columns that they are the partners of. */
final class Ordering {
    private Ordering() {}

    static int[] of(SparsePattern a, int[] partner) {
        int n = a.size();
        int[] columnOf = new int[n];
        for (int j = 0; j < n; j++) {
            columnOf[partner[j]] = j;
        }
        int[] count = new int[n + 1];
        for (int j = 0; j < n; j++) {
            for (int p = a.starts()[j]; p < a.starts()[j + 1]; p++) {
                int i = columnOf[a.rows()[p]];
                if (i != j) {
                    count[i + 1]++;
                    count[j + 1]++;
                }
            }
        }
        for (int j = 0; j < n; j++) {
            count[j + 1] += count[j];
        }
        int[] neighbours = new int[count[n]];
        int[] fill = Arrays.copyOf(count, n);
        for (int j = 0; j < n; j++) {
            for (int p = a.starts()[j]; p < a.starts()[j + 1]; p++) {
                int i = columnOf[a.rows()[p]];
                if (i != j) {
                    neighbours[fill[i]++] = j;
                    neighbours[fill[j]++] = i;
                }
            }
        }
        int used = unique(n, count, neighbours);
        return MinimumDegree.order(n, count, Arrays.copyOf(neighbours, used));
    }

    private static int unique(int n, int[] starts, int[] neighbours) {
        int[] seen = new int[n];
        Arrays.fill(seen, -1);
        int put = 0;
        for (int j = 0; j < n; j++) {
            int first = starts[j];
            starts[j] = put;
            for (int p = first; p < starts[j + 1]; p++) {
                int i = neighbours[p];
                if (seen[i] != j) {
                    seen[i] = j;
                    neighbours[put++] = i;
                }
            }
        }
        starts[n] = put;
        return put;
    }
}
