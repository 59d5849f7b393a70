package clock2cloud.app.cluster;

import clock2cloud.cluster.DataParallelTraining;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code c2c cluster train} as JSON.
 *
 * @param ringSlowerFrom the first machine that makes a step of one batch slower, absent if none does
 * @param serverSlowerFrom the same with a parameter server
 */
record Training(
        int[] layers,
        int batch,
        double gradientBytes,
        double flopsPerStep,
        double oneMachineStepSeconds,
        String limiter,
        int ringBestWorkers,
        int serverBestWorkers,
        Optional<Integer> ringSlowerFrom,
        Optional<Integer> serverSlowerFrom,
        List<Row> workers,
        Optional<LoopbackTraining.Result> check) {
    /** One number of machines. */
    record Row(
            int workers,
            double computeSeconds,
            double ringStepSeconds,
            double serverStepSeconds,
            double ringStrongSpeedup,
            double serverStrongSpeedup,
            double ringWeakSpeedup,
            double serverWeakSpeedup) {}

    static Row row(int p, int batch, DataParallelTraining ring, DataParallelTraining server) {
        return new Row(
                p,
                ring.strong(p, batch).computeSeconds(),
                ring.strong(p, batch).seconds(),
                server.strong(p, batch).seconds(),
                ring.strongSpeedup(p, batch),
                server.strongSpeedup(p, batch),
                ring.weakSpeedup(p, batch),
                server.weakSpeedup(p, batch));
    }
}
