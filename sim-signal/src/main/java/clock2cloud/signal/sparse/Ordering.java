package clock2cloud.signal.sparse;

import java.util.Arrays;

/**
 * Which column is eliminated when, and on which row: first the unknowns that one equation fixes alone (a node held by a
 * source), then the core in minimum-degree order, last the unknowns that appear in one equation only (a source's current).
 *
 * @param columns the columns in order
 * @param partner the row to pivot each column on
 * @param fixed how many columns at the front have a pivot that needs no comparison
 */
public record Ordering(int[] columns, int[] partner, int fixed) {
    static Ordering of(SparsePattern a, int[] partner) {
        Singletons peeled = new Singletons(a);
        int n = a.size();
        int[] rows = peeled.matched(partner);
        int[] columnOf = new int[n];
        for (int j = 0; j < n; j++) {
            columnOf[rows[j]] = j;
        }
        int[] core = peeled.core();
        int[] place = new int[n];
        Arrays.fill(place, -1);
        for (int i = 0; i < core.length; i++) {
            place[core[i]] = i;
        }
        int[] order = coreOrder(a, columnOf, core, place);
        int[] columns = new int[n];
        int put = peeled.first(columns);
        for (int i : order) {
            columns[put++] = core[i];
        }
        peeled.last(columns);
        return new Ordering(columns, rows, peeled.firstCount());
    }

    /** Minimum degree on the symmetric neighbourhood of the core, rows renamed after the columns that they pivot. */
    private static int[] coreOrder(SparsePattern a, int[] columnOf, int[] core, int[] place) {
        int n = core.length;
        int[] starts = new int[n + 1];
        for (int j = 0; j < n; j++) {
            for (int p = a.starts()[core[j]]; p < a.starts()[core[j] + 1]; p++) {
                int i = place[columnOf[a.rows()[p]]];
                if (i >= 0 && i != j) {
                    starts[i + 1]++;
                    starts[j + 1]++;
                }
            }
        }
        for (int j = 0; j < n; j++) {
            starts[j + 1] += starts[j];
        }
        int[] neighbours = new int[starts[n]];
        int[] fill = Arrays.copyOf(starts, n);
        for (int j = 0; j < n; j++) {
            for (int p = a.starts()[core[j]]; p < a.starts()[core[j] + 1]; p++) {
                int i = place[columnOf[a.rows()[p]]];
                if (i >= 0 && i != j) {
                    neighbours[fill[i]++] = j;
                    neighbours[fill[j]++] = i;
                }
            }
        }
        int used = unique(n, starts, neighbours);
        int[] order = MinimumDegree.order(n, starts, Arrays.copyOf(neighbours, used));
        return EliminationTree.postordered(n, starts, neighbours, order);
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
