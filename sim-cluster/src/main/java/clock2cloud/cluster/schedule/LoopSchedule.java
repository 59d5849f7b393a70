package clock2cloud.cluster.schedule;

import clock2cloud.cluster.Domain;
import java.util.Arrays;

/** How independent tasks, in their order, come to equal workers. */
public interface LoopSchedule {
    /** Runs tasks of these lengths; the answer depends on nothing else but the policy and its seed. */
    ScheduledRun run(double[] taskSeconds, int workers);

    /** The least that any schedule takes: all work spread evenly, or the longest task. */
    static double lowerBoundSeconds(double[] taskSeconds, int workers) {
        check(taskSeconds, workers);
        return Math.max(
                Arrays.stream(taskSeconds).sum() / workers,
                Arrays.stream(taskSeconds).max().orElse(0));
    }

    /** Refuses what no schedule can run. */
    static void check(double[] taskSeconds, int workers) {
        Domain.atLeast(1, "Schedule", "workers", workers);
        for (double seconds : taskSeconds) {
            Domain.notNegative("Schedule", "taskSeconds", seconds);
        }
    }
}
