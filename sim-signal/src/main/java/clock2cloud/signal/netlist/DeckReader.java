package clock2cloud.signal.netlist;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a deck card by card: definitions are kept, plain elements are built at once, the rest waits for the end. */
final class DeckReader {
    private static final Set<String> HARMLESS_OPTIONS = Set.of(
            "noacct",
            "acct",
            "nopage",
            "nomod",
            "list",
            "node",
            "opts",
            "post",
            "probe",
            "reltol",
            "abstol",
            "vntol",
            "chgtol",
            "trtol",
            "gmin",
            "pivtol",
            "pivrel",
            "itl1",
            "itl2",
            "itl3",
            "itl4",
            "itl5",
            "itl6",
            "maxord",
            "numdgt",
            "ingold",
            "cptime",
            "limpts",
            "lvlcod",
            "lvltim",
            "savecurrents",
            "warn",
            "interp",
            "method",
            "trap",
            "gear",
            "filetype",
            "autostop",
            "klu",
            "sparse");
    private static final Pattern INITIAL =
            Pattern.compile("v\\(\\s*([^)\\s]+)\\s*\\)\\s*=\\s*(\\{[^}]*\\}|'[^']*'|[^\\s,]+)");
    private static final Pattern SEEN = Pattern.compile("[a-z]+\\([^)]*\\)|[^\\s,]+");

    private final String file;
    private final Expansion expansion;
    private final Subcircuit top = new Subcircuit("", 0, Optional.empty(), List.of(), Map.of());
    private Subcircuit open = top;
    private final List<Probe> probes = new ArrayList<>();
    private final List<Subcircuit.Waiting> initials = new ArrayList<>();
    private Optional<Subcircuit.Waiting> transientCard = Optional.empty();
    private boolean gear;
    private double relativeTolerance = 1e-3;

    DeckReader(String file) {
        this.file = file;
        expansion = new Expansion(file);
    }

    Netlist read(Reader reader) throws IOException {
        LogicalLines lines = new LogicalLines(reader, file);
        String title = lines.title();
        String next = lines.next();
        while (!next.isEmpty() && !next.strip().equals(".end")) {
            String card = next;
            int line = lines.line();
            located(line, () -> take(line, card));
            next = lines.next();
        }
        if (open != top) {
            throw new DeckException(file, open.line, ".subckt " + open.name + " has no .ends");
        }
        Scope scope = new Scope(Optional.empty());
        for (Subcircuit.Waiting parameter : top.parameters) {
            located(parameter.line(), () -> scope.defineAll(parameter.text()));
        }
        Optional<Netlist.Analysis> analysis = transientCard.map(card -> analysis(card, scope));
        expansion.expand(top, scope, analysis);
        Map<Integer, Double> initialVolts = new HashMap<>();
        for (Subcircuit.Waiting card : initials) {
            located(card.line(), () -> initial(card.text(), scope, initialVolts));
        }
        expansion.elements().sort(Comparator.comparingInt(Element::line));
        if (expansion.elements().isEmpty()) {
            throw new DeckException(file, 1, "the deck has no elements");
        }
        return new Netlist(
                file,
                title,
                expansion.nodes(),
                expansion.elements(),
                analysis,
                Map.copyOf(initialVolts),
                probes,
                new Netlist.Options(gear, relativeTolerance));
    }

    private void located(int line, Runnable action) {
        try {
            action.run();
        } catch (DeckException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new DeckException(file, line, String.valueOf(e.getMessage()));
        }
    }

    private void take(int line, String text) {
        if (text.charAt(0) == '.') {
            dot(line, text);
        } else if (open != top || !expansion.addPlain(line, text)) {
            open.cards.add(new Subcircuit.Waiting(line, text));
        }
    }

    private void dot(int line, String text) {
        String word = text.split("\\s", 2)[0];
        String rest = text.substring(word.length()).strip();
        switch (word) {
            case ".model" -> model(line, text);
            case ".param", ".params", ".parameter" -> open.parameters.add(new Subcircuit.Waiting(line, rest));
            case ".subckt", ".macro" -> openSubcircuit(line, text);
            case ".ends", ".eom" -> closeSubcircuit();
            case ".global" -> expansion.addGlobals(List.of(rest.split("\\s+")));
            case ".tran" -> topOnly(word, () -> transientCard = Optional.of(new Subcircuit.Waiting(line, text)));
            case ".ic" -> topOnly(word, () -> initials.add(new Subcircuit.Waiting(line, rest)));
            case ".print", ".plot", ".save", ".probe" -> seen(word, rest);
            case ".option", ".options", ".opt" -> options(rest);
            case ".op", ".width", ".title" -> {}
            default ->
                throw new IllegalArgumentException("the card '" + word
                        + "' is not supported (.tran .model .param .subckt .ic .print .save .options .global are)");
        }
    }

    private void topOnly(String word, Runnable action) {
        if (open != top) {
            throw new IllegalArgumentException(word + " stands inside .subckt " + open.name + ": move it out");
        }
        action.run();
    }

    private void model(int line, String text) {
        Card card = Card.of(text);
        open.models.put(card.word(0, "the model's name"), new Subcircuit.Waiting(line, text));
    }

    private void openSubcircuit(int line, String text) {
        Card card = Card.of(text);
        String name = card.word(0, "the subcircuit's name");
        Subcircuit next = new Subcircuit(
                name,
                line,
                Optional.of(open),
                card.words().subList(1, card.words().size()),
                card.named());
        if (open.subcircuits.put(name, next) != null) {
            throw new IllegalArgumentException(".subckt " + name + " is defined twice");
        }
        open = next;
    }

    private void closeSubcircuit() {
        open = open.around.orElseThrow(() -> new IllegalArgumentException(".ends has no .subckt"));
    }

    private void seen(String word, String rest) {
        Matcher m = SEEN.matcher(rest);
        for (int i = 0; m.find(); i++) {
            String item = m.group();
            if (i == 0 && Set.of("ac", "dc", "noise", "disto").contains(item)) {
                throw new IllegalArgumentException(word + " " + item + ": only .tran is simulated");
            }
            if (!(i == 0 && item.equals("tran")) && !item.equals("all")) {
                Probe probe = Probe.of(item);
                if (!probes.contains(probe)) {
                    probes.add(probe);
                }
            }
        }
    }

    private void options(String rest) {
        Card card = Card.of(".options " + rest);
        for (String word : card.words()) {
            known(word);
            gear = word.equals("gear") || gear && !word.equals("trap");
        }
        card.named().forEach((name, value) -> {
            if (name.equals("method")) {
                method(value);
            } else if (name.equals("reltol")) {
                relativeTolerance = SpiceNumber.parse(value);
                if (!(relativeTolerance >= 1e-9 && relativeTolerance < 1)) {
                    throw new IllegalArgumentException(".options: reltol must lie between 1e-9 and 1, got " + value);
                }
            }
            if (!(Set.of("temp", "tnom").contains(name) && SpiceNumber.parse(value) == 27)) {
                known(name);
            }
        });
    }

    private void method(String name) {
        if (!name.startsWith("trap") && !name.equals("gear")) {
            throw new IllegalArgumentException(".options: method=" + name + " is not supported (trap and gear are)");
        }
        gear = name.equals("gear");
    }

    private static void known(String option) {
        if (!HARMLESS_OPTIONS.contains(option)) {
            throw new IllegalArgumentException(".options: '" + option + "' is not supported");
        }
    }

    private void initial(String text, Scope scope, Map<Integer, Double> volts) {
        Matcher m = INITIAL.matcher(text);
        int end = 0;
        while (m.find()) {
            if (!text.substring(end, m.start()).isBlank()) {
                break;
            }
            volts.put(expansion.existing(m.group(1)), scope.value(m.group(2)));
            end = m.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException(".ic: '" + text.substring(end).strip() + "' is not v(node)=volts");
        }
    }

    private Netlist.Analysis analysis(Subcircuit.Waiting waiting, Scope scope) {
        try {
            Card card = Card.of(waiting.text());
            List<String> words = new ArrayList<>(card.words());
            boolean uic = words.remove("uic");
            double step = scope.value(word(words, 0));
            double stop = scope.value(word(words, 1));
            double start = words.size() > 2 ? scope.value(words.get(2)) : 0;
            double longest = words.size() > 3 ? scope.value(words.get(3)) : Double.POSITIVE_INFINITY;
            if (!(step > 0 && stop > 0 && start >= 0 && start < stop && longest > 0) || words.size() > 4) {
                throw new IllegalArgumentException(
                        ".tran needs step > 0, stop > start >= 0 and a longest step > 0: '" + waiting.text() + "'");
            }
            return new Netlist.Analysis(waiting.line(), step, stop, start, longest, uic);
        } catch (DeckException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new DeckException(file, waiting.line(), String.valueOf(e.getMessage()));
        }
    }

    private static String word(List<String> words, int i) {
        if (i >= words.size()) {
            throw new IllegalArgumentException(".tran needs a step and a stop time");
        }
        return words.get(i);
    }
}
