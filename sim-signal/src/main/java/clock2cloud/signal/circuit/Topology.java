package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.DeckException;
import clock2cloud.signal.netlist.Element;
import clock2cloud.signal.netlist.Netlist;

/** Refuses circuits whose equations have no unique answer: nodes without a path to ground, loops of voltages. */
final class Topology {
    private final int[] parent;

    private Topology(int nodes) {
        parent = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            parent[i] = i;
        }
    }

    private int root(int node) {
        int r = node;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }

    private boolean join(int a, int b) {
        int p = root(a);
        int q = root(b);
        parent[p] = q;
        return p != q;
    }

    static void check(Netlist netlist, boolean operatingPoint) {
        loops(netlist, operatingPoint);
        floating(netlist, operatingPoint);
    }

    private static void loops(Netlist netlist, boolean operatingPoint) {
        Topology volts = new Topology(netlist.nodes().size());
        for (Element element : netlist.elements()) {
            int[] n = nodesOf(element);
            boolean inductor = operatingPoint && element instanceof Element.Inductor;
            boolean source = element instanceof Element.VoltageSource
                    || element instanceof Element.VoltageControlledVoltage
                    || element instanceof Element.CurrentControlledVoltage;
            if ((source || inductor) && !volts.join(n[0], n[1])) {
                throw new DeckException(
                        netlist.file(),
                        element.line(),
                        element.name() + " closes a loop of voltage sources" + (operatingPoint ? " and inductors" : "")
                                + ": put a resistance into it");
            }
        }
    }

    private static void floating(Netlist netlist, boolean operatingPoint) {
        Topology paths = new Topology(netlist.nodes().size());
        netlist.initialVolts().keySet().forEach(node -> paths.join(node, Netlist.GROUND));
        for (Element element : netlist.elements()) {
            int[] n = nodesOf(element);
            if (element instanceof Element.Line) {
                paths.join(n[0], n[2]);
                paths.join(n[1], n[3]);
                if (!operatingPoint) {
                    paths.join(n[0], n[1]);
                }
            } else if (element instanceof Element.Mosfet) {
                paths.join(n[0], n[2]);
                paths.join(n[0], n[3]);
            } else if (conducts(element) || !operatingPoint && element instanceof Element.Capacitor) {
                paths.join(n[0], n[1]);
            }
        }
        int ground = paths.root(Netlist.GROUND);
        for (Element element : netlist.elements()) {
            for (int node : nodesOf(element)) {
                if (paths.root(node) != ground) {
                    throw new DeckException(
                            netlist.file(),
                            element.line(),
                            "node '" + netlist.nodes().get(node) + "' at " + element.name()
                                    + " has no path for a direct current to ground (node 0): add a resistor");
                }
            }
        }
    }

    private static boolean conducts(Element element) {
        return !(element instanceof Element.Capacitor
                || element instanceof Element.CurrentSource
                || element instanceof Element.VoltageControlledCurrent
                || element instanceof Element.CurrentControlledCurrent
                || element instanceof Element.Coupling);
    }

    static int[] nodesOf(Element element) {
        if (element instanceof Element.Resistor r) {
            return new int[] {r.a(), r.b()};
        } else if (element instanceof Element.Capacitor c) {
            return new int[] {c.a(), c.b()};
        } else if (element instanceof Element.Inductor l) {
            return new int[] {l.a(), l.b()};
        } else if (element instanceof Element.VoltageSource v) {
            return new int[] {v.a(), v.b()};
        } else if (element instanceof Element.CurrentSource i) {
            return new int[] {i.a(), i.b()};
        } else if (element instanceof Element.VoltageControlledVoltage e) {
            return new int[] {e.a(), e.b(), e.c(), e.d()};
        } else if (element instanceof Element.VoltageControlledCurrent g) {
            return new int[] {g.a(), g.b(), g.c(), g.d()};
        } else if (element instanceof Element.CurrentControlledCurrent f) {
            return new int[] {f.a(), f.b()};
        } else if (element instanceof Element.CurrentControlledVoltage h) {
            return new int[] {h.a(), h.b()};
        } else if (element instanceof Element.Line t) {
            return new int[] {t.a(), t.b(), t.c(), t.d()};
        } else if (element instanceof Element.Switch s) {
            return new int[] {s.a(), s.b(), s.c(), s.d()};
        } else if (element instanceof Element.Diode d) {
            return new int[] {d.anode(), d.cathode()};
        } else if (element instanceof Element.Mosfet m) {
            return new int[] {m.drain(), m.gate(), m.source(), m.bulk()};
        }
        return new int[0];
    }
}
