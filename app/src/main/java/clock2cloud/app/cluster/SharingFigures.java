package clock2cloud.app.cluster;

import clock2cloud.app.FigureRecipe;
import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.AllReduce;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.LockContention;
import clock2cloud.cluster.MultiServerQueue;
import clock2cloud.cluster.SharedCache;
import clock2cloud.cluster.SmtSpeedup;
import clock2cloud.cluster.hdfs.DelayScheduling;
import clock2cloud.cluster.schedule.LoopSchedule;
import clock2cloud.cluster.schedule.QueueSchedule;
import clock2cloud.cluster.schedule.ScheduledRun;
import clock2cloud.cluster.schedule.TaskSizes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What workers share: a chip, a list of tasks, a line of customers, a network, the nodes that hold the data. */
final class SharingFigures {
    private static final int DRAWN_TASKS = 2_000;
    private static final int DRAWN_CORES = 20;

    private SharingFigures() {}

    static List<FigureRecipe> all() {
        return List.of(
                new FigureRecipe("cores", SharingFigures::cores),
                new FigureRecipe("schedule", SharingFigures::schedule),
                new FigureRecipe("queue", seed -> queue(2, 1)
                        .command("./c2c cluster queue --servers 2")
                        .seed(seed)),
                new FigureRecipe("collective", seed -> collective(new AlphaBeta(10e-6, 1.25e9), 64)
                        .command("./c2c cluster collective")
                        .seed(seed)),
                new FigureRecipe("locality", seed -> locality(3, 30, 40)
                        .command("./c2c cluster locality --seed " + seed)
                        .seed(seed)));
    }

    private static Figure cores(long seed) {
        SmtSpeedup smt = new SmtSpeedup(4, 2, 0.8);
        SharedCache cache = new SharedCache(32 * 1024.0 * 1024);
        LockContention lock = new LockContention(1e-3, 50e-6);
        List<CoresCommand.Row> rows = IntStream.rangeClosed(1, 8)
                .mapToObj(threads -> {
                    double miss = cache.missFraction(SharedCache.Pattern.RANDOM, threads, 12 * 1024.0 * 1024);
                    double circular = cache.missFraction(SharedCache.Pattern.CIRCULAR, threads, 12 * 1024.0 * 1024);
                    return new CoresCommand.Row(
                            threads,
                            smt.speedup(threads),
                            miss,
                            circular,
                            cache.readSeconds(miss, 10e-9, 90e-9),
                            Math.min(threads, 2.5),
                            lock.speedup(threads),
                            lock.waitSeconds(threads));
                })
                .toList();
        return cores(rows)
                .command("./c2c cluster cores --workers 1,2,3,4,5,6,7,8")
                .seed(seed);
    }

    static Figure cores(List<CoresCommand.Row> rows) {
        double[] threads = rows.stream().mapToDouble(CoresCommand.Row::threads).toArray();
        CoresCommand.Row last = rows.get(rows.size() - 1);
        String limit = last.lockSpeedup() < Math.min(last.smtSpeedup(), last.bandwidthSpeedup())
                ? "The lock"
                : last.bandwidthSpeedup() < last.smtSpeedup() ? "The memory" : "The number of cores";
        return Figure.of("cores")
                .title(limit + " limits " + last.threads() + " threads first")
                .subtitle("speedup if only that one thing were shared")
                .alt("Three curves of speedup over threads: by cores with SMT, by memory bandwidth, by a lock.")
                .source("Lazowska and others 1984; Reiser and Lavenberg 1980")
                .x("threads", "")
                .y("speedup", "")
                .line("cores with SMT", threads, column(rows.stream().map(CoresCommand.Row::smtSpeedup)))
                .line("memory bandwidth", threads, column(rows.stream().map(CoresCommand.Row::bandwidthSpeedup)))
                .line("one lock", threads, column(rows.stream().map(CoresCommand.Row::lockSpeedup)));
    }

    private static double[] column(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue).toArray();
    }

    private static Figure schedule(long seed) {
        double[] seconds = TaskSizes.LOGNORMAL.draw(
                100, 1e-3, RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed));
        ScheduledRun run = QueueSchedule.dynamic(1, 1e-6).run(seconds, 8);
        return schedule("dynamic", run, LoopSchedule.lowerBoundSeconds(seconds, 8))
                .command("./c2c cluster schedule --tasks 100 --seed " + seed)
                .seed(seed);
    }

    static Figure schedule(String name, ScheduledRun run, double boundSeconds) {
        int rows = Math.min(DRAWN_CORES, run.workers());
        int[] turns = new int[run.workers()];
        List<Mark.Block> blocks = run.pieces().stream()
                .filter(piece -> piece.worker() < rows)
                .limit(DRAWN_TASKS)
                .map(piece -> new Mark.Block(
                        piece.startSeconds(),
                        piece.endSeconds(),
                        piece.worker() - 0.38,
                        piece.worker() + 0.38,
                        "",
                        turns[piece.worker()]++ % 2 == 0 ? 1 : 0.6))
                .toList();
        return Figure.of("schedule")
                .title(String.format(Locale.ROOT, "%.0f%% of the cores' time is work", 100 * run.efficiencyFraction()))
                .subtitle(name + " schedule, " + run.pieces().size() + " tasks on " + run.workers() + " cores"
                        + (blocks.size() < run.pieces().size() ? ", " + blocks.size() + " tasks drawn" : ""))
                .alt("One row a core: the tasks that it runs, one after the other, over time.")
                .source("Graham 1969; Polychronopoulos and Kuck 1987; Blumofe and Leiserson 1999")
                .x("time", "")
                .xHuman(Unit.SECONDS)
                .rows(IntStream.range(0, rows).mapToObj(row -> "core " + row).toList())
                .height(140 + 30 * rows)
                .blocks("tasks", blocks)
                .moment("no schedule ends sooner", boundSeconds);
    }

    static Figure queue(int servers, double serviceSeconds) {
        double[] loads = SpeedupFigures.spread(0.01, 0.97);
        double ratio = wait(servers, serviceSeconds, 0.9) / wait(servers, serviceSeconds, 0.5);
        return Figure.of("queue")
                .title("At 90% load work waits " + Quantities.significant(ratio) + " times as long as at 50%")
                .subtitle(servers + (servers == 1 ? " server" : " servers") + ", a mean service of "
                        + Quantities.significant(serviceSeconds) + " s")
                .alt("Mean wait over load: flat at first, a wall near one.")
                .source("Erlang C (Kleinrock 1975)")
                .x("load", "")
                .y("wait", "s")
                .line("wait", loads, SpeedupFigures.map(loads, load -> wait(servers, serviceSeconds, load)));
    }

    private static double wait(int servers, double serviceSeconds, double load) {
        return new MultiServerQueue(servers, load * servers / serviceSeconds, 1 / serviceSeconds).waitSeconds();
    }

    static Figure collective(AlphaBeta link, int workers) {
        double[] sizes = IntStream.rangeClosed(0, 100)
                .mapToDouble(i -> Math.pow(10, 2 + 7 * i / 100.0))
                .toArray();
        Optional<Double> crossing = Arrays.stream(sizes)
                .filter(size -> AllReduce.RING.seconds(link, workers, size)
                        < AllReduce.RECURSIVE_DOUBLING.seconds(link, workers, size))
                .boxed()
                .findFirst();
        Figure figure = Figure.of("collective")
                .title(crossing.map(size ->
                                "From " + Quantities.format(size, Unit.BYTES) + " on the ring beats recursive doubling")
                        .orElse("Recursive doubling beats the ring at every size"))
                .subtitle("all-reduce over " + workers + " workers in closed form")
                .alt("Time of an all-reduce over the length of the vector, one curve an algorithm.")
                .source("Thakur, Rabenseifner and Gropp 2005")
                .xLog("vector", "")
                .xHuman(Unit.BYTES)
                .yLog("time", "")
                .yHuman(Unit.SECONDS);
        for (AllReduce algorithm : AllReduce.values()) {
            figure.line(
                    algorithm.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("rabenseifner", "Rabenseifner"),
                    sizes,
                    SpeedupFigures.map(sizes, size -> algorithm.seconds(link, workers, size)));
        }
        return figure;
    }

    static Figure locality(int replicas, int nodes, int mostOffers) {
        DelayScheduling law = DelayScheduling.of(replicas, nodes);
        double[] offers =
                IntStream.rangeClosed(1, mostOffers).mapToDouble(i -> i).toArray();
        return Figure.of("locality")
                .title("After " + mostOffers + " offers a task is beside its data with a chance of "
                        + Quantities.significant(100 * law.localProbability(mostOffers)) + "%")
                .subtitle(replicas + " replicas on " + nodes + " nodes")
                .alt("Chance of a local slot over the offers waited for: steep at first, then flat.")
                .source("Zaharia and others 2010")
                .x("offers", "")
                .y("chance of a local slot", "")
                .yLimits(0, 1)
                .line("1 - (1 - p)^D", offers, SpeedupFigures.map(offers, at -> law.localProbability((int) at)));
    }
}
