package clock2cloud.signal.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.signal.netlist.Netlist;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Delays, periods and peaks read off our waveforms against those read off ngspice's, and closed forms. */
class MeasuresKnownAnswersTest {
    private static final int ROWS = 20_000;
    private static final Map<String, Waveforms> RUNS = new HashMap<>();

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/clock2cloud/signal/measures.csv", numLinesToSkip = 1)
    void isReadOffTheWaveform(String deck, String measure, double value, double tolerance) {
        String[] words = measure.split(" ");
        List<String> probes =
                Stream.of(words).filter(w -> w.startsWith("v(")).distinct().toList();
        Waveforms w = RUNS.computeIfAbsent(deck + probes, k -> run(deck, probes));
        double ours =
                switch (words[0]) {
                    case "at" -> w.at(words[1], Double.parseDouble(words[2]));
                    case "peak" -> peak(w.of(words[1]));
                    case "peaktime" -> w.timesSeconds()[peakRow(w.of(words[1]))];
                    case "period" -> period(w, words[1], Double.parseDouble(words[2]));
                    case "stage" ->
                        period(w, words[1], Double.parseDouble(words[2])) / (2 * Double.parseDouble(words[3]));
                    case "frequency" -> 1 / period(w, words[1], Double.parseDouble(words[2]));
                    case "apart" -> apart(w, words[1], words[2], Double.parseDouble(words[3]));
                    case "regeneration" ->
                        regeneration(w, words[1], words[2], Double.parseDouble(words[3]), Double.parseDouble(words[4]));
                    default -> delay(w, words);
                };
        assertEquals(value, ours, tolerance);
    }

    private static double peak(double[] v) {
        return v[peakRow(v)];
    }

    private static int peakRow(double[] v) {
        int most = 0;
        for (int i = 1; i < v.length; i++) {
            most = v[i] > v[most] ? i : most;
        }
        return most;
    }

    /** When two nodes are first so far apart. */
    private static double apart(Waveforms w, String a, String b, double volts) {
        double[] t = w.timesSeconds();
        double before = 0;
        for (int i = 0; i < t.length; i++) {
            double now = Math.abs(w.of(a)[i] - w.of(b)[i]);
            if (i > 0 && before < volts && now >= volts) {
                return t[i - 1] + (volts - before) / (now - before) * (t[i] - t[i - 1]);
            }
            before = now;
        }
        return Double.NaN;
    }

    /** The time constant with which two nodes part. */
    private static double regeneration(Waveforms w, String a, String b, double from, double to) {
        return (apart(w, a, b, to) - apart(w, a, b, from)) / Math.log(to / from);
    }

    private static double delay(Waveforms w, String[] words) {
        double start = crossing(w, words[1], Double.parseDouble(words[2]), words[3], Double.parseDouble(words[4]));
        return crossing(w, words[5], Double.parseDouble(words[6]), words[7], start) - start;
    }

    /** The last full period: between the last two rising crossings. */
    private static double period(Waveforms w, String name, double volts) {
        double before = Double.NaN;
        double last = Double.NaN;
        for (double t = crossing(w, name, volts, "rise", 0);
                !Double.isNaN(t);
                t = crossing(w, name, volts, "rise", t * (1 + 1e-12))) {
            before = last;
            last = t;
        }
        return last - before;
    }

    private static double crossing(Waveforms w, String name, double volts, String direction, double after) {
        double[] t = w.timesSeconds();
        double[] v = w.of(name);
        for (int i = 1; i < t.length; i++) {
            boolean rises = v[i - 1] < volts && v[i] >= volts;
            boolean falls = v[i - 1] > volts && v[i] <= volts;
            if (rises && !direction.equals("fall") || falls && !direction.equals("rise")) {
                double at = t[i - 1] + (volts - v[i - 1]) / (v[i] - v[i - 1]) * (t[i] - t[i - 1]);
                if (at > after) {
                    return at;
                }
            }
        }
        return Double.NaN;
    }

    private static Waveforms run(String name, List<String> probes) {
        String file = "/clock2cloud/signal/decks/" + name + ".cir";
        try (InputStream in = MeasuresKnownAnswersTest.class.getResourceAsStream(file);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Netlist n = Netlist.parse(reader, name + ".cir").withProbes(probes);
            Netlist.Analysis a = n.analysis().orElseThrow();
            Netlist.Analysis fine = new Netlist.Analysis(
                    a.line(),
                    a.stopSeconds() / ROWS,
                    a.stopSeconds(),
                    0,
                    a.longestStepSeconds(),
                    a.useInitialConditions());
            return Transient.run(new Netlist(
                    n.file(),
                    n.title(),
                    n.nodes(),
                    n.elements(),
                    Optional.of(fine),
                    n.initialVolts(),
                    n.probes(),
                    n.options()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
