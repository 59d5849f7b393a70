package clock2cloud.cluster.schedule;

import clock2cloud.cluster.Domain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every worker knows its tasks before the start and pays nothing for them; who has the long ones keeps all waiting.
 *
 * @param chunk tasks dealt out in rounds of this many each; 0 for one even block a worker, as OpenMP's {@code static}
 */
public record StaticSchedule(int chunk) implements LoopSchedule {
    public StaticSchedule {
        Domain.atLeast(0, "Static schedule", "chunk", chunk);
    }

    @Override
    public ScheduledRun run(double[] taskSeconds, int workers) {
        LoopSchedule.check(taskSeconds, workers);
        double[] now = new double[workers];
        List<ScheduledRun.Piece> pieces = new ArrayList<>(taskSeconds.length);
        double makespan = 0;
        for (int task = 0; task < taskSeconds.length; task++) {
            int worker = owner(task, taskSeconds.length, workers);
            pieces.add(new ScheduledRun.Piece(task, worker, now[worker], taskSeconds[task]));
            now[worker] += taskSeconds[task];
            makespan = Math.max(makespan, now[worker]);
        }
        pieces.sort(Comparator.comparingDouble(ScheduledRun.Piece::startSeconds));
        return new ScheduledRun(workers, pieces, 0, makespan);
    }

    /** Blocks differ by one task at most, the longer ones first. */
    private int owner(int task, int tasks, int workers) {
        if (chunk > 0) {
            return task / chunk % workers;
        }
        int small = tasks / workers;
        int longer = tasks % workers;
        int inLonger = longer * (small + 1);
        return task < inLonger ? task / (small + 1) : longer + (task - inLonger) / small;
    }
}
