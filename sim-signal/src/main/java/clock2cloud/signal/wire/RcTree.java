package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of resistors from a driver, with a capacitor to ground at each node: Elmore's delay, and bounds that cannot fail.
 *
 * <p>Elmore: {@code T_e = sum_k R_ke C_k}, R_ke the resistance that the paths from the root to k and to e share. With
 * {@code T_P = sum_k R_kk C_k} and {@code T_R = sum_k R_ke^2 C_k / R_ee}, the time to reach v lies between
 * {@code max(0, T_e - T_P (1 - v), T_e - T_R + T_R ln(T_R / (T_P (1 - v))))} and
 * {@code min(T_e / (1 - v) - T_R, T_P - T_R + T_P ln(T_e / (T_P (1 - v))))}. Elmore, <i>J. Appl. Phys.</i> 19, 1948;
 * Rubinstein, Penfield and Horowitz, <i>IEEE TCAD</i> 2(3) 1983. Leaves out inductance, loops and drivers that are not
 * resistors.
 */
public final class RcTree {
    private final List<String> names = new ArrayList<>();
    private final List<Double> ohms = new ArrayList<>();
    private final List<Double> farads = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    /** A ladder of n equal sections of {@code ohms} and {@code farads} in all; its nodes are called 1 to n. */
    public static RcTree ladder(int sections, double ohms, double farads) {
        Domain.require(sections >= 1, "ladder: needs at least one section, got %d", sections);
        RcTree tree = new RcTree();
        for (int i = 1; i <= sections; i++) {
            tree.add(String.valueOf(i), i == 1 ? "" : String.valueOf(i - 1), ohms / sections, farads / sections);
        }
        return tree;
    }

    /** Adds node {@code name} behind {@code ohms} from {@code parent}; the driver is called the empty string. */
    public RcTree add(String name, String parent, double branchOhms, double nodeFarads) {
        Domain.require(!name.isEmpty() && !indexes.containsKey(name), "RC tree: node '%s' is there already", name);
        Domain.require(
                parent.isEmpty() || indexes.containsKey(parent),
                "RC tree: node '%s' hangs from '%s', which is not in the tree above it",
                name,
                parent);
        ohms.add(Domain.positive("RC tree", "resistance to node '" + name + "'", branchOhms, "ohm"));
        farads.add(Domain.notNegative("RC tree", "capacitance at node '" + name + "'", nodeFarads, "farad"));
        parents.add(parent.isEmpty() ? -1 : indexOf(parent));
        indexes.put(name, names.size());
        names.add(name);
        return this;
    }

    public List<String> names() {
        return List.copyOf(names);
    }

    int size() {
        return names.size();
    }

    int parent(int node) {
        return parents.get(node);
    }

    double ohms(int node) {
        return ohms.get(node);
    }

    double farads(int node) {
        return farads.get(node);
    }

    int indexOf(String name) {
        Integer index = indexes.get(name);
        Domain.require(index != null, "RC tree: there is no node '%s'; its nodes are %s", name, names);
        return index == null ? -1 : index;
    }

    /** Elmore's delay to {@code name}, in one pass over the tree. */
    public double elmoreSeconds(String name) {
        return moments(name).elmore();
    }

    /** The time to {@code fraction} of the swing cannot be under this. */
    public double leastSeconds(String name, double fraction) {
        Moments m = moments(name);
        double left = 1 - Domain.fraction("RC tree", "fraction", fraction);
        double late = m.shared() / (m.total() * left);
        return Math.max(
                Math.max(0, m.elmore() - m.total() * left),
                late >= 1 ? m.elmore() - m.shared() + m.shared() * Math.log(late) : 0);
    }

    /** The time to {@code fraction} of the swing cannot be over this. */
    public double mostSeconds(String name, double fraction) {
        Moments m = moments(name);
        double left = 1 - Domain.fraction("RC tree", "fraction", fraction);
        double late = m.elmore() / (m.total() * left);
        double early = m.elmore() / left - m.shared();
        return late >= 1 ? Math.min(early, m.total() - m.shared() + m.total() * Math.log(late)) : early;
    }

    /** The exact step response at {@code name}. */
    public StepResponse response(String name) {
        return RcTreeResponse.of(this, indexOf(name));
    }

    /** T_e, T_P and T_R of Rubinstein, Penfield and Horowitz. */
    private record Moments(double elmore, double total, double shared) {}

    private Moments moments(String name) {
        int target = indexOf(name);
        double[] fromRoot = new double[size()];
        double[] common = new double[size()];
        boolean[] onPath = new boolean[size()];
        for (int i = target; i >= 0; i = parent(i)) {
            onPath[i] = true;
        }
        double elmore = 0;
        double total = 0;
        double square = 0;
        for (int i = 0; i < size(); i++) {
            int up = parent(i);
            fromRoot[i] = ohms(i) + (up < 0 ? 0 : fromRoot[up]);
            common[i] = onPath[i] ? fromRoot[i] : up < 0 ? 0 : common[up];
            elmore += common[i] * farads(i);
            total += fromRoot[i] * farads(i);
            square += common[i] * common[i] * farads(i);
        }
        Domain.require(elmore > 0, "RC tree: no capacitance on the way to node '%s'", name);
        return new Moments(elmore, total, square / fromRoot[target]);
    }
}
