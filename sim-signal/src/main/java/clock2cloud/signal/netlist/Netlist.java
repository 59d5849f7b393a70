package clock2cloud.signal.netlist;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A flattened circuit and what its deck asks for.
 *
 * @param file the name that error messages carry
 * @param nodes names of the nodes, {@code nodes.get(GROUND)} is "0"
 * @param initialVolts {@code .ic}, by node
 * @param options {@code .options}
 */
public record Netlist(
        String file,
        String title,
        List<String> nodes,
        List<Element> elements,
        Optional<Analysis> analysis,
        Map<Integer, Double> initialVolts,
        List<Probe> probes,
        Options options) {
    public static final int GROUND = 0;

    /** What {@code .options} say about the integration: Gear's rule, and the relative tolerance. */
    public record Options(boolean gear, double relativeTolerance) {
        public static final Options STANDARD = new Options(false, 1e-3);
    }

    /** {@code .tran step stop start max uic}; an infinite longest step means that none is given. */
    public record Analysis(
            int line,
            double stepSeconds,
            double stopSeconds,
            double startSeconds,
            double longestStepSeconds,
            boolean useInitialConditions) {
        /** Output rows: start, start + step, ... up to stop. */
        public long rows() {
            double steps = Math.floor((stopSeconds - startSeconds) / stepSeconds * (1 + 1e-12) + 1e-9);
            return (long) Math.min(steps, 1e12) + 1;
        }
    }

    /** Reads a deck; throws {@link DeckException} for anything that it does not understand. */
    public static Netlist parse(Path deck) {
        try (Reader reader = new InputStreamReader(Files.newInputStream(deck), StandardCharsets.UTF_8)) {
            return parse(reader, deck.toString());
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(deck + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Reads a deck; {@code name} stands for the file in messages. */
    public static Netlist parse(Reader deck, String name) {
        try {
            return new DeckReader(name).read(deck);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This circuit with other probes: {@code out}, {@code v(out)}, {@code v(a,b)}, {@code i(vin)}. */
    public Netlist withProbes(List<String> wanted) {
        List<Probe> others = wanted.stream().map(Probe::of).toList();
        return new Netlist(file, title, nodes, elements, analysis, initialVolts, others, options);
    }
}
