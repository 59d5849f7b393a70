package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.cluster.LockContention;
import clock2cloud.cluster.SharedCache;
import clock2cloud.cluster.SmtSpeedup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster cores}: what threads on one chip share. */
@Command(
        name = "cores",
        description = {
            "What threads on one chip share: cores (SMT), the last-level cache, the memory's bandwidth, a lock.",
            "One limit a column; no column knows of the others."
        },
        footer = {"", "Example: ./c2c cluster cores --cores 4 --workers 1,2,4,8 --working-set 12MiB --held 50us"})
final class CoresCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--workers",
            defaultValue = "1,2,4,8",
            split = ",",
            description = "Numbers of threads (default: ${DEFAULT-VALUE}).")
    private List<Integer> threads;

    @Option(names = "--cores", defaultValue = "4", description = "Cores (default: ${DEFAULT-VALUE}).")
    private int cores;

    @Option(
            names = "--threads-per-core",
            defaultValue = "2",
            description = "Hardware threads of a core (default: ${DEFAULT-VALUE}).")
    private int threadsPerCore;

    @Option(
            names = "--busy",
            defaultValue = "80%",
            converter = Converters.Fraction.class,
            description = "Share of time that one thread keeps its core busy (default: ${DEFAULT-VALUE}).")
    private double busyFraction;

    @Option(
            names = "--cache",
            defaultValue = "32MiB",
            converter = Converters.Bytes.class,
            description = "Shared last-level cache (default: ${DEFAULT-VALUE}).")
    private double cacheBytes;

    @Option(
            names = "--working-set",
            defaultValue = "12MiB",
            converter = Converters.Bytes.class,
            description = "What each thread reads again and again (default: ${DEFAULT-VALUE}).")
    private double workingSetBytes;

    @Option(
            names = "--hit",
            defaultValue = "10ns",
            converter = Converters.Seconds.class,
            description = "A read from the cache (default: ${DEFAULT-VALUE}).")
    private double hitSeconds;

    @Option(
            names = "--memory",
            defaultValue = "90ns",
            converter = Converters.Seconds.class,
            description = "A read from memory, beyond the cache (default: ${DEFAULT-VALUE}).")
    private double memorySeconds;

    @Option(
            names = "--bandwidth",
            defaultValue = "20GB/s",
            converter = Converters.BytesPerSecond.class,
            description = "Of the memory, shared by all (default: ${DEFAULT-VALUE}).")
    private double bytesPerSecond;

    @Option(
            names = "--stream",
            defaultValue = "8GB/s",
            converter = Converters.BytesPerSecond.class,
            description = "What one thread would read from memory (default: ${DEFAULT-VALUE}).")
    private double streamBytesPerSecond;

    @Option(
            names = "--compute",
            defaultValue = "1ms",
            converter = Converters.Seconds.class,
            description = "Mean time that a thread computes before it needs the lock (default: ${DEFAULT-VALUE}).")
    private double computeSeconds;

    @Option(
            names = "--held",
            defaultValue = "50us",
            converter = Converters.Seconds.class,
            description = "Mean time that it holds the lock (default: ${DEFAULT-VALUE}).")
    private double heldSeconds;

    /** One number of threads; the read times are those of the last-level cache. */
    record Row(
            int threads,
            double smtSpeedup,
            double missFractionRandom,
            double missFractionCircular,
            double readSecondsRandom,
            double bandwidthSpeedup,
            double lockSpeedup,
            double lockWaitSeconds) {}

    /** The answer as JSON. */
    record Cores(double lockSaturationThreads, double bandwidthSaturationThreads, List<Row> threads) {}

    @Override
    public Integer call() {
        if (!(bytesPerSecond > 0 && streamBytesPerSecond > 0)) {
            throw new IllegalArgumentException("--bandwidth and --stream must be positive");
        }
        SmtSpeedup smt = new SmtSpeedup(cores, threadsPerCore, busyFraction);
        SharedCache cache = new SharedCache(cacheBytes);
        LockContention lock = new LockContention(computeSeconds, heldSeconds);
        List<Row> rows = new ArrayList<>();
        Table table = Table.of(
                "threads",
                "smtSpeedup",
                "missRandom",
                "missCircular",
                "readSeconds",
                "bandwidthSpeedup",
                "lockSpeedup",
                "lockWaitSeconds");
        for (int t : threads) {
            Row row = row(t, smt, cache, lock);
            rows.add(row);
            table = table.row(
                    row.threads,
                    row.smtSpeedup,
                    row.missFractionRandom,
                    row.missFractionCircular,
                    row.readSecondsRandom,
                    row.bandwidthSpeedup,
                    row.lockSpeedup,
                    row.lockWaitSeconds);
        }
        return common.report()
                .json(new Cores(lock.saturationThreads(), bytesPerSecond / streamBytesPerSecond, rows))
                .table(table)
                .say("The lock is full from " + Quantities.significant(lock.saturationThreads())
                        + " threads on, the memory from "
                        + Quantities.significant(bytesPerSecond / streamBytesPerSecond) + "; SMT gives at most "
                        + Quantities.significant(cores * smt.coreSpeedup(threadsPerCore)) + " times one thread.")
                .explain(Explanation.of(
                        "Threads that share a chip",
                        "SMT: min(threads, 1 / busy) a core; cache: miss = 1 - C / (threads w); memory: min(threads,"
                                + " B / b); lock: mean value analysis, X(p) = p / (Z + R)",
                        "lock saturates at (Z + S) / S = " + Quantities.significant(lock.saturationThreads()),
                        "the limits do not act on each other; threads share no data",
                        "Lazowska and others 1984; Hennessy and Patterson, app. B; Reiser and Lavenberg 1980"))
                .figure(SharingFigures.cores(rows).command(common.commandLine()).seed(common.seed()))
                .print();
    }

    private Row row(int threads, SmtSpeedup smt, SharedCache cache, LockContention lock) {
        double miss = cache.missFraction(SharedCache.Pattern.RANDOM, threads, workingSetBytes);
        return new Row(
                threads,
                smt.speedup(threads),
                miss,
                cache.missFraction(SharedCache.Pattern.CIRCULAR, threads, workingSetBytes),
                cache.readSeconds(miss, hitSeconds, memorySeconds),
                Math.min(threads, Math.max(1, bytesPerSecond / streamBytesPerSecond)),
                lock.speedup(threads),
                lock.waitSeconds(threads));
    }
}
