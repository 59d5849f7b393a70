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
    private static final Pattern INITIAL =
            Pattern.compile("v\\(\\s*([^)\\s]+)\\s*\\)\\s*=\\s*(\\{[^}]*\\}|'[^']*'|[^\\s,]+)");
    private static final Pattern SEEN = Pattern.compile("[a-z]*\\([^)]*\\)|[^\\s,]+");

    private final String file;
    private final Expansion expansion;
    private final Subcircuit top = new Subcircuit("", 0, Optional.empty(), List.of(), Map.of());
    private Subcircuit open = top;
    private final List<Probe> probes = new ArrayList<>();
    private final List<Subcircuit.Waiting> initials = new ArrayList<>();
    private Optional<Subcircuit.Waiting> transientCard = Optional.empty();
    private final OptionCards options = new OptionCards();
    private final List<Subcircuit.Waiting> functions = new ArrayList<>();
    private final long mostWaiting = Runtime.getRuntime().maxMemory() / 16;
    private long waiting;

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
        for (Subcircuit.Waiting function : functions) {
            located(function.line(), () -> scope.defineFunction(function.text()));
        }
        Optional<Netlist.Analysis> analysis = transientCard.map(card -> TransientCard.read(file, card, scope));
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
                options.options());
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
            waiting += text.length() + 48;
            if (waiting > mostWaiting) {
                throw new IllegalArgumentException("cards of " + waiting / 1_000_000
                        + " MB do not fit into this memory: give Java more (C2C_JAVA_OPTIONS=-Xmx16g)");
            }
            open.cards.add(new Subcircuit.Waiting(line, text));
        }
    }

    private void dot(int line, String text) {
        String word = text.split("\\s", 2)[0];
        String rest = text.substring(word.length()).strip();
        switch (word) {
            case ".model" -> model(line, text);
            case ".param", ".params", ".parameter" -> open.parameters.add(new Subcircuit.Waiting(line, rest));
            case ".func" -> functions.add(new Subcircuit.Waiting(line, rest));
            case ".subckt", ".macro" -> openSubcircuit(line, text);
            case ".ends", ".eom" -> closeSubcircuit(rest);
            case ".global" -> global(rest);
            case ".tran" -> topOnly(word, () -> transientCard = Optional.of(new Subcircuit.Waiting(line, text)));
            case ".ic" -> topOnly(word, () -> initials.add(new Subcircuit.Waiting(line, rest)));
            case ".print", ".plot", ".save", ".probe" -> seen(word, rest, line);
            case ".option", ".options", ".opt" -> options.take(rest);
            case ".temp" -> options.take("temp=" + rest);
            case ".op", ".width", ".title" -> {}
            default ->
                throw new IllegalArgumentException(
                        "the card '" + word
                                + "' is not supported (.tran .model .param .func .subckt .ic .print .save .options .global are)");
        }
    }

    private void global(String rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(".global names no node");
        }
        expansion.addGlobals(List.of(rest.split("[\\s,]+")));
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
        List<String> ports = card.words().subList(1, card.words().size());
        if (Set.copyOf(ports).size() < ports.size()) {
            throw new IllegalArgumentException(".subckt " + name + " names a port twice");
        }
        Subcircuit next = new Subcircuit(name, line, Optional.of(open), ports, card.named());
        if (open.subcircuits.put(name, next) != null) {
            throw new IllegalArgumentException(".subckt " + name + " is defined twice");
        }
        open = next;
    }

    private void closeSubcircuit(String name) {
        if (open != top && !name.isEmpty() && !name.equals(open.name)) {
            throw new IllegalArgumentException(
                    ".ends " + name + " closes .subckt " + open.name + " of line " + open.line);
        }
        open = open.around.orElseThrow(() -> new IllegalArgumentException(".ends has no .subckt"));
    }

    private void seen(String word, String rest, int line) {
        Matcher m = SEEN.matcher(rest);
        for (int i = 0; m.find(); i++) {
            String item = m.group();
            if (i == 0 && Set.of("ac", "dc", "noise", "disto").contains(item)) {
                throw new IllegalArgumentException(word + " " + item + ": only .tran is simulated");
            }
            if (!(i == 0 && item.equals("tran")) && !item.equals("all")) {
                if (!(word.equals(".plot") && item.startsWith("("))) {
                    Probe probe = Probe.of(item).at(line);
                    if (probes.stream().noneMatch(probe::same)) {
                        probes.add(probe);
                    }
                }
            }
        }
    }

    private void initial(String text, Scope scope, Map<Integer, Double> volts) {
        Matcher m = INITIAL.matcher(text);
        int end = 0;
        while (m.find()) {
            if (!text.substring(end, m.start()).isBlank()) {
                break;
            }
            volts.put(expansion.existing(m.group(1)), scope.token(m.group(2)));
            end = m.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException(".ic: '" + text.substring(end).strip() + "' is not v(node)=volts");
        }
    }
}
