package clock2cloud.signal.netlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code .subckt} as written, or the top of the deck: cards, and the models and subcircuits defined inside. */
final class Subcircuit {
    /** A card that waits until all definitions are known. */
    record Waiting(int line, String text) {}

    final String name;
    final int line;
    final Optional<Subcircuit> around;
    final List<String> ports;
    final Map<String, String> defaults;
    final List<Waiting> cards = new ArrayList<>();
    final List<Waiting> parameters = new ArrayList<>();
    final Map<String, Waiting> models = new HashMap<>();
    final Map<String, Subcircuit> subcircuits = new HashMap<>();

    Subcircuit(String name, int line, Optional<Subcircuit> around, List<String> ports, Map<String, String> defaults) {
        this.name = name;
        this.line = line;
        this.around = around;
        this.ports = ports;
        this.defaults = defaults;
    }

    Optional<Subcircuit> subcircuit(String wanted) {
        Subcircuit here = subcircuits.get(wanted);
        return here != null ? Optional.of(here) : around.flatMap(outer -> outer.subcircuit(wanted));
    }
}
