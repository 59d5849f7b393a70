package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Map tasks over equal pieces of an input that lies on the hosts in turn, then a shuffle in which every reduce task fetches
 * its part of every map's output at once, then the reduce tasks (Dean and Ghemawat 2004). A free core takes a map whose
 * piece lies on its host, if there is one. Reads from the own host cost nothing; reduces start when all maps are done.
 *
 * @param inputBytes the whole input
 * @param shuffleRatio bytes that leave the maps per byte that enters, 1 when absent
 * @param speculative idle cores start copies of tasks that would end sooner there
 */
public record MapReduce(
        double inputBytes,
        int maps,
        int reduces,
        double mapFlopsPerByte,
        double reduceFlopsPerByte,
        Optional<Double> shuffleRatio,
        Optional<List<String>> hosts,
        Optional<Boolean> speculative)
        implements Workload {
    private static final long MOST_PARTS = 20_000_000;

    public MapReduce {
        if (maps < 1 || reduces < 0) {
            throw new IllegalArgumentException(
                    maps + " maps and " + reduces + " reduces: right would be at least 1 map and no negative number");
        }
        if ((long) maps * reduces > MOST_PARTS) {
            throw new IllegalArgumentException(maps + " maps with a part for each of " + reduces + " reduces: at most "
                    + MOST_PARTS + " parts are simulated");
        }
        for (double amount : new double[] {inputBytes, mapFlopsPerByte, reduceFlopsPerByte, shuffleRatio.orElse(1.0)}) {
            if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("bytes, flops per byte and ratios must be zero or more and finite");
            }
        }
    }

    @Override
    public long taskCount() {
        return (long) maps + reduces;
    }

    private Dag dag(Platform platform) {
        List<Host> all = TaskGraph.hosts(platform, hosts);
        double piece = inputBytes / maps;
        List<Dag.Node> nodes = new ArrayList<>();
        for (int map = 0; map < maps; map++) {
            Optional<Host> stored = Optional.of(all.get(map % all.size()));
            nodes.add(new Dag.Node("map " + map, piece * mapFlopsPerByte, 1, new int[0], new double[0], piece, stored));
        }
        int[] parents = IntStream.range(0, maps).toArray();
        double[] parts = new double[maps];
        Arrays.fill(parts, reduces == 0 ? 0 : piece * shuffleRatio.orElse(1.0) / reduces);
        for (int reduce = 0; reduce < reduces; reduce++) {
            double flops = parts[0] * maps * reduceFlopsPerByte;
            nodes.add(new Dag.Node("reduce " + reduce, flops, 1, parents, parts, 0, Optional.empty()));
        }
        return new Dag(nodes);
    }

    @Override
    public Runnable start(Cluster cluster, Ledger ledger) {
        Platform platform = cluster.platform();
        return new ListScheduler(
                        dag(platform),
                        TaskGraph.hosts(platform, hosts),
                        speculative.orElse(false),
                        true,
                        cluster,
                        ledger)
                .start();
    }

    @Override
    public LowerBounds lowerBounds(Platform platform) {
        return dag(platform).lowerBounds(TaskGraph.hosts(platform, hosts));
    }
}
