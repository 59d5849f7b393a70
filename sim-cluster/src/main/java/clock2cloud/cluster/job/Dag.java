package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tasks by number, what each needs of which other, and what it reads from where. */
final class Dag {
    /** A task. Parents' numbers and the bytes that they hand over go together. */
    record Node(
            String name,
            double flops,
            int cores,
            int[] parents,
            double[] parentBytes,
            double storedBytes,
            Optional<Host> storedAt) {
        Node {
            require(flops >= 0 && flops < Double.POSITIVE_INFINITY, name, "flops", flops);
            require(storedBytes >= 0 && storedBytes < Double.POSITIVE_INFINITY, name, "inputBytes", storedBytes);
            for (double bytes : parentBytes) {
                require(bytes >= 0 && bytes < Double.POSITIVE_INFINITY, name, "bytes", bytes);
            }
            if (cores < 1) {
                throw new IllegalArgumentException("task '" + name + "': " + cores + " cores, it must be at least 1");
            }
        }

        private static void require(boolean holds, String name, String what, double value) {
            if (!holds) {
                throw new IllegalArgumentException(
                        "task '" + name + "': " + what + " is " + value + ", it must be zero or more and finite");
            }
        }
    }

    final List<Node> nodes;
    final List<List<Integer>> children = new ArrayList<>();
    /** An order in which parents come first. */
    final int[] order;

    Dag(List<Node> nodes) {
        this.nodes = nodes;
        int[] waits = new int[nodes.size()];
        nodes.forEach(node -> children.add(new ArrayList<>(0)));
        for (int task = 0; task < waits.length; task++) {
            waits[task] = nodes.get(task).parents.length;
            for (int parent : nodes.get(task).parents) {
                children.get(parent).add(task);
            }
        }
        this.order = sort(waits);
    }

    private int[] sort(int[] waits) {
        int[] sorted = new int[waits.length];
        int size = 0;
        for (int task = 0; task < waits.length; task++) {
            if (waits[task] == 0) {
                sorted[size++] = task;
            }
        }
        for (int at = 0; at < size; at++) {
            for (int child : children.get(sorted[at])) {
                if (--waits[child] == 0) {
                    sorted[size++] = child;
                }
            }
        }
        if (size < waits.length) {
            throw new IllegalArgumentException("the tasks wait for each other in a circle: " + circle(waits));
        }
        return sorted;
    }

    private String circle(int[] waits) {
        int at = 0;
        while (waits[at] == 0) {
            at++;
        }
        List<Integer> walk = new ArrayList<>();
        while (!walk.contains(at)) {
            walk.add(at);
            for (int parent : nodes.get(at).parents) {
                if (waits[parent] > 0) {
                    at = parent;
                    break;
                }
            }
        }
        List<String> names = new ArrayList<>();
        for (int task : walk.subList(walk.indexOf(at), walk.size())) {
            names.add(nodes.get(task).name);
        }
        names.add(nodes.get(at).name);
        return String.join(" needs ", names);
    }

    Workload.LowerBounds lowerBounds(List<Host> hosts) {
        double speed = 0;
        double fastest = 0;
        for (Host host : hosts) {
            speed += host.flopsPerSecond() * host.cores();
            fastest = Math.max(fastest, host.flopsPerSecond());
        }
        double total = 0;
        double longest = 0;
        double[] path = new double[nodes.size()];
        for (int task : order) {
            Node node = nodes.get(task);
            double before = 0;
            for (int parent : node.parents) {
                before = Math.max(before, path[parent]);
            }
            path[task] = before + node.flops / node.cores;
            total += node.flops;
            longest = Math.max(longest, path[task]);
        }
        return new Workload.LowerBounds(total / speed, longest / fastest);
    }
}
