package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Element;
import clock2cloud.signal.netlist.Netlist;
import java.util.List;

/**
 * Large capacitors between two nodes of a circuit with diodes, transistors or switches. When those open, little ties the pair to
 * ground, and beside the {@code C / h} of a short step it would be rounded away. So the current of each is an unknown of its own,
 * and both nodes' sums hold that instead.
 */
final class FloatingCapacitors {
    /** A capacitor that is charged by one volt in the whole run takes this current: smaller ones round little away. */
    private static final double LEAST_SIEMENS = 5e-5;

    /** The same without transistors, which have many small capacitors and tie them to one another. */
    private static final double LEAST_SIEMENS_OF_SWITCHES = 1e-8;

    private FloatingCapacitors() {}

    static List<Element.Capacitor> of(Netlist netlist) {
        double stop = netlist.analysis().map(Netlist.Analysis::stopSeconds).orElse(1.0);
        boolean opens = netlist.elements().stream()
                .anyMatch(element -> element instanceof Element.Diode
                        || element instanceof Element.Mosfet
                        || element instanceof Element.Switch);
        boolean transistors = netlist.elements().stream().anyMatch(Element.Mosfet.class::isInstance);
        double least = stop * (transistors ? LEAST_SIEMENS : LEAST_SIEMENS_OF_SWITCHES);
        return netlist.elements().stream()
                .filter(element -> opens)
                .filter(Element.Capacitor.class::isInstance)
                .map(Element.Capacitor.class::cast)
                .filter(c -> c.a() != Netlist.GROUND && c.b() != Netlist.GROUND && c.a() != c.b())
                .filter(c -> c.farads() > least)
                .toList();
    }
}
