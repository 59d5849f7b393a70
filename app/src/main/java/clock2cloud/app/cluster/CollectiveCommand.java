package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.cluster.AllReduce;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.LogGP;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster collective}. */
@Command(
        name = "collective",
        description = "All-reduce by every algorithm, and a broadcast, in closed form (latency and bandwidth; LogGP).",
        footer = {
            "",
            "Example: ./c2c cluster collective --bytes 1MiB --workers 4,8,16,64 --latency 10us --bandwidth 1.25GB/s"
        })
final class CollectiveCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--bytes",
            defaultValue = "1MiB",
            converter = Converters.Bytes.class,
            description = "Length of the vector (default: ${DEFAULT-VALUE}).")
    private double bytes;

    @Option(
            names = "--workers",
            defaultValue = "2,4,8,16,32,64",
            split = ",",
            description = "Numbers of workers (default: ${DEFAULT-VALUE}).")
    private List<Integer> workers;

    @Option(
            names = "--latency",
            defaultValue = "10us",
            converter = Converters.Seconds.class,
            description = "Of a message, alpha (L of LogGP) (default: ${DEFAULT-VALUE}).")
    private double latencySeconds;

    @Option(
            names = "--bandwidth",
            defaultValue = "1.25GB/s",
            converter = Converters.BytesPerSecond.class,
            description = "Of a link, beta (1 / G of LogGP) (default: ${DEFAULT-VALUE}).")
    private double bytesPerSecond;

    @Option(
            names = "--overhead",
            defaultValue = "2us",
            converter = Converters.Seconds.class,
            description = "What sending or receiving costs the processor, o of LogGP (default: ${DEFAULT-VALUE}).")
    private double overheadSeconds;

    @Option(
            names = "--gap",
            defaultValue = "4us",
            converter = Converters.Seconds.class,
            description = "Between two messages of a processor, g of LogGP (default: ${DEFAULT-VALUE}).")
    private double gapSeconds;

    /** One number of workers by one algorithm. */
    record Row(int workers, String algorithm, double seconds) {}

    /** The broadcast of one small message, and one long message, by LogGP. */
    record Small(int workers, double broadcastSeconds) {}

    /** The answer as JSON. */
    record Collectives(double bytes, List<Row> allReduce, List<Small> broadcast, double messageSeconds) {}

    @Override
    public Integer call() {
        AlphaBeta link = new AlphaBeta(latencySeconds, bytesPerSecond);
        List<Row> rows = new ArrayList<>();
        List<Small> small = new ArrayList<>();
        List<String> columns = new ArrayList<>(List.of("workers"));
        for (AllReduce algorithm : AllReduce.values()) {
            columns.add(name(algorithm) + "Seconds");
        }
        columns.add("smallBroadcastSeconds");
        List<List<Object>> cells = new ArrayList<>();
        for (int p : workers) {
            List<Object> line = new ArrayList<>(List.of(p));
            for (AllReduce algorithm : AllReduce.values()) {
                double seconds = algorithm.seconds(link, p, bytes);
                rows.add(new Row(p, name(algorithm), seconds));
                line.add(seconds);
            }
            double broadcast = logGP(p).broadcastSeconds();
            small.add(new Small(p, broadcast));
            line.add(broadcast);
            cells.add(line);
        }
        double message = logGP(2).messageSeconds(bytes);
        return common.report()
                .json(new Collectives(bytes, rows, small, message))
                .table(Table.of(columns.toArray(String[]::new)).rows(cells))
                .say("One message of that length takes " + Quantities.significant(message) + " s by LogGP.")
                .explain(Explanation.of(
                        "All-reduce",
                        "ring: 2 (p - 1) (a + n / (p b)); recursive doubling: log2 p (a + n / b);"
                                + " Rabenseifner: 2 log2 p a + 2 (p - 1) / p n / b",
                        "a = " + Quantities.significant(latencySeconds) + " s, b = "
                                + Quantities.significant(bytesPerSecond) + " B/s",
                        "messages do not meet on links: ./c2c cluster run has all-reduce over a network",
                        "Thakur, Rabenseifner and Gropp 2005; Culler and others 1993; Alexandrov and others 1995"))
                .figure(SharingFigures.collective(
                                link, workers.stream().max(Integer::compare).orElse(2))
                        .command(common.commandLine())
                        .seed(common.seed()))
                .print();
    }

    private LogGP logGP(int processors) {
        return new LogGP(latencySeconds, overheadSeconds, gapSeconds, 1 / bytesPerSecond, processors);
    }

    private static String name(AllReduce algorithm) {
        String[] words = algorithm.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return name.toString();
    }
}
