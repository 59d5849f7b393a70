package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.chart.Figure;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Table;
import clock2cloud.signal.circuit.Transient;
import clock2cloud.signal.circuit.Waveforms;
import clock2cloud.signal.netlist.Netlist;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code c2c signal spice}. */
@Command(
        name = "spice",
        description = "Simulate a SPICE deck in time: one row per output step of its .tran card.",
        footer = {"", "Example: ./c2c signal spice docs/examples/rlc.cir --probe in,out --format csv"})
final class SpiceCommand implements Callable<Integer> {
    private static final Pattern PROBE = Pattern.compile("[viVI]\\([^)]*\\)|[^,\\s]+");

    @Mixin
    private Common common;

    @Parameters(index = "0", paramLabel = "DECK", description = "SPICE deck: R L C K V I E F G H T D M S X.")
    private Path deck;

    @Option(
            names = "--probe",
            paramLabel = "LIST",
            description = "What to see instead of the deck's .print or .save: out, v(a,b), i(vin).")
    private List<String> probes = List.of();

    @Override
    public Integer call() {
        Netlist netlist = Netlist.parse(deck);
        if (!probes.isEmpty()) {
            netlist = netlist.withProbes(wanted(String.join(",", probes)));
        }
        Waveforms waves = run(netlist);
        Waveforms.Effort effort = waves.effort();
        return common.report()
                .json(waves)
                .table(table(waves))
                .explain(Explanation.of(
                        "Modified nodal analysis",
                        "C x' + G x + devices(x) = sources(t)",
                        effort.unknowns() + " unknowns, " + effort.steps() + " steps (" + effort.rejectedSteps()
                                + " more refused for their error), " + effort.factorisations() + " factorisations",
                        "lumped elements and lossless lines at 27 C; Lobatto IIIA rule of order 4 in linear circuits (but"
                                + " large ones of R and C, and lines), else the trapezoidal rule",
                        "Nagel, SPICE2, 1975; Ho, Ruehli, Brennan, 1975"))
                .figure(figure(netlist, waves))
                .say(netlist.title().strip() + ": " + effort.unknowns() + " unknowns, " + effort.steps() + " steps.")
                .print();
    }

    private Waveforms run(Netlist netlist) {
        try {
            return Transient.run(netlist);
        } catch (OutOfMemoryError tooLarge) {
            throw new IllegalArgumentException(
                    deck + ":1: a circuit of " + netlist.elements().size() + " elements between "
                            + netlist.nodes().size() + " nodes does not fit into this memory: give Java more"
                            + " (C2C_JAVA_OPTIONS=-Xmx16g)",
                    tooLarge);
        }
    }

    private static List<String> wanted(String list) {
        List<String> wanted = new ArrayList<>();
        Matcher m = PROBE.matcher(list);
        while (m.find()) {
            wanted.add(m.group());
        }
        return wanted;
    }

    private static Table table(Waveforms waves) {
        List<String> columns = new ArrayList<>(List.of("time_s"));
        waves.names().forEach(name -> columns.add(name.contains(",") ? '"' + name + '"' : name));
        double[] times = waves.timesSeconds();
        List<List<Object>> rows = new ArrayList<>(times.length);
        for (int i = 0; i < times.length; i++) {
            Object[] row = new Object[columns.size()];
            row[0] = times[i];
            for (int k = 1; k < row.length; k++) {
                row[k] = waves.values()[k - 1][i];
            }
            rows.add(List.of(row));
        }
        return new Table(columns, rows);
    }

    private Figure figure(Netlist netlist, Waveforms waves) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] wave : waves.values()) {
            for (double value : wave) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        String title = String.format(
                Locale.ROOT, "%d waveforms between %.4g and %.4g", waves.names().size(), low, high);
        Figure figure = Figure.of("waveforms")
                .title(title)
                .subtitle(netlist.title().strip())
                .alt(title + " over time.")
                .x("time", "s")
                .y("volts or amperes", "")
                .command(common.commandLine())
                .seed(common.seed());
        for (int k = 0; k < waves.names().size(); k++) {
            figure.line(waves.names().get(k), waves.timesSeconds(), waves.values()[k]);
        }
        return figure;
    }
}
