package clock2cloud.app.cluster;

import clock2cloud.app.table.Converters;
import clock2cloud.cluster.hdfs.Racks;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Nodes and racks that die or leave, now or over the years. */
final class HdfsMishaps {
    @Option(names = "--kill", split = ",", description = "Nodes that die.")
    private List<Integer> kill = List.of();

    @Option(names = "--kill-rack", split = ",", description = "Racks that die.")
    private List<Integer> killRacks = List.of();

    @Option(names = "--decommission", split = ",", description = "Nodes that leave in an orderly way.")
    private List<Integer> leaving = List.of();

    @Option(
            names = "--years",
            defaultValue = "0",
            converter = Converters.Ratio.class,
            description = "Years to ask the probability of loss for.")
    private double years;

    @Option(
            names = "--failures",
            defaultValue = "0.04",
            converter = Converters.Ratio.class,
            description = "Failures of a node in a year (default: ${DEFAULT-VALUE}).")
    private double failuresPerYear;

    @Option(
            names = "--repair",
            defaultValue = "1h",
            converter = Converters.Seconds.class,
            description = "Until a lost replica is back, for --years (default: ${DEFAULT-VALUE}).")
    private double repairSeconds;

    boolean orderly() {
        return !leaving.isEmpty();
    }

    /** Nodes that die or leave; only one of the two at a time. */
    int[] victims(Racks racks) {
        if (orderly() && !(kill.isEmpty() && killRacks.isEmpty())) {
            throw new IllegalArgumentException(
                    "--decommission does not go with --kill or --kill-rack; ask for one after the other");
        }
        for (int rack : killRacks) {
            if (rack < 0 || rack >= racks.count()) {
                throw new IllegalArgumentException("--kill-rack " + rack + " must be from 0 to " + (racks.count() - 1));
            }
        }
        int[] all = IntStream.concat(
                        IntStream.concat(
                                kill.stream().mapToInt(node -> node),
                                leaving.stream().mapToInt(node -> node)),
                        killRacks.stream()
                                .flatMapToInt(
                                        rack -> IntStream.range(racks.firstNode(rack), racks.firstNode(rack + 1))))
                .distinct()
                .toArray();
        for (int node : all) {
            if (node < 0 || node >= racks.nodes()) {
                throw new IllegalArgumentException((orderly() ? "--decommission " : "--kill ") + node
                        + " must be a node from 0 to " + (racks.nodes() - 1));
            }
        }
        return all;
    }

    double years() {
        return years;
    }

    double failuresPerYear() {
        return failuresPerYear;
    }

    double repairSeconds() {
        return repairSeconds;
    }
}
