package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Hands tasks to nodes that offer a slot: beside its data, or anywhere once nothing has been started for a while.
 *
 * <p>A job may start a task away from its data only when its last start lies the wait or longer back; starting one beside its data
 * sets it back to waiting. Source: M. Zaharia and others, EuroSys 2010, algorithm 2, with time instead of skips, as Spark's
 * TaskSetManager does. Leaves out racks as a level between.
 */
public final class DelayScheduler {
    private final List<List<Integer>> preferred;
    private final double waitSeconds;
    private final boolean[] started;
    private boolean anywhere;
    private double lastStart;
    private int local;
    private int remote;

    /**
     * A job.
     *
     * @param preferred for each task the nodes that hold its data; empty when it does not matter
     * @param waitSeconds how long it rather waits
     */
    public DelayScheduler(List<List<Integer>> preferred, double waitSeconds) {
        Domain.notNegative("Delay scheduling", "waitSeconds", waitSeconds);
        List<List<Integer>> copies = new ArrayList<>();
        preferred.forEach(nodes -> copies.add(List.copyOf(nodes)));
        this.preferred = copies;
        this.waitSeconds = waitSeconds;
        started = new boolean[copies.size()];
        anywhere = waitSeconds == 0;
    }

    /** A node offers a slot; the task it gets, or none. */
    public OptionalInt offer(int node, double nowSeconds) {
        Domain.atLeast(0, "Delay scheduling", "node", node);
        Domain.require(
                nowSeconds >= lastStart, "Delay scheduling", "nowSeconds", "not before the last start", nowSeconds);
        for (int task = 0; task < started.length; task++) {
            if (!started[task]
                    && (preferred.get(task).isEmpty() || preferred.get(task).contains(node))) {
                anywhere = waitSeconds == 0;
                local++;
                return start(task, nowSeconds);
            }
        }
        anywhere |= nowSeconds - lastStart >= waitSeconds;
        for (int task = 0; task < started.length && anywhere; task++) {
            if (!started[task]) {
                remote++;
                return start(task, nowSeconds);
            }
        }
        return OptionalInt.empty();
    }

    /** Started beside its data. */
    public int localStarts() {
        return local;
    }

    /** Started away from it. */
    public int remoteStarts() {
        return remote;
    }

    private OptionalInt start(int task, double nowSeconds) {
        started[task] = true;
        lastStart = nowSeconds;
        return OptionalInt.of(task);
    }
}
