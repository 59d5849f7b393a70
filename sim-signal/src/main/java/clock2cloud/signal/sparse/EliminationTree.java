package clock2cloud.signal.sparse;

import java.util.Arrays;

/**
 * Which unknown each elimination waits for (Liu 1990). Renumbered so that every subtree is contiguous, an order fills in as
 * before, but chains and unknowns of the same structure follow each other.
 */
final class EliminationTree {
    private EliminationTree() {}

    /** The same eliminations as {@code order}, children before their parents and next to them. */
    static int[] postordered(int n, int[] starts, int[] neighbours, int[] order) {
        int[] parent = parents(n, starts, neighbours, order);
        int[] head = new int[n + 1];
        int[] next = new int[n];
        Arrays.fill(head, -1);
        for (int k = n - 1; k >= 0; k--) {
            next[k] = head[parent[k]];
            head[parent[k]] = k;
        }
        int[] result = new int[n];
        int[] stack = new int[n + 1];
        int put = 0;
        int top = 0;
        stack[0] = n;
        while (top >= 0) {
            int k = stack[top];
            int child = head[k];
            if (child >= 0) {
                head[k] = next[child];
                stack[++top] = child;
            } else {
                top--;
                if (k < n) {
                    result[put++] = order[k];
                }
            }
        }
        return result;
    }

    /** Parents by position in the order; {@code n} is above all roots. */
    private static int[] parents(int n, int[] starts, int[] neighbours, int[] order) {
        int[] position = new int[n];
        for (int k = 0; k < n; k++) {
            position[order[k]] = k;
        }
        int[] parent = new int[n];
        int[] ancestor = new int[n];
        Arrays.fill(parent, n);
        Arrays.fill(ancestor, -1);
        for (int k = 0; k < n; k++) {
            for (int p = starts[order[k]]; p < starts[order[k] + 1]; p++) {
                int i = position[neighbours[p]];
                while (i < k) {
                    int above = ancestor[i];
                    ancestor[i] = k;
                    if (above < 0) {
                        parent[i] = k;
                        break;
                    }
                    i = above;
                }
            }
        }
        return parent;
    }
}
