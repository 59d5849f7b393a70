package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All hosts add up a vector, message by message over the network; perhaps several times, with work before each.
 *
 * @param bytes length of the vector
 * @param hosts one rank a host, in this order; all hosts when absent
 * @param iterations how often, once when absent
 * @param flops what each rank computes before each all-reduce, nothing when absent
 * @param reduceFlopsPerByte cost of adding up, nothing when absent
 * @param groupSize ranks in a group of the hierarchical algorithm, 8 when absent
 */
public record AllReduceRun(
        double bytes,
        Algorithm algorithm,
        Optional<List<String>> hosts,
        Optional<Integer> iterations,
        Optional<Double> flops,
        Optional<Double> reduceFlopsPerByte,
        Optional<Integer> groupSize)
        implements Workload {
    private static final int GROUP = 8;

    /** How the vector is added up. */
    public enum Algorithm {
        RING,
        TREE,
        RECURSIVE_DOUBLING,
        RABENSEIFNER,
        HIERARCHICAL
    }

    public AllReduceRun {
        if (!(bytes >= 0 && bytes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bytes is " + bytes + ", it must be zero or more and finite");
        }
        if (iterations.orElse(1) < 1 || groupSize.orElse(1) < 1) {
            throw new IllegalArgumentException("iterations and groupSize must be at least 1");
        }
        double most = Math.max(flops.orElse(0.0), reduceFlopsPerByte.orElse(0.0));
        if (!(flops.orElse(0.0) >= 0 && reduceFlopsPerByte.orElse(0.0) >= 0 && most < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("flops and reduceFlopsPerByte must be zero or more and finite");
        }
    }

    /** One task is one rank's part in one iteration. */
    @Override
    public long taskCount() {
        return iterations.orElse(1);
    }

    @Override
    public Runnable start(Cluster cluster, Ledger ledger) {
        List<Host> ranks = TaskGraph.hosts(cluster.platform(), hosts);
        List<List<Step>> programs = new ArrayList<>();
        ranks.forEach(rank -> programs.add(new ArrayList<>()));
        for (int iteration = 0; iteration < iterations.orElse(1); iteration++) {
            AllReduceSteps steps = new AllReduceSteps(ranks.size(), bytes);
            flops.ifPresent(steps::compute);
            List<List<Step>> once = steps.of(algorithm, groupSize.orElse(GROUP));
            for (int rank = 0; rank < once.size(); rank++) {
                programs.get(rank).addAll(once.get(rank));
            }
        }
        return new Ranks(ranks, programs, reduceFlopsPerByte.orElse(0.0), iterations.orElse(1), cluster, ledger)
                .start();
    }

    @Override
    public LowerBounds lowerBounds(Platform platform) {
        double slowest = TaskGraph.hosts(platform, hosts).stream()
                .mapToDouble(Host::flopsPerSecond)
                .min()
                .orElse(1);
        double seconds = flops.orElse(0.0) * iterations.orElse(1) / slowest;
        return new LowerBounds(seconds, seconds);
    }
}
