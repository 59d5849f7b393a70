package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Table;
import clock2cloud.cluster.hdfs.DelayScheduler;
import clock2cloud.cluster.hdfs.DelayScheduling;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster locality}: waiting for a slot beside the data. */
@Command(
        name = "locality",
        description = "Delay scheduling: how many tasks run beside their data when they wait for a slot there.",
        footer = {"", "Example: ./c2c cluster locality --replicas 3 --nodes 30 --offers 1,10,40"})
final class LocalityCommand implements Callable<Integer> {
    private static final int MOST_NODES = 10_000;

    @Mixin
    private Common common;

    @Option(
            names = "--replicas",
            defaultValue = "3",
            description = "Replicas of each block (default: ${DEFAULT-VALUE}).")
    private int replicas;

    @Option(names = "--nodes", defaultValue = "30", description = "Nodes (default: ${DEFAULT-VALUE}).")
    private int nodes;

    @Option(
            names = "--offers",
            defaultValue = "1,10,40",
            split = ",",
            description = "Offers of slots that a task may let pass (default: ${DEFAULT-VALUE}).")
    private List<Integer> offers;

    @Option(
            names = "--tasks",
            defaultValue = "200",
            description = "Tasks of the simulated jobs (default: ${DEFAULT-VALUE}).")
    private int tasks;

    @Option(names = "--jobs", defaultValue = "400", description = "Simulated jobs (default: ${DEFAULT-VALUE}).")
    private int jobs;

    /**
     * One patience.
     *
     * @param localProbability of the first task of a job, in closed form
     * @param firstLocalFraction the same, over the simulated jobs
     * @param allLocalFraction of all tasks of the simulated jobs: early ones have more blocks to choose from
     */
    record Row(int offers, double localProbability, double firstLocalFraction, double allLocalFraction) {}

    /** The answer as JSON. */
    record Localities(double localFraction, int offersForNinetyFivePercent, List<Row> offers) {}

    @Override
    public Integer call() {
        if (nodes < 1 || nodes > MOST_NODES || replicas < 1 || tasks < 1 || jobs < 1) {
            throw new IllegalArgumentException(
                    "--nodes must be from 1 to " + MOST_NODES + ", --replicas, --tasks and --jobs at least 1");
        }
        DelayScheduling law = DelayScheduling.of(replicas, nodes);
        List<Row> rows = new ArrayList<>();
        Table table = Table.of("offers", "localProbability", "firstLocalFraction", "allLocalFraction");
        for (int patience : offers) {
            double[] simulated = simulate(patience);
            Row row = new Row(patience, law.localProbability(patience), simulated[0], simulated[1]);
            rows.add(row);
            table = table.row(row.offers, row.localProbability, row.firstLocalFraction, row.allLocalFraction);
        }
        int needed = law.offersFor(0.95);
        return common.report()
                .json(new Localities(law.localFraction(), needed, rows))
                .table(table)
                .say("A lone task needs " + needed
                        + " offers to run beside its data 95 times in 100; a job of many tasks"
                        + " needs fewer, since any of its blocks will do.")
                .explain(Explanation.of(
                        "Delay scheduling",
                        "P(local) = 1 - (1 - p)^D",
                        "p = " + Math.min(replicas, nodes) + " / " + nodes,
                        "offers come from nodes at random, one a second here; no racks",
                        "Zaharia and others 2010, sec. 3.3"))
                .figure(SharingFigures.locality(
                                replicas,
                                nodes,
                                Math.max(
                                        10,
                                        offers.stream().max(Integer::compare).orElse(10)))
                        .command(common.commandLine())
                        .seed(common.seed()))
                .print();
    }

    /** Shares of first tasks, and of all, that started beside their data. */
    private double[] simulate(int patience) {
        RandomGenerator random =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(common.seed());
        int first = 0;
        long local = 0;
        int[] order = IntStream.range(0, nodes).toArray();
        for (int job = 0; job < jobs; job++) {
            DelayScheduler one = DelayScheduler.onNodes(blocks(1, order, random), Math.max(1, patience) - 1.0);
            run(one, 1, random);
            first += one.localStarts();
            DelayScheduler all = DelayScheduler.onNodes(blocks(tasks, order, random), Math.max(1, patience) - 1.0);
            run(all, tasks, random);
            local += all.localStarts();
        }
        return new double[] {first / (double) jobs, local / ((double) jobs * tasks)};
    }

    private void run(DelayScheduler scheduler, int count, RandomGenerator random) {
        int started = 0;
        for (int second = 0; started < count; second++) {
            started += scheduler.offer(random.nextInt(nodes), second).isPresent() ? 1 : 0;
        }
    }

    /** Each task's block on as many different nodes as it has replicas. */
    private List<List<Integer>> blocks(int count, int[] order, RandomGenerator random) {
        List<List<Integer>> blocks = new ArrayList<>();
        for (int block = 0; block < count; block++) {
            List<Integer> holders = new ArrayList<>();
            for (int replica = 0; replica < Math.min(replicas, nodes); replica++) {
                int other = replica + random.nextInt(nodes - replica);
                int chosen = order[other];
                order[other] = order[replica];
                order[replica] = chosen;
                holders.add(chosen);
            }
            blocks.add(holders);
        }
        return blocks;
    }
}
