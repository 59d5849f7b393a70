package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.cluster.AmdahlSpeedup;
import clock2cloud.cluster.GustafsonSpeedup;
import clock2cloud.cluster.Speedup;
import clock2cloud.cluster.SunNiSpeedup;
import clock2cloud.cluster.UniversalScalability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster speedup}. */
@Command(
        name = "speedup",
        description =
                "How many times faster with more workers: Amdahl, Gustafson, Sun-Ni and the Universal Scalability Law.",
        footer = {"", "Example: ./c2c cluster speedup --serial 5% --coherency 0.1% --workers 1,2,4,8,16,32"})
final class SpeedupCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--serial",
            defaultValue = "5%",
            converter = Converters.Fraction.class,
            description = "Share of the work that cannot be divided (default: ${DEFAULT-VALUE}).")
    private double serialFraction;

    @Option(
            names = "--coherency",
            defaultValue = "0.1%",
            converter = Converters.Fraction.class,
            description = "Cost of a pair's agreement, beta of the USL (default: ${DEFAULT-VALUE}).")
    private double coherencyFraction;

    @Option(
            names = "--growth",
            defaultValue = "1.5",
            converter = Converters.Ratio.class,
            description = "Work grows as memory to this power, for Sun-Ni (default: ${DEFAULT-VALUE}).")
    private double growthExponent;

    @Option(
            names = "--workers",
            split = ",",
            defaultValue = "1,2,4,8,10,16,32,64",
            description = "Numbers of workers (default: ${DEFAULT-VALUE}).")
    private List<Integer> workers;

    /** One number of workers. */
    record Row(int workers, double amdahl, double gustafson, double sunNi, double usl) {}

    /** The answer as JSON; what does not exist is absent. */
    record Speedups(
            double serialFraction,
            double coherencyFraction,
            double growthExponent,
            Optional<Double> amdahlLimit,
            Optional<Double> uslPeakWorkers,
            Optional<Double> uslPeakSpeedup,
            List<Row> workers) {}

    @Override
    public Integer call() {
        AmdahlSpeedup amdahl = new AmdahlSpeedup(serialFraction);
        UniversalScalability usl = UniversalScalability.of(serialFraction, coherencyFraction);
        Map<String, Speedup> laws = new LinkedHashMap<>();
        laws.put("Amdahl", amdahl);
        laws.put("Gustafson", new GustafsonSpeedup(serialFraction));
        laws.put("Sun-Ni", new SunNiSpeedup(serialFraction, growthExponent));
        laws.put("USL", usl);
        List<Row> rows = new ArrayList<>();
        Table table = Table.of("workers", "amdahl", "gustafson", "sunNi", "usl");
        for (int p : workers) {
            double[] s =
                    laws.values().stream().mapToDouble(law -> law.speedup(p)).toArray();
            rows.add(new Row(p, s[0], s[1], s[2], s[3]));
            table = table.row(p, s[0], s[1], s[2], s[3]);
        }
        int most = Math.min(
                10_000, Math.max(2, workers.stream().max(Integer::compare).orElse(2)));
        return common.report()
                .json(new Speedups(
                        serialFraction,
                        coherencyFraction,
                        growthExponent,
                        UslCommand.finite(amdahl.limit()),
                        UslCommand.finite(usl.peakWorkers()),
                        coherencyFraction > 0 ? Optional.of(usl.speedup(usl.peakWorkers())) : Optional.empty(),
                        rows))
                .table(table)
                .say(words(amdahl, usl))
                .explain(Explanation.of(
                        "Amdahl",
                        "S(p) = 1 / (s + (1 - s) / p)",
                        "S(" + most + ") = 1 / (" + Quantities.significant(serialFraction) + " + "
                                + Quantities.significant(1 - serialFraction) + " / " + most + ") = "
                                + Quantities.significant(amdahl.speedup(most)),
                        "no overhead per worker; USL adds beta p (p - 1)",
                        "Amdahl 1967; Gustafson 1988; Sun and Ni 1993; Gunther 2007"))
                .figure(SpeedupFigures.laws(laws, serialFraction, most)
                        .command(common.commandLine())
                        .seed(common.seed()))
                .print();
    }

    private static String words(AmdahlSpeedup amdahl, UniversalScalability usl) {
        String limit = Double.isFinite(amdahl.limit())
                ? "No number of workers is more than " + Quantities.significant(amdahl.limit())
                        + " times as fast as one."
                : "Nothing is serial: there is no limit.";
        return Double.isFinite(usl.peakWorkers())
                ? limit + " With the cost of agreement " + Quantities.significant(usl.peakWorkers())
                        + " workers are the most that pay."
                : limit;
    }
}
