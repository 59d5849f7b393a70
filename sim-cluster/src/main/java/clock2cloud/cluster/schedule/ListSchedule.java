package clock2cloud.cluster.schedule;

import clock2cloud.cluster.Domain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Tasks with an order among them on equal workers: who is free takes the first task of the list that may start.
 *
 * <p>Never worse than 2 - 1 / m times the best (Graham 1966), yet more workers, shorter tasks or fewer constraints can make it
 * slower (Graham 1969: the anomalies). Leaves out messages between tasks.
 *
 * @param taskSeconds length of each task
 * @param predecessors for each task those that must end before it starts
 * @param list all tasks, in order of preference
 */
public record ListSchedule(List<Double> taskSeconds, List<List<Integer>> predecessors, List<Integer> list) {
    private static final String LAW = "List schedule";

    public ListSchedule {
        taskSeconds = List.copyOf(taskSeconds);
        predecessors = predecessors.stream().map(List::copyOf).toList();
        list = List.copyOf(list);
        taskSeconds.forEach(seconds -> Domain.notNegative(LAW, "taskSeconds", seconds));
        int tasks = taskSeconds.size();
        Domain.require(predecessors.size() == tasks, LAW, "predecessors", "one list a task", predecessors.size());
        Domain.require(
                list.stream()
                        .sorted()
                        .toList()
                        .equals(IntStream.range(0, tasks).boxed().toList()),
                LAW,
                "list",
                "every task from 0 once",
                list.size());
        predecessors.forEach(before -> before.forEach(task -> Domain.require(
                task >= 0 && task < tasks, LAW, "predecessor", "a task from 0 to " + (tasks - 1), task)));
    }

    /** Tasks without an order among them, in their own order. */
    public static ListSchedule independent(List<Double> taskSeconds) {
        return new ListSchedule(
                taskSeconds,
                taskSeconds.stream().map(task -> List.<Integer>of()).toList(),
                IntStream.range(0, taskSeconds.size()).boxed().toList());
    }

    /** The same tasks, longest first (LPT: at most 4/3 - 1 / (3 m) of the best without constraints). */
    public ListSchedule longestFirst() {
        return new ListSchedule(
                taskSeconds,
                predecessors,
                list.stream()
                        .sorted(Comparator.comparingDouble((Integer task) -> -taskSeconds.get(task)))
                        .toList());
    }

    /** Length of the longest chain of tasks. */
    public double longestPathSeconds() {
        return run(Math.max(1, taskSeconds.size())).makespanSeconds();
    }

    /** All work spread evenly, or the longest path. */
    public double lowerBoundSeconds(int workers) {
        double work = taskSeconds.stream().mapToDouble(Double::doubleValue).sum();
        return Math.max(work / workers, longestPathSeconds());
    }

    /** The schedule on m workers. */
    public ScheduledRun run(int workers) {
        Domain.atLeast(1, LAW, "workers", workers);
        return new Run(workers).run();
    }

    private final class Run {
        private final int workers;
        private final int[] rank = new int[list.size()];
        private final int[] waitingFor = new int[list.size()];
        private final List<List<Integer>> successors = new ArrayList<>();
        private final PriorityQueue<ScheduledRun.Piece> running =
                new PriorityQueue<>(Comparator.comparingDouble(ScheduledRun.Piece::endSeconds)
                        .thenComparingInt(ScheduledRun.Piece::worker));
        private final PriorityQueue<Integer> open = new PriorityQueue<>(Comparator.comparingInt(task -> rank[task]));
        private final TreeSet<Integer> free = new TreeSet<>();
        private final List<ScheduledRun.Piece> pieces = new ArrayList<>();

        Run(int workers) {
            this.workers = workers;
            for (int i = 0; i < list.size(); i++) {
                rank[list.get(i)] = i;
                successors.add(new ArrayList<>());
            }
            for (int task = 0; task < list.size(); task++) {
                for (int before : predecessors.get(task)) {
                    successors.get(before).add(task);
                    waitingFor[task]++;
                }
            }
        }

        ScheduledRun run() {
            IntStream.range(0, workers).forEach(free::add);
            IntStream.range(0, list.size())
                    .filter(task -> waitingFor[task] == 0)
                    .forEach(open::add);
            double now = 0;
            start(now);
            while (!running.isEmpty()) {
                now = running.element().endSeconds();
                while (!running.isEmpty() && running.element().endSeconds() == now) {
                    finish(running.remove());
                }
                start(now);
            }
            if (pieces.size() < list.size()) {
                int stuck = IntStream.range(0, list.size())
                        .filter(task -> waitingFor[task] > 0)
                        .findFirst()
                        .orElseThrow();
                throw new IllegalArgumentException(
                        LAW + ": the tasks wait for each other in a circle, task " + stuck + " among them");
            }
            return new ScheduledRun(workers, pieces, 0, now);
        }

        private void start(double now) {
            while (!open.isEmpty() && !free.isEmpty()) {
                int task = open.remove();
                ScheduledRun.Piece piece = new ScheduledRun.Piece(task, free.pollFirst(), now, taskSeconds.get(task));
                pieces.add(piece);
                running.add(piece);
            }
        }

        private void finish(ScheduledRun.Piece piece) {
            free.add(piece.worker());
            for (int next : successors.get(piece.task())) {
                if (--waitingFor[next] == 0) {
                    open.add(next);
                }
            }
        }
    }
}
