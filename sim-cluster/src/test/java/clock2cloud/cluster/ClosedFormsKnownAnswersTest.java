package clock2cloud.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.cluster.hdfs.DefaultPlacement;
import clock2cloud.cluster.hdfs.DelayScheduling;
import clock2cloud.cluster.hdfs.FileBlocks;
import clock2cloud.cluster.hdfs.Redundancy;
import clock2cloud.cluster.hdfs.StoredFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ClosedFormsKnownAnswersTest {
    @TestFactory
    Stream<DynamicTest> everyRowOfTheTable() throws IOException {
        List<String[]> rows = rows();
        assertEquals(80, rows.size());
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[1] + " " + row[2], () -> {
                    double expected = Double.parseDouble(row[3]);
                    double tolerance = Double.parseDouble(row[4]) * Math.max(1, Math.abs(expected));
                    double[] in = Arrays.stream(row[2].split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                    assertEquals(expected, answer(row[1], in), tolerance, row[5]);
                }));
    }

    @Test
    void theTrillionthSumPassesSixtyThreeBits() {
        assertEquals(new BigInteger("500000000000500000000000"), DividedSum.exactSum(1_000_000_000_000L));
    }

    @Test
    void summationTreeOfCuller1993HasItsCompletionTimes() {
        LogGP machine = new LogGP(5, 2, 4, 0, 8);
        assertEquals(List.of(28.0, 18.0, 14.0, 10.0, 8.0, 6.0, 4.0, 4.0), machine.summationTimes(28, 1));
    }

    private static double answer(String law, double[] in) {
        return switch (law) {
            case "amdahl" -> new AmdahlSpeedup(1 - in[0]).speedup(in[1]);
            case "gustafson" -> new GustafsonSpeedup(1 - in[0]).speedup(in[1]);
            case "usl" -> UniversalScalability.of(in[0], in[1]).speedup(in[2]);
            case "P_wait" -> queue(in).waitProbability();
            case "Lq" -> queue(in).waiting();
            case "Wq" -> queue(in).waitSeconds();
            case "W" -> queue(in).sojournSeconds();
            case "L" -> queue(in).present();
            case "psSojourn" -> new SingleServerQueue(in[0] / in[1], in[1], 3 * in[1] * in[1]).sharedSojournSeconds();
            case "pkWait" -> new SingleServerQueue(in[0], in[1], in[2]).waitSeconds();
            case "logpBroadcast" -> new LogGP(in[1], in[2], in[3], 0, (int) in[0]).broadcastSeconds();
            case "logpSummation" -> new LogGP(in[2], in[3], in[4], 0, (int) in[1]).summationInputs(in[0], 1);
            case "loggp" -> new LogGP(in[0], in[1], in[2], in[3], 2).messageSeconds(in[4]);
            case "ring" -> allReduce(AllReduce.RING, in);
            case "recursive_doubling" -> allReduce(AllReduce.RECURSIVE_DOUBLING, in);
            case "rabenseifner" -> allReduce(AllReduce.RABENSEIFNER, in);
            case "hdfsLoss" ->
                new StoredFile(new FileBlocks(1, 1), (int) in[1], (int) in[0], 1).blockLossProbability((int) in[2]);
            case "hdfsBlocks" -> new FileBlocks((long) in[0], (long) in[1]).count();
            case "hdfsUsable" -> new Redundancy.Replication((int) in[1]).usableBytes(in[0]);
            case "hdfsReedSolomon" -> new Redundancy.ReedSolomon((int) in[1], (int) in[2]).usableBytes(in[0]);
            case "hdfsMaxPerRack" -> DefaultPlacement.mostPerRack((int) in[0], (int) in[1], 50);
            case "delay" -> new DelayScheduling(in[0]).localProbability((int) in[1]);
            case "sum" -> new DividedSum(in[0], in[1], 0, 0).seconds((int) in[2]);
            default -> throw new IllegalArgumentException("no such law: " + law);
        };
    }

    private static MultiServerQueue queue(double[] in) {
        return new MultiServerQueue((int) in[0], in[2], in[1]);
    }

    private static double allReduce(AllReduce algorithm, double[] in) {
        return algorithm.seconds(new AlphaBeta(in[2], in[3]), (int) in[0], in[1]);
    }

    private static List<String[]> rows() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ClosedFormsKnownAnswersTest.class.getResourceAsStream("closed-forms.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("id;"))
                    .map(line -> line.split(";", 6))
                    .toList();
        }
    }
}
