package clock2cloud.signal.netlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** One element card, in words, to one {@link Element}. */
final class ElementCards {
    private final Expansion.Instance place;
    private final Card card;
    private final int line;

    ElementCards(Expansion.Instance place, Card card, int line) {
        this.place = place;
        this.card = card;
        this.line = line;
    }

    static Element passive(char kind, String name, int line, int a, int b, double value, double initial) {
        String unit = kind == 'r' ? "ohm" : kind == 'c' ? "F" : "H";
        boolean zero = kind == 'c' && value == 0;
        if (!(value > 0 && value < Double.POSITIVE_INFINITY) && !zero || zero) {
            throw new IllegalArgumentException(name + ": must be above 0 " + unit + ", got " + value);
        }
        return switch (kind) {
            case 'r' -> new Element.Resistor(name, line, a, b, value);
            case 'c' -> new Element.Capacitor(name, line, a, b, value, initial);
            default -> new Element.Inductor(name, line, a, b, value, initial);
        };
    }

    Element element() {
        return switch (card.name().charAt(0)) {
            case 'r', 'c', 'l' -> passive();
            case 'k' -> coupling();
            case 'v' -> new Element.VoltageSource(name(), line, node(0), node(1), stimulus());
            case 'i' -> new Element.CurrentSource(name(), line, node(0), node(1), stimulus());
            case 'e' ->
                new Element.VoltageControlledVoltage(
                        name(), line, node(0), node(1), node(2), node(3), last(4, "the gain"));
            case 'g' ->
                new Element.VoltageControlledCurrent(
                        name(), line, node(0), node(1), node(2), node(3), last(4, "the transconductance"));
            case 'f' ->
                new Element.CurrentControlledCurrent(
                        name(), line, node(0), node(1), controlling(), last(3, "the gain"));
            case 'h' ->
                new Element.CurrentControlledVoltage(
                        name(), line, node(0), node(1), controlling(), last(3, "the transresistance"));
            case 't' -> line();
            case 'd' -> diode();
            case 'm' -> mosfet();
            case 's' -> voltageSwitch();
            default ->
                throw new IllegalArgumentException(
                        "the element card '" + card.name() + "' is not supported (R L C K V I E F G H T D M S X are)");
        };
    }

    private String name() {
        return place.prefixed(card.name());
    }

    private int node(int index) {
        return place.node(card.word(index, "node " + (index + 1)));
    }

    private void onlyNamed(String... allowed) {
        Set<String> known = Set.of(allowed);
        for (String key : card.named().keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(card.name() + ": '" + key + "=' is not supported");
            }
        }
    }

    private double named(String key, double otherwise) {
        String text = card.named().get(key);
        return text == null ? otherwise : place.value(text);
    }

    /** How many of the element lie side by side. */
    private double parallel() {
        double parallel = named("m", 1);
        if (!(parallel > 0)) {
            throw new IllegalArgumentException(card.name() + ": M must be above 0, got " + parallel);
        }
        return parallel;
    }

    private double last(int index, String what) {
        onlyNamed();
        card.atMost(index + 1);
        return place.value(card.word(index, what));
    }

    private Element passive() {
        char kind = card.name().charAt(0);
        String own = kind == 'r' ? "r" : kind == 'c' ? "c" : "l";
        onlyNamed(own, "ic", "m");
        int a = node(0);
        int b = node(1);
        card.atMost(3);
        double value = card.words().size() > 2 ? place.value(card.words().get(2)) : named(own, Double.NaN);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(card.name() + ": the value is missing");
        }
        double parallel = parallel();
        return passive(
                kind, name(), line, a, b, kind == 'c' ? value * parallel : value / parallel, named("ic", Double.NaN));
    }

    private Element coupling() {
        double k = last(2, "the coupling coefficient");
        if (!(Math.abs(k) <= 1)) {
            throw new IllegalArgumentException(card.name() + ": the coupling must lie between -1 and 1, got " + k);
        }
        return new Element.Coupling(
                name(),
                line,
                place.prefixed(card.word(0, "the first inductor")),
                place.prefixed(card.word(1, "the second inductor")),
                k);
    }

    private String controlling() {
        return place.prefixed(card.word(2, "the controlling voltage source"));
    }

    private Element line() {
        onlyNamed("z0", "zo", "td", "f", "nl");
        card.atMost(4);
        double ohms = named("z0", named("zo", Double.NaN));
        double hertz = named("f", Double.NaN);
        double delay = named("td", named("nl", 0.25) / hertz);
        if (!(ohms > 0) || !(delay > 0 && delay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(card.name()
                    + ": a line needs Z0 > 0 and TD > 0 (or F > 0 with NL), got Z0=" + ohms + " TD=" + delay);
        }
        return new Element.Line(name(), line, node(0), node(1), node(2), node(3), ohms, delay);
    }

    private <T> T model(int index, Set<String> types, Function<ModelCard, T> builder) {
        String wanted = card.word(index, "the model's name");
        ModelCard found;
        try {
            found = place.model(wanted);
        } catch (DeckException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(card.name() + ": " + e.getMessage(), e);
        }
        if (!types.contains(found.type())) {
            throw new IllegalArgumentException(
                    card.name() + ": .model " + wanted + " is of type '" + found.type() + "', not " + types);
        }
        try {
            return builder.apply(found);
        } catch (DeckException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw place.refused(found, e);
        }
    }

    private Element diode() {
        onlyNamed("area", "m");
        List<String> extra = new ArrayList<>(card.words()
                .subList(Math.min(3, card.words().size()), card.words().size()));
        extra.remove("off");
        double area = extra.isEmpty() ? named("area", 1) : place.value(extra.get(0));
        if (!(area > 0) || extra.size() > 1) {
            throw new IllegalArgumentException(card.name() + ": the area must be one number above 0");
        }
        return new Element.Diode(
                name(), line, node(0), node(1), model(2, Set.of("d"), DiodeModel::of), area * parallel());
    }

    private Element mosfet() {
        onlyNamed("w", "l", "ad", "as", "pd", "ps", "nrd", "nrs", "m");
        card.atMost(card.words().size() > 5 && card.words().get(5).equals("off") ? 6 : 5);
        MosfetModel model = model(4, Set.of("nmos", "pmos"), MosfetModel::of);
        Element.Geometry geometry = new Element.Geometry(
                named("w", 1e-4),
                named("l", 1e-4),
                named("ad", 0),
                named("as", 0),
                named("pd", 0),
                named("ps", 0),
                named("nrd", 1),
                named("nrs", 1),
                parallel());
        if (!(geometry.width() > 0 && geometry.length() - 2 * model.lateralDiffusion() > 0)) {
            throw new IllegalArgumentException(card.name() + ": W and L - 2 LD must be above 0");
        }
        for (String size : List.of("ad", "as", "pd", "ps", "nrd", "nrs")) {
            if (!(named(size, 0) >= 0)) {
                throw new IllegalArgumentException(
                        card.name() + ": " + size.toUpperCase(Locale.ROOT) + " must not be negative");
            }
        }
        return new Element.Mosfet(name(), line, node(0), node(1), node(2), node(3), model, geometry);
    }

    private Element voltageSwitch() {
        onlyNamed();
        card.atMost(6);
        SwitchModel model = model(4, Set.of("sw"), SwitchModel::of);
        String state = card.words().size() > 5 ? card.words().get(5) : "off";
        boolean on = state.equals("on");
        if (!on && !state.equals("off")) {
            throw new IllegalArgumentException(card.name() + ": a switch begins on or off, not '" + state + "'");
        }
        return new Element.Switch(name(), line, node(0), node(1), node(2), node(3), model, on);
    }

    private Stimulus stimulus() {
        onlyNamed("dc", "ac");
        return new SourceCards(place, card).stimulus();
    }
}
