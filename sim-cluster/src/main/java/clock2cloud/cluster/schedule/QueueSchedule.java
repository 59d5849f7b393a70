package clock2cloud.cluster.schedule;

import clock2cloud.cluster.Domain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Who is free takes the next chunk from one queue, behind one lock: {@code dynamic} and {@code guided} of OpenMP.
 *
 * <p>Guided: a chunk is the share remaining / workers, not below the least (C. Polychronopoulos and D. Kuck, IEEE Trans.
 * Computers 36(12), 1987). Leaves out that a contended lock gets slower.
 *
 * @param guided chunks shrink with what is left; else all have the same size
 * @param chunk tasks of a chunk, or the least of them
 * @param takeSeconds how long taking a chunk holds the queue
 */
public record QueueSchedule(boolean guided, int chunk, double takeSeconds) implements LoopSchedule {
    public QueueSchedule {
        Domain.atLeast(1, "Queue schedule", "chunk", chunk);
        Domain.notNegative("Queue schedule", "takeSeconds", takeSeconds);
    }

    public static QueueSchedule dynamic(int chunk, double takeSeconds) {
        return new QueueSchedule(false, chunk, takeSeconds);
    }

    public static QueueSchedule guided(int leastChunk, double takeSeconds) {
        return new QueueSchedule(true, leastChunk, takeSeconds);
    }

    @Override
    public ScheduledRun run(double[] taskSeconds, int workers) {
        LoopSchedule.check(taskSeconds, workers);
        PriorityQueue<Ready> ready =
                new PriorityQueue<>(Comparator.comparingDouble(Ready::seconds).thenComparingInt(Ready::worker));
        for (int worker = 0; worker < workers; worker++) {
            ready.add(new Ready(0, worker));
        }
        List<ScheduledRun.Piece> pieces = new ArrayList<>(taskSeconds.length);
        double queueFree = 0;
        double makespan = 0;
        double overhead = 0;
        for (int next = 0; next < taskSeconds.length; ) {
            Ready worker = ready.remove();
            queueFree = Math.max(queueFree, worker.seconds()) + takeSeconds;
            overhead += queueFree - worker.seconds();
            double now = queueFree;
            for (int end = next + chunkOf(taskSeconds.length - next, workers); next < end; next++) {
                pieces.add(new ScheduledRun.Piece(next, worker.worker(), now, taskSeconds[next]));
                now += taskSeconds[next];
            }
            makespan = Math.max(makespan, now);
            ready.add(new Ready(now, worker.worker()));
        }
        return new ScheduledRun(workers, pieces, overhead, makespan);
    }

    private int chunkOf(int remaining, int workers) {
        int share = guided ? (remaining + workers - 1) / workers : chunk;
        return Math.min(remaining, Math.max(chunk, share));
    }

    private record Ready(double seconds, int worker) {}
}
