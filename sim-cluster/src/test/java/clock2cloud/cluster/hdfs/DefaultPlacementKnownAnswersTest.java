package clock2cloud.cluster.hdfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our NameNode's choices beside 200,000 of the real class's, case by case. */
class DefaultPlacementKnownAnswersTest {
    private static final Pattern HEAD = Pattern.compile("racks=(\\S+) writer=(-?\\d+) rf=(\\d+) draws=(\\d+) .*");
    private static final Pattern SET = Pattern.compile("\\s+\\[(.*)] ([0-9.]+)");
    private static final int DRAWS = 20_000;

    private record Case(
            Racks racks, int writer, int replication, int draws, double[] share, Map<String, Double> sets) {}

    @TestFactory
    Stream<DynamicTest> sameDistributionAsTheRealPolicy() throws IOException {
        List<Case> cases = cases();
        assertEquals(13, cases.size());
        return cases.stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.racks() + " writer " + c.writer() + " rf " + c.replication(), () -> compare(c)));
    }

    @Test
    void rackLimitsAreHadoops() {
        assertEquals(2, DefaultPlacement.mostPerRack(3, 2, 9));
        assertEquals(2, DefaultPlacement.mostPerRack(3, 3, 9));
        assertEquals(3, DefaultPlacement.mostPerRack(4, 3, 9));
        assertEquals(3, DefaultPlacement.mostPerRack(10, 5, 50));
        assertEquals(4, DefaultPlacement.mostPerRack(9, 1, 4));
    }

    private static void compare(Case c) {
        RandomGenerator random =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(7);
        Map<String, Integer> seen = new TreeMap<>();
        int[] held = new int[c.racks().nodes()];
        for (int draw = 0; draw < DRAWS; draw++) {
            Placement placement = new DefaultPlacement()
                    .place(PlacementPolicy.Request.of(c.racks(), c.writer(), c.replication()), random);
            assertEquals(0, placement.missing());
            placement.nodes().forEach(node -> held[node]++);
            seen.merge(new TreeSet<>(placement.nodes()).toString(), 1, Integer::sum);
        }
        if (!c.sets().isEmpty()) {
            assertEquals(c.sets().keySet(), seen.keySet());
            double[] theirs =
                    c.sets().values().stream().mapToDouble(p -> p * c.draws()).toArray();
            double[] ours =
                    seen.values().stream().mapToDouble(Integer::doubleValue).toArray();
            similar(ours, DRAWS, theirs, c.draws());
        }
        // shares of nodes are printed to four digits: their own rounding is far below a standard error
        for (int node = 0; node < held.length; node++) {
            double p = c.share()[node];
            double error = Math.sqrt(p * (1 - p) * (1.0 / DRAWS + 1.0 / c.draws())) + 1e-4;
            assertEquals(p, held[node] / (double) DRAWS, 4.5 * error, "node " + node);
        }
    }

    /** Chi-square of two samples over the same sets; 13 cases, so p above 0.01 / 13. */
    private static void similar(double[] ours, double oursAll, double[] theirs, double theirsAll) {
        double chi = 0;
        for (int i = 0; i < ours.length; i++) {
            double difference = Math.sqrt(theirsAll / oursAll) * ours[i] - Math.sqrt(oursAll / theirsAll) * theirs[i];
            chi += difference * difference / (ours[i] + theirs[i]);
        }
        double p = ours.length == 1 ? 1 : 1 - new ChiSquaredDistribution(ours.length - 1).cumulativeProbability(chi);
        assertTrue(p > 0.01 / 13, "chi-square " + chi + ", p " + p);
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DefaultPlacementKnownAnswersTest.class.getResourceAsStream(
                        "/clock2cloud/cluster/hdfs-placement.txt")),
                StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                Matcher head = HEAD.matcher(line);
                Matcher set = SET.matcher(line);
                if (head.matches()) {
                    cases.add(new Case(
                            new Racks(Arrays.stream(head.group(1).split(",", -1))
                                    .map(Integer::valueOf)
                                    .toList()),
                            Integer.parseInt(head.group(2)),
                            Integer.parseInt(head.group(3)),
                            Integer.parseInt(head.group(4)),
                            new double[200],
                            new LinkedHashMap<>()));
                } else if (line.strip().startsWith("P(")) {
                    String[] shares =
                            line.substring(line.indexOf('=') + 1).strip().split(" ", -1);
                    for (int i = 0; i < shares.length; i++) {
                        cases.get(cases.size() - 1).share()[i] = Double.parseDouble(shares[i]);
                    }
                } else if (set.matches()) {
                    TreeSet<Integer> nodes = new TreeSet<>();
                    Arrays.stream(set.group(1).split(", ", -1))
                            .map(Integer::valueOf)
                            .forEach(nodes::add);
                    cases.get(cases.size() - 1).sets().put(nodes.toString(), Double.valueOf(set.group(2)));
                }
            }
        }
        cases.replaceAll(
                c -> new Case(c.racks(), c.writer(), c.replication(), c.draws(), c.share(), new TreeMap<>(c.sets())));
        return cases;
    }
}
