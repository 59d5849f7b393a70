package clock2cloud.app.cluster;

import clock2cloud.app.TrustLine;
import clock2cloud.cluster.ScalabilityFit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the models of this floor were compared with, and how far off they were. */
public final class ClusterChecks {
    private ClusterChecks() {}

    public static List<TrustLine> lines() {
        List<TrustLine> all = new ArrayList<>(
                List.of(scalability().computed(), rackSpread(), copies().withNoise("none: counted"), placement()));
        NetworkChecks.lines().forEach(line -> all.add(line.computed()));
        all.addAll(ClosedFormChecks.lines());
        all.addAll(MeasuredChecks.lines());
        return all;
    }

    static MeasurementsFile specSdm91() {
        return MeasurementsFile.parse("specsdm91.csv", shipped("specsdm91.csv"), List.of());
    }

    private static TrustLine scalability() {
        MeasurementsFile data = specSdm91();
        ScalabilityFit fit = ScalabilityFit.of(data.xs(), data.ys());
        return TrustLine.of(
                "cluster",
                "fit of scalability",
                "R package usl 2.0 (BSD-2-Clause), SPEC SDM91",
                "alpha, beta, gamma, residual error, peak",
                new double[] {
                    fit.law().contentionFraction(),
                    fit.law().coherencyFraction(),
                    fit.law().oneWorkerThroughput(),
                    fit.residualError(),
                    fit.law().peakWorkers()
                },
                new double[] {0.0277285, 0.000104365, 89.9953, 82.846, 96.51956},
                1e-4);
    }

    private static TrustLine rackSpread() {
        return real("racks of a block, mean", 9, 8, 0.05).withNoise("one draw of each block");
    }

    private static TrustLine copies() {
        return real("copies after a node dies", 11, 10, 0);
    }

    /** Chi-square per degree of freedom is 1 where two distributions are the same, give or take its own spread. */
    private static TrustLine placement() {
        List<double[]> rows = rows(5, 6);
        double freedom = rows.stream().mapToDouble(row -> row[1]).sum();
        double mean = rows.stream().mapToDouble(row -> row[0]).sum() / freedom;
        return new TrustLine(
                        "cluster",
                        "placement of replicas (chi-square per freedom - 1)",
                        "a real HDFS in one process, Apache Hadoop 3.5.0",
                        "4 to 12 DataNodes on 2 or 3 racks, 6,000 blocks",
                        rows.size(),
                        Math.abs(mean - 1),
                        Math.abs(mean - 1),
                        0.2)
                .withStandardError(Math.sqrt(2 / freedom));
    }

    private static TrustLine real(String model, int ours, int theirs, double bound) {
        List<double[]> rows = rows(ours, theirs);
        return TrustLine.of(
                "cluster",
                model,
                "a real HDFS in one process, Apache Hadoop 3.5.0",
                "4 to 12 DataNodes on 2 or 3 racks, 6,000 blocks",
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray(),
                bound);
    }

    /** Two columns of the results of bench/hdfs; rows in which both are 0 have nothing to compare. */
    private static List<double[]> rows(int first, int second) {
        List<double[]> rows = new ArrayList<>();
        for (String line : shipped("hdfs-minicluster.csv")) {
            if (!line.startsWith("#") && !line.startsWith("racks")) {
                String[] cells = line.split(",", -1);
                double[] row = {Double.parseDouble(cells[first]), Double.parseDouble(cells[second])};
                if (row[0] != 0 || row[1] != 0) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    static List<String> shipped(String name) {
        InputStream stream = ClusterChecks.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the jar lacks " + name);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
