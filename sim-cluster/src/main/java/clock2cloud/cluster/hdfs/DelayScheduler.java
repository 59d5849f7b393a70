package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;
import clock2cloud.cluster.hdfs.TaskLocality.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Hands tasks to processes that offer a slot: to one that has the task's data in memory, then to any on a machine that has it, then to
 * anyone, each level once the job has waited for it.
 *
 * <p>A job goes on to the next level when no task is left that could start at its own, or when its last start (or step) lies the wait or
 * longer back; a start takes it back to the level of that start. Source: M. Zaharia and others, EuroSys 2010, algorithm 2, with time
 * instead of skips, and the levels of Apache Spark's TaskSetManager. Leaves out racks as a level between, and processes that come and go.
 */
public final class DelayScheduler {
    private final List<TaskLocality> tasks;
    private final double waitSeconds;
    private final boolean[] started;
    private final Map<Level, Integer> left = new EnumMap<>(Level.class);
    private Level level = Level.PROCESS;
    private double sinceSeconds;
    private int local;
    private int remote;

    /**
     * A job.
     *
     * @param tasks where the data of each lie
     * @param waitSeconds how long it rather waits at each level
     */
    public DelayScheduler(List<TaskLocality> tasks, double waitSeconds) {
        Domain.notNegative("Delay scheduling", "waitSeconds", waitSeconds);
        this.tasks = List.copyOf(tasks);
        this.waitSeconds = waitSeconds;
        started = new boolean[tasks.size()];
        tasks.forEach(task -> count(task, 1));
    }

    /** A job whose tasks know machines only; no machine when it does not matter. */
    public static DelayScheduler onNodes(List<List<Integer>> preferred, double waitSeconds) {
        List<TaskLocality> tasks = new ArrayList<>();
        preferred.forEach(nodes -> tasks.add(new TaskLocality(List.of(), nodes)));
        return new DelayScheduler(tasks, waitSeconds);
    }

    /** The only process of a node offers a slot; the task it gets, or none. */
    public OptionalInt offer(int node, double nowSeconds) {
        for (Level most : Level.values()) {
            OptionalInt task = offer(node, node, most, nowSeconds);
            if (task.isPresent()) {
                return task;
            }
        }
        return OptionalInt.empty();
    }

    /** A process offers a slot to tasks that are at least as near as {@code most}. */
    public OptionalInt offer(int process, int node, Level most, double nowSeconds) {
        Domain.atLeast(0, "Delay scheduling", "node", node);
        Domain.require(
                nowSeconds >= sinceSeconds, "Delay scheduling", "nowSeconds", "not before the last start", nowSeconds);
        Level allowed = most;
        if (most != Level.NO_PREFERENCE) {
            step(nowSeconds);
            allowed = level.compareTo(most) < 0 ? level : most;
        }
        int best = -1;
        Level nearest = allowed;
        for (int task = 0; task < started.length; task++) {
            Level near = started[task] ? Level.ANY : tasks.get(task).level(process, node);
            if (!started[task] && (near.compareTo(nearest) < 0 || (best < 0 && near == nearest))) {
                best = task;
                nearest = near;
            }
        }
        return best < 0 ? OptionalInt.empty() : start(best, nearest, nowSeconds);
    }

    /** Started beside its data, or without any. */
    public int localStarts() {
        return local;
    }

    /** Started away from it. */
    public int remoteStarts() {
        return remote;
    }

    private void step(double nowSeconds) {
        while (level != Level.ANY) {
            boolean none = left.getOrDefault(level, 0) == 0;
            double wait = level == Level.NO_PREFERENCE ? 0 : waitSeconds;
            if (!none && nowSeconds - sinceSeconds < wait) {
                return;
            }
            sinceSeconds = none ? nowSeconds : sinceSeconds + wait;
            level = level.next();
        }
    }

    private OptionalInt start(int task, Level near, double nowSeconds) {
        started[task] = true;
        count(tasks.get(task), -1);
        if (near != Level.NO_PREFERENCE) {
            level = near;
            sinceSeconds = nowSeconds;
        }
        local += near == Level.ANY ? 0 : 1;
        remote += near == Level.ANY ? 1 : 0;
        return OptionalInt.of(task);
    }

    private void count(TaskLocality task, int more) {
        for (Level each : Level.values()) {
            left.merge(each, task.has(each) ? more : 0, Integer::sum);
        }
    }
}
