package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Platform;

/** Work for a cluster. */
public sealed interface Workload permits MasterWorker, BagOfTasks, MapReduce, TaskGraph, ParameterServer, AllReduceRun {
    /** How many tasks it has. */
    long taskCount();

    /** Sets the actors going; the returned action closes the books once nothing happens any more. */
    Runnable start(Cluster cluster, Ledger ledger);

    /** No schedule is faster than this. */
    LowerBounds lowerBounds(Platform platform);

    /**
     * Two times under which no schedule can stay.
     *
     * @param workSeconds all work, divided by the speed of all that may do it
     * @param pathSeconds the longest chain of work, at the highest speed
     */
    record LowerBounds(double workSeconds, double pathSeconds) {}
}
