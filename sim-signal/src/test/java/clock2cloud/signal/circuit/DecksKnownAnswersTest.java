package clock2cloud.signal.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.signal.netlist.DeckException;
import clock2cloud.signal.netlist.Netlist;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every deck in resources/decks against its exact solution, or else against ngspice 39 at tight tolerances. */
class DecksKnownAnswersTest {
    private static final String DECKS = "/clock2cloud/signal/decks/";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/clock2cloud/signal/decks.csv", numLinesToSkip = 1)
    void staysWithinItsShareOfTheSwing(String deck, String truth, double rmsFraction) {
        List<String> rows = lines(deck + (truth.equals("exact") ? ".exact" : "") + ".csv.gz");
        Netlist netlist = onGridOf(rows, deck(deck));
        Waveforms waves = Transient.run(netlist);
        String[] header = rows.get(0).split(",");
        int compared = 0;
        for (int c = 1; c < header.length; c++) {
            double error = rms(waves, header[c], rows, c);
            assertTrue(error <= rmsFraction, deck + " " + header[c] + ": rms error " + error + " of the swing");
            compared++;
        }
        assertEquals(header.length - 1, compared);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/clock2cloud/signal/refused-decks.csv", numLinesToSkip = 1)
    void refusesLossyLinesByName(String deck, String words) {
        DeckException e = assertThrows(DeckException.class, () -> deck(deck));
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    private static double rms(Waveforms waves, String name, List<String> rows, int column) {
        double[] ours = waves.of(name);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int n = rows.size() - 1;
        for (int i = 1; i < n; i++) {
            double truth = Double.parseDouble(rows.get(i + 1).split(",")[column]);
            low = Math.min(low, truth);
            high = Math.max(high, truth);
            sum += (ours[i] - truth) * (ours[i] - truth);
        }
        return Math.sqrt(sum / (n - 1)) / Math.max(high - low, 1e-12);
    }

    /** The same deck with the output step of the golden file. */
    private static Netlist onGridOf(List<String> rows, Netlist n) {
        double last = Double.parseDouble(rows.get(rows.size() - 1).split(",")[0]);
        Netlist.Analysis a = n.analysis().orElseThrow();
        Netlist.Analysis on = new Netlist.Analysis(
                a.line(), last / (rows.size() - 2), last, 0, a.longestStepSeconds(), a.useInitialConditions());
        return new Netlist(
                n.file(),
                n.title(),
                n.nodes(),
                n.elements(),
                Optional.of(on),
                n.initialVolts(),
                n.probes(),
                n.options());
    }

    private static Netlist deck(String name) {
        try (InputStreamReader in = new InputStreamReader(open(name + ".cir"), StandardCharsets.UTF_8)) {
            return Netlist.parse(in, name + ".cir");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return DecksKnownAnswersTest.class.getResourceAsStream(DECKS + name);
    }

    private static List<String> lines(String name) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(open(name)), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
