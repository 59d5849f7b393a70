package clock2cloud.cluster.schedule;

import clock2cloud.cluster.Domain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Every worker starts with an even block of its own; who runs dry takes half of a random other's rest.
 *
 * <p>Source: R. Blumofe and C. Leiserson, <i>Scheduling multithreaded computations by work stealing</i>, JACM 46(5), 1999 (expected
 * time T<sub>1</sub> / p + O(T<sub>&infin;</sub>)). A look costs the same whether the victim has something or not; an owner
 * pays nothing for its own tasks. A thief starts
 * with what it took before another can take it away. Leaves out tasks that make tasks.
 *
 * @param stealSeconds what one look at a victim costs
 * @param seed of the choice of victims
 */
public record StealingSchedule(double stealSeconds, long seed) implements LoopSchedule {
    public StealingSchedule {
        Domain.notNegative("Stealing schedule", "stealSeconds", stealSeconds);
    }

    @Override
    public ScheduledRun run(double[] taskSeconds, int workers) {
        LoopSchedule.check(taskSeconds, workers);
        return new Run(taskSeconds, workers).run();
    }

    private final class Run {
        private final double[] taskSeconds;
        private final int workers;
        private final int[] first;
        private final int[] end;
        private final RandomGenerator random =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        private final List<ScheduledRun.Piece> pieces = new ArrayList<>();
        private double overhead;
        private double makespan;

        Run(double[] taskSeconds, int workers) {
            this.taskSeconds = taskSeconds;
            this.workers = workers;
            first = new int[workers];
            end = new int[workers];
            for (int worker = 0; worker < workers; worker++) {
                first[worker] = (int) ((long) taskSeconds.length * worker / workers);
                end[worker] = (int) ((long) taskSeconds.length * (worker + 1) / workers);
            }
        }

        ScheduledRun run() {
            PriorityQueue<Ready> ready = new PriorityQueue<>(
                    Comparator.comparingDouble(Ready::seconds).thenComparingLong(Ready::turn));
            for (int worker = 0; worker < workers; worker++) {
                ready.add(new Ready(0, worker, worker));
            }
            long turn = workers;
            while (pieces.size() < taskSeconds.length) {
                Ready now = ready.remove();
                ready.add(new Ready(step(now), turn++, now.worker()));
            }
            return new ScheduledRun(workers, pieces, overhead, makespan);
        }

        /** Does one task of its own, or of what it finds at one victim; the time when it is free again. */
        private double step(Ready now) {
            int worker = now.worker();
            double start = now.seconds();
            if (first[worker] == end[worker]) {
                steal(worker);
                overhead += stealSeconds;
                start += stealSeconds;
            }
            if (first[worker] == end[worker]) {
                return start;
            }
            int task = first[worker]++;
            pieces.add(new ScheduledRun.Piece(task, worker, start, taskSeconds[task]));
            makespan = Math.max(makespan, start + taskSeconds[task]);
            return start + taskSeconds[task];
        }

        private void steal(int thief) {
            int victim = (thief + 1 + random.nextInt(workers - 1)) % workers;
            int half = (end[victim] - first[victim] + 1) / 2;
            end[victim] -= half;
            first[thief] = end[victim];
            end[thief] = end[victim] + half;
        }
    }

    private record Ready(double seconds, long turn, int worker) {}
}
