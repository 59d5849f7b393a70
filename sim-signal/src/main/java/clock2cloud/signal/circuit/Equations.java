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

/**
 * The modified nodal equations {@code C x' + G x + devices(x) = sources(t)}: unknowns are node volts, then the currents
 * of voltage sources, inductors and lines. Ground is unknown {@code size}.
 */
final class Equations {
    final Netlist netlist;
    final int nodes;
    final int size;
    final SparsePattern pattern;
    final double[] steadyG;
    final double[] movingG;
    final double[] storage;
    final int[] nodeDiagonal;
    final Map<String, Integer> branches;
    final Map<String, Integer> capacitorCurrents;
    final List<Device> devices = new ArrayList<>();
    final List<LineDevice> lines = new ArrayList<>();
    final List<SwitchDevice> switches = new ArrayList<>();
    final Stimulus[] stimuli;
    final int[] plus;
    final int[] minus;
    final int[] partner;
    final String[] extraNames;

    final double[] diagonalStorage;
    private final int[] storedRows;
    private final int[] storedColumns;
    private final double[] stored;

    Equations(Netlist netlist) {
        this.netlist = netlist;
        EquationBuilder b = new EquationBuilder(netlist);
        nodes = b.nodes;
        size = b.size;
        branches = b.branches;
        capacitorCurrents = b.capacitorCurrents;
        extraNames = b.extraNames.toArray(new String[0]);
        SparsePattern.Compressed compressed = b.entries.compress();
        pattern = compressed.pattern();
        int[] slots = compressed.slots();
        steadyG = new double[pattern.entries() + 1];
        movingG = new double[pattern.entries() + 1];
        storage = new double[pattern.entries() + 1];
        for (int t = 0; t < slots.length; t++) {
            steadyG[slots[t]] += b.steady[t];
            movingG[slots[t]] += b.moving[t];
            storage[slots[t]] += b.storage[t];
        }
        nodeDiagonal = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            nodeDiagonal[i] = slots[b.diagonalTickets[i]];
        }
        b.deviceMakers.forEach(maker -> devices.add(maker.apply(slots)));
        lines.addAll(b.lines);
        b.switchMakers.forEach(maker -> switches.add(maker.apply(slots)));
        stimuli = b.stimuli.toArray(new Stimulus[0]);
        plus = b.plus.stream().mapToInt(Integer::intValue).toArray();
        minus = b.minus.stream().mapToInt(Integer::intValue).toArray();
        partner = b.partners();
        diagonalStorage = new double[size];
        int others = 0;
        for (int j = 0; j < size; j++) {
            for (int p = pattern.starts()[j]; p < pattern.starts()[j + 1]; p++) {
                if (pattern.rows()[p] == j) {
                    diagonalStorage[j] = storage[p];
                } else if (storage[p] != 0) {
                    others++;
                }
            }
        }
        storedRows = new int[others];
        storedColumns = new int[others];
        stored = new double[others];
        int put = 0;
        for (int j = 0; j < size; j++) {
            for (int p = pattern.starts()[j]; p < pattern.starts()[j + 1]; p++) {
                if (pattern.rows()[p] != j && storage[p] != 0) {
                    storedRows[put] = pattern.rows()[p];
                    storedColumns[put] = j;
                    stored[put++] = storage[p];
                }
            }
        }
    }

    boolean linear() {
        return devices.isEmpty();
    }

    /** Whether something in the circuit can ring: an inductor or a line. */
    boolean remembers() {
        return !lines.isEmpty() || inductive();
    }

    boolean inductive() {
        return netlist.elements().stream().anyMatch(Element.Inductor.class::isInstance);
    }

    /** y = C x. */
    void charges(double[] x, double[] y) {
        for (int i = 0; i < size; i++) {
            y[i] = diagonalStorage[i] * x[i];
        }
        for (int k = 0; k < stored.length; k++) {
            y[storedRows[k]] += stored[k] * x[storedColumns[k]];
        }
    }

    /** Adds the sources at a time, times {@code share}. */
    void addSources(double t, double share, double[] right) {
        for (int k = 0; k < stimuli.length; k++) {
            double value = share * stimuli[k].at(t);
            right[plus[k]] += value;
            right[minus[k]] -= value;
        }
    }

    /** How far the farthest source of voltage goes up to a time. */
    double sourceVolts(double end) {
        double most = 0;
        for (int k = 0; k < stimuli.length; k++) {
            if (plus[k] >= nodes && plus[k] < size) {
                most = Math.max(most, stimuli[k].swing(end));
            }
        }
        return most;
    }

    /** What an unknown is called in messages. */
    String name(int unknown) {
        if (unknown < nodes) {
            return unknown < netlist.nodes().size() - 1
                    ? "node '" + netlist.nodes().get(unknown + 1) + "'"
                    : "node '" + extraNames[unknown - netlist.nodes().size() + 1] + "'";
        }
        for (Map.Entry<String, Integer> branch : branches.entrySet()) {
            if (branch.getValue() == unknown) {
                return "the current of '" + branch.getKey() + "'";
            }
        }
        return "an internal current";
    }

    /** First line of the deck that touches the unknown. */
    int line(int unknown) {
        Map<String, Element> byName = new HashMap<>();
        for (Element element : netlist.elements()) {
            if (unknown < nodes && Arrays.stream(Topology.nodesOf(element)).anyMatch(n -> n - 1 == unknown)) {
                return element.line();
            }
            byName.putIfAbsent(element.name(), element);
        }
        for (Map.Entry<String, Integer> branch : branches.entrySet()) {
            Element element = byName.get(branch.getKey());
            if (branch.getValue() == unknown && element != null) {
                return element.line();
            }
        }
        return netlist.elements().get(0).line();
    }

    DeckException refused(int unknown, String why) {
        return new DeckException(netlist.file(), line(unknown), name(unknown) + " " + why);
    }
}
