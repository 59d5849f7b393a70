package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.DeckException;
import clock2cloud.signal.netlist.Element;
import clock2cloud.signal.netlist.Netlist;
import clock2cloud.signal.netlist.Probe;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds what a probe names: a node, a branch that has a current, or a resistor, capacitor, or source of current. */
final class Readings {
    private final Netlist netlist;
    private final Equations equations;
    private final Map<String, Integer> nodes = new HashMap<>();

    Readings(Netlist netlist, Equations equations) {
        this.netlist = netlist;
        this.equations = equations;
        for (int i = 0; i < netlist.nodes().size(); i++) {
            nodes.put(netlist.nodes().get(i), unknown(i));
        }
        nodes.put("gnd", equations.size);
    }

    private int unknown(int node) {
        return node == Netlist.GROUND ? equations.size : node - 1;
    }

    Reading of(Probe probe) {
        if (!probe.current()) {
            int minus = probe.second().isEmpty() ? equations.size : node(probe.second(), probe);
            return new Reading.Difference(node(probe.first(), probe), minus, 1);
        }
        String name = probe.first();
        Optional<Reading> found = current(name);
        if (found.isEmpty() && name.indexOf('.') == 1) {
            found = current(name.substring(2));
        }
        return found.orElseThrow(() -> new DeckException(
                netlist.file(),
                probe.line(),
                "probe " + probe.label()
                        + ": no voltage source, inductor, line, resistor, capacitor or current source '" + name
                        + "' in the deck"));
    }

    private int node(String name, Probe probe) {
        Integer number = nodes.get(name);
        if (number == null) {
            throw new DeckException(
                    netlist.file(), probe.line(), "probe " + probe.label() + ": no node '" + name + "' in the deck");
        }
        return number;
    }

    private Optional<Reading> current(String name) {
        Integer branch = equations.branches.get(name);
        if (branch != null) {
            return Optional.of(new Reading.Difference(branch, equations.size, 1));
        }
        return netlist.elements().stream()
                .filter(element -> element.name().equals(name))
                .findFirst()
                .flatMap(this::current);
    }

    private Optional<Reading> current(Element element) {
        if (element instanceof Element.Resistor r) {
            return Optional.of(new Reading.Difference(unknown(r.a()), unknown(r.b()), 1 / r.ohms()));
        } else if (element instanceof Element.Capacitor c) {
            return Optional.of(new Reading.Displacement(unknown(c.a()), unknown(c.b()), c.farads()));
        } else if (element instanceof Element.CurrentSource i) {
            return Optional.of(new Reading.Driven(i.stimulus()));
        } else if (element instanceof Element.VoltageControlledCurrent g) {
            return Optional.of(new Reading.Difference(unknown(g.c()), unknown(g.d()), g.siemens()));
        } else if (element instanceof Element.CurrentControlledCurrent f) {
            int branch = equations.branches.getOrDefault(f.control(), equations.size);
            return Optional.of(new Reading.Difference(branch, equations.size, f.gain()));
        }
        return Optional.empty();
    }
}
