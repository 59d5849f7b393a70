package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.DeckException;
import clock2cloud.signal.netlist.Element;
import clock2cloud.signal.netlist.Netlist;
import clock2cloud.signal.netlist.Stimulus;
import clock2cloud.signal.sparse.SparsePattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Walks the elements once and stamps them. */
final class EquationBuilder {
    final int nodes;
    final int size;
    final Map<String, Integer> branches = new HashMap<>();
    final Map<String, Integer> capacitorCurrents = new HashMap<>();
    final List<String> extraNames = new ArrayList<>();
    final SparsePattern.Builder entries;
    double[] steady;
    double[] moving;
    double[] storage;
    final int[] diagonalTickets;
    final List<Function<int[], Device>> deviceMakers = new ArrayList<>();
    final List<LineDevice> lines = new ArrayList<>();
    final List<Function<int[], SwitchDevice>> switchMakers = new ArrayList<>();
    final List<Stimulus> stimuli = new ArrayList<>();
    final List<Integer> plus = new ArrayList<>();
    final List<Integer> minus = new ArrayList<>();

    private final Netlist netlist;
    private final List<int[]> voltageBranches = new ArrayList<>();
    private final Map<String, Element.Inductor> inductors = new HashMap<>();
    private int nextExtra;

    EquationBuilder(Netlist netlist) {
        this.netlist = netlist;
        int room = 256 + 4 * netlist.elements().size();
        steady = new double[room];
        moving = new double[room];
        storage = new double[room];
        int extra = 0;
        int currents = 0;
        for (Element element : netlist.elements()) {
            if (element instanceof Element.Diode d && d.model().seriesOhms() > 0) {
                extra++;
            } else if (element instanceof Element.Mosfet m) {
                extra += (drainOhms(m) > 0 ? 1 : 0) + (sourceOhms(m) > 0 ? 1 : 0);
            } else {
                currents += branchesOf(element);
            }
        }
        int named = netlist.nodes().size() - 1;
        nodes = named + extra;
        nextExtra = named;
        for (Element.Capacitor floating : FloatingCapacitors.of(netlist)) {
            capacitorCurrents.put(floating.name(), nodes + currents++);
        }
        size = nodes + currents;
        entries = new SparsePattern.Builder(size);
        numberBranches();
        diagonalTickets = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            diagonalTickets[i] = add(i, i, 0, 0, 0);
        }
        netlist.elements().forEach(this::stamp);
    }

    private static int branchesOf(Element element) {
        if (element instanceof Element.Line) {
            return 2;
        }
        return element instanceof Element.VoltageSource
                        || element instanceof Element.Inductor
                        || element instanceof Element.VoltageControlledVoltage
                        || element instanceof Element.CurrentControlledVoltage
                ? 1
                : 0;
    }

    private void numberBranches() {
        int next = nodes;
        for (Element element : netlist.elements()) {
            int needed = branchesOf(element);
            if (needed > 0) {
                branches.put(element.name(), next);
                if (element instanceof Element.Inductor inductor) {
                    inductors.put(element.name(), inductor);
                }
                next += needed;
            }
        }
    }

    private int add(int row, int column, double steadyValue, double movingValue, double storageValue) {
        int ticket = entries.add(row, column);
        if (ticket >= steady.length) {
            int length = ticket + (ticket >> 1);
            steady = Arrays.copyOf(steady, length);
            moving = Arrays.copyOf(moving, length);
            storage = Arrays.copyOf(storage, length);
        }
        steady[ticket] = steadyValue;
        moving[ticket] = movingValue;
        storage[ticket] = storageValue;
        return ticket;
    }

    private int unknown(int node) {
        return node == Netlist.GROUND ? size : node - 1;
    }

    private void constant(int row, int column, double value) {
        add(row, column, value, value, 0);
    }

    private void conductance(int a, int b, double siemens) {
        constant(a, a, siemens);
        constant(b, b, siemens);
        constant(a, b, -siemens);
        constant(b, a, -siemens);
    }

    private void capacitance(int a, int b, double farads) {
        add(a, a, 0, 0, farads);
        add(b, b, 0, 0, farads);
        add(a, b, 0, 0, -farads);
        add(b, a, 0, 0, -farads);
    }

    private void capacitor(Element.Capacitor c) {
        Integer current = capacitorCurrents.get(c.name());
        int a = unknown(c.a());
        int b = unknown(c.b());
        if (current == null) {
            capacitance(a, b, c.farads());
            return;
        }
        constant(a, current, 1);
        constant(b, current, -1);
        add(current, a, 0, 0, c.farads());
        add(current, b, 0, 0, -c.farads());
        constant(current, current, -1);
        voltageBranches.add(new int[] {current, a, b});
    }

    private int branch(Element element, int a, int b) {
        int k = branches.getOrDefault(element.name(), -1);
        constant(a, k, 1);
        constant(b, k, -1);
        constant(k, a, 1);
        constant(k, b, -1);
        if (!(element instanceof Element.Inductor)) {
            voltageBranches.add(new int[] {k, a, b});
        }
        return k;
    }

    private int control(Element element, String name) {
        Integer k = branches.get(name);
        if (k == null) {
            throw new DeckException(
                    netlist.file(), element.line(), element.name() + ": no voltage source '" + name + "' in the deck");
        }
        return k;
    }

    private void stamp(Element element) {
        if (element instanceof Element.Resistor r) {
            conductance(unknown(r.a()), unknown(r.b()), 1 / r.ohms());
        } else if (element instanceof Element.Capacitor c) {
            capacitor(c);
        } else if (element instanceof Element.Inductor l) {
            int k = branch(l, unknown(l.a()), unknown(l.b()));
            add(k, k, 0, 0, -l.henries());
        } else if (element instanceof Element.Coupling m) {
            coupling(m);
        } else if (element instanceof Element.VoltageSource v) {
            source(v.stimulus(), branch(v, unknown(v.a()), unknown(v.b())), size);
        } else if (element instanceof Element.CurrentSource i) {
            source(i.stimulus(), unknown(i.b()), unknown(i.a()));
        } else if (element instanceof Element.Line t) {
            line(t);
        } else if (element instanceof Element.Diode d) {
            diode(d);
        } else if (element instanceof Element.Mosfet m) {
            mosfet(m);
        } else if (element instanceof Element.Switch s) {
            int[] tickets = square(unknown(s.a()), unknown(s.b()));
            switchMakers.add(slots -> new SwitchDevice(s, unknown(s.c()), unknown(s.d()), chosen(tickets, slots)));
        } else {
            controlled(element);
        }
    }

    private void controlled(Element element) {
        if (element instanceof Element.VoltageControlledVoltage e) {
            int k = branch(e, unknown(e.a()), unknown(e.b()));
            constant(k, unknown(e.c()), -e.gain());
            constant(k, unknown(e.d()), e.gain());
        } else if (element instanceof Element.CurrentControlledVoltage h) {
            int k = branch(h, unknown(h.a()), unknown(h.b()));
            constant(k, control(h, h.control()), -h.ohms());
        } else if (element instanceof Element.CurrentControlledCurrent f) {
            int c = control(f, f.control());
            constant(unknown(f.a()), c, f.gain());
            constant(unknown(f.b()), c, -f.gain());
        } else if (element instanceof Element.VoltageControlledCurrent g) {
            constant(unknown(g.a()), unknown(g.c()), g.siemens());
            constant(unknown(g.a()), unknown(g.d()), -g.siemens());
            constant(unknown(g.b()), unknown(g.c()), -g.siemens());
            constant(unknown(g.b()), unknown(g.d()), g.siemens());
        }
    }

    private void coupling(Element.Coupling m) {
        Element.Inductor first = inductors.get(m.first());
        Element.Inductor second = inductors.get(m.second());
        if (first == null || second == null) {
            throw new DeckException(
                    netlist.file(),
                    m.line(),
                    m.name() + ": no inductor '" + (first == null ? m.first() : m.second()) + "' in the deck");
        }
        if (m.first().equals(m.second())) {
            throw new DeckException(netlist.file(), m.line(), m.name() + " couples " + m.first() + " with itself");
        }
        double mutual = m.coefficient() * Math.sqrt(first.henries() * second.henries());
        int i = branches.getOrDefault(m.first(), 0);
        int j = branches.getOrDefault(m.second(), 0);
        add(i, j, 0, 0, -mutual);
        add(j, i, 0, 0, -mutual);
    }

    private void source(Stimulus stimulus, int rowPlus, int rowMinus) {
        stimuli.add(stimulus);
        plus.add(rowPlus);
        minus.add(rowMinus);
    }

    private void line(Element.Line t) {
        int[] p = {unknown(t.a()), unknown(t.b()), unknown(t.c()), unknown(t.d())};
        int k = branches.getOrDefault(t.name(), -1);
        for (int end = 0; end < 2; end++) {
            constant(p[2 * end], k + end, 1);
            constant(p[2 * end + 1], k + end, -1);
            add(k + end, p[2 * end], end == 0 ? 1 : 0, 1, 0);
            add(k + end, p[2 * end + 1], end == 0 ? -1 : 0, -1, 0);
            add(k + end, k + end, end == 0 ? 0 : 1, -t.ohms(), 0);
        }
        add(k, p[2], -1, 0, 0);
        add(k, p[3], 1, 0, 0);
        add(k + 1, k, 1, 0, 0);
        lines.add(new LineDevice(p, k, t.ohms(), t.delaySeconds()));
    }

    private int[] square(int... unknowns) {
        int[] tickets = new int[unknowns.length * unknowns.length];
        int put = 0;
        for (int row : unknowns) {
            for (int column : unknowns) {
                tickets[put++] = add(row, column, 0, 0, 0);
            }
        }
        return tickets;
    }

    private static int[] chosen(int[] tickets, int[] slots) {
        int[] chosen = new int[tickets.length];
        for (int i = 0; i < tickets.length; i++) {
            chosen[i] = slots[tickets[i]];
        }
        return chosen;
    }

    private int behind(int node, double ohms, String name) {
        if (!(ohms > 0)) {
            return node;
        }
        int inner = nextExtra++;
        extraNames.add(name);
        conductance(node, inner, 1 / ohms);
        return inner;
    }

    private void diode(Element.Diode d) {
        int anode = behind(unknown(d.anode()), d.model().seriesOhms() / d.area(), d.name() + "#anode");
        int cathode = unknown(d.cathode());
        int[] tickets = square(anode, cathode);
        deviceMakers.add(slots -> new DiodeDevice(anode, cathode, chosen(tickets, slots), d.model(), d.area()));
    }

    private static double drainOhms(Element.Mosfet m) {
        return ohms(m, m.model().drainOhms(), m.geometry().drainSquares());
    }

    private static double sourceOhms(Element.Mosfet m) {
        return ohms(m, m.model().sourceOhms(), m.geometry().sourceSquares());
    }

    private static double ohms(Element.Mosfet m, double given, double squares) {
        return (given > 0 ? given : m.model().sheetOhms() * squares)
                / m.geometry().multiplier();
    }

    private void mosfet(Element.Mosfet m) {
        int[] at = {
            behind(unknown(m.drain()), drainOhms(m), m.name() + "#drain"),
            unknown(m.gate()),
            behind(unknown(m.source()), sourceOhms(m), m.name() + "#source"),
            unknown(m.bulk())
        };
        int[] tickets = square(at);
        deviceMakers.add(slots -> new MosfetDevice(at, chosen(tickets, slots), m));
        Element.Geometry g = m.geometry();
        overlap(at[1], at[2], m.model().gateSourcePerMetre() * g.width() * g.multiplier());
        overlap(at[1], at[0], m.model().gateDrainPerMetre() * g.width() * g.multiplier());
        double length = g.length() - 2 * m.model().lateralDiffusion();
        overlap(at[1], at[3], m.model().gateBulkPerMetre() * length * g.multiplier());
    }

    private void overlap(int a, int b, double farads) {
        if (farads > 0) {
            capacitance(a, b, farads);
        }
    }

    /** A row to pivot each column on: its own, but a voltage branch and one of its nodes change places. */
    int[] partners() {
        return Partners.of(size, voltageBranches);
    }
}
