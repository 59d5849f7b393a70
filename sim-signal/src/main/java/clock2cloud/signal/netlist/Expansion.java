package clock2cloud.signal.netlist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns cards into elements and nodes, and subcircuit calls into the cards inside them. */
final class Expansion {
    private static final int DEEPEST = 200;

    private final String file;
    private final long mostElements = Runtime.getRuntime().maxMemory() / 1000;
    private final List<String> nodes = new ArrayList<>(List.of("0"));
    private final Map<String, Integer> numbers = new HashMap<>(Map.of("0", 0, "gnd", 0));
    private final Set<String> globals = new HashSet<>();
    private final List<Element> elements = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    Expansion(String file) {
        this.file = file;
    }

    List<Element> elements() {
        return elements;
    }

    List<String> nodes() {
        return nodes;
    }

    void addGlobals(Collection<String> names) {
        globals.addAll(names);
    }

    int existing(String node) {
        Integer number = numbers.get(node);
        if (number == null) {
            throw new IllegalArgumentException("no node '" + node + "' in the deck");
        }
        return number;
    }

    int node(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        int number = nodes.size();
        nodes.add(name);
        numbers.put(name, number);
        return number;
    }

    void add(Element element) {
        if (elements.size() >= mostElements) {
            throw new DeckException(
                    file,
                    element.line(),
                    "more than " + mostElements
                            + " elements do not fit into this memory: give Java more (C2C_JAVA_OPTIONS=-Xmx16g)");
        }
        if (!names.add(element.name())) {
            throw new DeckException(
                    file, element.line(), element.name() + " is there twice: give each element its own name");
        }
        elements.add(element);
    }

    /** Builds {@code R1 a b 10k} and its like at once, without keeping the card; false when it is not that plain. */
    boolean addPlain(int line, String text) {
        char kind = text.charAt(0);
        if (kind != 'r' && kind != 'c' && kind != 'l') {
            return false;
        }
        int[] cut = new int[8];
        int pieces = 0;
        for (int i = 0; i < text.length(); ) {
            while (i < text.length() && text.charAt(i) <= ' ') {
                i++;
            }
            if (i == text.length()) {
                break;
            }
            if (pieces == 4) {
                return false;
            }
            cut[2 * pieces] = i;
            while (i < text.length() && text.charAt(i) > ' ') {
                i++;
            }
            cut[2 * pieces++ + 1] = i;
        }
        if (pieces != 4) {
            return false;
        }
        double value = SpiceNumber.parse(text.substring(cut[6], cut[7]));
        if (Double.isNaN(value)) {
            return false;
        }
        String name = text.substring(cut[0], cut[1]);
        int a = node(text.substring(cut[2], cut[3]));
        int b = node(text.substring(cut[4], cut[5]));
        add(ElementCards.passive(kind, name, line, a, b, value, Double.NaN));
        return true;
    }

    void expand(Subcircuit top, Scope scope, Optional<Netlist.Analysis> analysis) {
        if (cards(top, new HashMap<>()) > mostElements) {
            throw new DeckException(
                    file,
                    1,
                    "the subcircuits multiply to more than " + mostElements
                            + " elements, which do not fit into this memory: give Java more (C2C_JAVA_OPTIONS=-Xmx16g)");
        }
        new Instance(top, scope, "", Map.of(), Optional.empty(), 0, analysis).expand();
    }

    /** How many elements the cards of a body become; one that contains itself is found out later. */
    private static double cards(Subcircuit body, Map<Subcircuit, Double> known) {
        Double counted = known.putIfAbsent(body, 0.0);
        if (counted != null) {
            return counted;
        }
        double sum = 0;
        for (Subcircuit.Waiting waiting : body.cards) {
            String text = waiting.text();
            if (text.charAt(0) == 'x') {
                sum += called(text)
                        .flatMap(body::subcircuit)
                        .map(inner -> cards(inner, known))
                        .orElse(0.0);
            } else {
                sum++;
            }
        }
        known.put(body, sum);
        return sum;
    }

    private static Optional<String> called(String text) {
        try {
            List<String> words = Card.of(text).words();
            return words.isEmpty() ? Optional.empty() : Optional.of(words.get(words.size() - 1));
        } catch (IllegalArgumentException found) {
            return Optional.empty();
        }
    }

    /** One use of a subcircuit: its prefix, its nodes, its parameters. */
    final class Instance {
        private final Subcircuit body;
        private final Scope scope;
        private final String prefix;
        private final Map<String, Integer> ports;
        private final Optional<Instance> around;
        private final int depth;
        private final Optional<Netlist.Analysis> analysis;
        private final Map<String, ModelCard> models = new HashMap<>();

        Instance(
                Subcircuit body,
                Scope scope,
                String prefix,
                Map<String, Integer> ports,
                Optional<Instance> around,
                int depth,
                Optional<Netlist.Analysis> analysis) {
            this.body = body;
            this.scope = scope;
            this.prefix = prefix;
            this.ports = ports;
            this.around = around;
            this.depth = depth;
            this.analysis = analysis;
        }

        Optional<Netlist.Analysis> analysis() {
            return analysis;
        }

        String prefixed(String name) {
            return prefix + name;
        }

        double value(String token) {
            return scope.token(token);
        }

        int node(String name) {
            Integer port = ports.get(name);
            if (port != null) {
                return port;
            }
            boolean outer = name.equals("0") || name.equals("gnd") || globals.contains(name);
            return Expansion.this.node(outer ? name : prefixed(name));
        }

        void expand() {
            for (Subcircuit.Waiting waiting : body.cards) {
                try {
                    Card card = Card.of(waiting.text());
                    if (waiting.text().charAt(0) == 'x') {
                        call(card);
                    } else {
                        add(new ElementCards(this, card, waiting.line()).element());
                    }
                } catch (DeckException e) {
                    throw e;
                } catch (IllegalArgumentException e) {
                    throw new DeckException(file, waiting.line(), String.valueOf(e.getMessage()));
                }
            }
        }

        private void call(Card card) {
            if (card.words().isEmpty()) {
                throw new IllegalArgumentException(card.name() + ": the subcircuit's name is missing");
            }
            int last = card.words().size() - 1;
            String wanted = card.words().get(last);
            Subcircuit called = body.subcircuit(wanted)
                    .orElseThrow(
                            () -> new IllegalArgumentException(card.name() + ": no .subckt " + wanted + " is defined"));
            if (depth >= DEEPEST || calls(called)) {
                throw new IllegalArgumentException(card.name() + ": the subcircuit " + wanted + " contains itself");
            }
            if (called.ports.size() != last) {
                throw new IllegalArgumentException(card.name() + ": " + wanted + " has " + called.ports.size()
                        + " ports, " + last + " nodes are given");
            }
            Map<String, Integer> connected = new HashMap<>();
            for (int i = 0; i < last; i++) {
                String port = called.ports.get(i);
                int node = node(card.words().get(i));
                if (node != 0 && (port.equals("0") || port.equals("gnd"))) {
                    throw new IllegalArgumentException(card.name() + ": port " + (i + 1) + " of " + wanted
                            + " is ground, node '" + card.words().get(i) + "' is not");
                }
                connected.put(port, node);
            }
            Scope inner = new Scope(Optional.of(scope));
            called.defaults.forEach(inner::defineToken);
            called.parameters.forEach(parameter -> inner.defineAll(parameter.text()));
            card.named().forEach((name, value) -> {
                if (!inner.has(name)) {
                    throw new IllegalArgumentException(
                            card.name() + ": " + wanted + " has no parameter '" + name + "'");
                }
                inner.set(name, scope.token(value));
            });
            new Instance(called, inner, prefixed(card.name()) + ".", connected, Optional.of(this), depth + 1, analysis)
                    .expand();
        }

        private boolean calls(Subcircuit other) {
            return body == other || around.map(outer -> outer.calls(other)).orElse(false);
        }

        /** The model of this name, looked for here and then outwards. */
        ModelCard model(String name) {
            ModelCard known = models.get(name);
            if (known != null) {
                return known;
            }
            Subcircuit.Waiting waiting = body.models.get(name);
            if (waiting == null) {
                if (around.isEmpty()) {
                    throw new IllegalArgumentException("no .model " + name + " is defined");
                }
                return around.get().model(name);
            }
            ModelCard built = read(waiting);
            models.put(name, built);
            return built;
        }

        private ModelCard read(Subcircuit.Waiting waiting) {
            try {
                Card card = Card.of(waiting.text());
                Map<String, Double> values = new HashMap<>();
                card.named().forEach((name, value) -> values.put(name, scope.token(value)));
                return new ModelCard(
                        card.word(0, "the model's name"), card.word(1, "the model's type"), waiting.line(), values);
            } catch (IllegalArgumentException e) {
                throw new DeckException(file, waiting.line(), String.valueOf(e.getMessage()));
            }
        }

        DeckException refused(ModelCard card, IllegalArgumentException e) {
            return new DeckException(file, card.line(), String.valueOf(e.getMessage()));
        }
    }
}
