package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Element;
import clock2cloud.signal.netlist.Netlist;

/**
 * The start under {@code uic}: capacitors at their {@code IC=} or at the difference of the {@code .ic} of their nodes
 * (zero where there is none), inductors at their {@code IC=}, lines without waves; nodes held by a grounded source start at its volts, which
 * matters to transistors only.
 */
final class InitialConditions {
    private InitialConditions() {}

    static void set(Equations equations, double[] x, double[] charge) {
        Netlist netlist = equations.netlist;
        netlist.initialVolts().forEach((node, volts) -> {
            if (node != Netlist.GROUND) {
                x[node - 1] = volts;
            }
        });
        for (Element element : netlist.elements()) {
            if (element instanceof Element.Inductor l && !Double.isNaN(l.initialAmperes())) {
                x[equations.branches.getOrDefault(l.name(), 0)] = l.initialAmperes();
            }
        }
        equations.charges(x, charge);
        for (Element element : netlist.elements()) {
            if (element instanceof Element.Capacitor c && !Double.isNaN(c.initialVolts())) {
                correct(equations, c, x, charge);
            } else if (element instanceof Element.VoltageSource v && v.b() == Netlist.GROUND) {
                hold(netlist, v.a(), v.stimulus().at(0), x);
            } else if (element instanceof Element.VoltageSource v && v.a() == Netlist.GROUND) {
                hold(netlist, v.b(), -v.stimulus().at(0), x);
            }
        }
    }

    private static void hold(Netlist netlist, int node, double volts, double[] x) {
        if (node != Netlist.GROUND && !netlist.initialVolts().containsKey(node)) {
            x[node - 1] = volts;
        }
    }

    private static void correct(Equations equations, Element.Capacitor c, double[] x, double[] charge) {
        double from = (c.a() == Netlist.GROUND ? 0 : x[c.a() - 1]) - (c.b() == Netlist.GROUND ? 0 : x[c.b() - 1]);
        double missing = c.farads() * (c.initialVolts() - from);
        Integer current = equations.capacitorCurrents.get(c.name());
        if (current != null) {
            charge[current] += missing;
            return;
        }
        if (c.a() != Netlist.GROUND) {
            charge[c.a() - 1] += missing;
        }
        if (c.b() != Netlist.GROUND) {
            charge[c.b() - 1] -= missing;
        }
    }
}
