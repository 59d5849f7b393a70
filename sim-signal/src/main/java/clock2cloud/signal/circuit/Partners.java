package clock2cloud.signal.circuit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Voltage branches have no diagonal: each takes the row of one of its nodes. The branches form a forest (a loop is refused
 * before), so that walking it from ground gives each branch the node at its far end.
 */
final class Partners {
    private Partners() {}

    /** Branches are (unknown, node, node); ground is {@code size}. */
    static int[] of(int size, List<int[]> branches) {
        Map<Integer, List<int[]>> touching = new HashMap<>();
        for (int[] branch : branches) {
            touching.computeIfAbsent(branch[1], k -> new ArrayList<>()).add(branch);
            touching.computeIfAbsent(branch[2], k -> new ArrayList<>()).add(branch);
        }
        int[] partner = new int[size];
        Arrays.setAll(partner, i -> i);
        boolean[] reached = new boolean[size + 1];
        List<Integer> roots = new ArrayList<>(List.of(size));
        roots.addAll(touching.keySet());
        for (int root : roots) {
            if (!reached[root]) {
                walk(root, touching, reached, partner);
            }
        }
        return partner;
    }

    private static void walk(int root, Map<Integer, List<int[]>> touching, boolean[] reached, int[] partner) {
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(root));
        reached[root] = true;
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int[] branch : touching.getOrDefault(node, List.of())) {
                int far = branch[1] == node ? branch[2] : branch[1];
                if (!reached[far]) {
                    reached[far] = true;
                    partner[branch[0]] = far;
                    partner[far] = branch[0];
                    queue.add(far);
                }
            }
        }
    }
}
