package clock2cloud.vm.pool;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Hosts in classes: all that have the same free and are alike in use or empty score alike. Where machines come in a few sizes
 * there are a few dozen classes among any number of hosts, and a look at each of them finds the best; where there are more, they
 * are given up for good.
 */
final class FreeClasses {
    private static final int MOST = 256;
    private static final int D = FreeTree.DIMENSIONS;
    private static final int NONE = -1;

    private record Key(long cores, long ram, long disk, boolean inUse) {}

    private final FreeTree tree;
    private final int[] classOf;
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final Key[] keys = new Key[MOST];
    private final double[] units = new double[MOST * D];
    private final BitSet[] members = new BitSet[MOST];
    private final int[] counts = new int[MOST];
    private final int[] firsts = new int[MOST];
    private int size;
    private boolean givenUp;

    FreeClasses(FreeTree tree) {
        this.tree = tree;
        classOf = new int[tree.hosts()];
        Arrays.fill(classOf, NONE);
    }

    boolean givenUp() {
        return givenUp;
    }

    /** The host has so much free now. */
    void put(int host, long cores, long ram, long disk, boolean inUse) {
        if (givenUp) {
            return;
        }
        remove(host);
        int number = number(new Key(cores, ram, disk, inUse));
        if (number == NONE) {
            giveUp();
            return;
        }
        classOf[host] = number;
        members[number].set(host);
        firsts[number] = counts[number] == 0 ? host : Math.min(host, firsts[number]);
        counts[number]++;
    }

    /** The host takes nothing. */
    void remove(int host) {
        if (givenUp || classOf[host] == NONE) {
            return;
        }
        int number = classOf[host];
        classOf[host] = NONE;
        members[number].clear(host);
        counts[number]--;
    }

    private void giveUp() {
        givenUp = true;
        numbers.clear();
        Arrays.fill(members, new BitSet());
    }

    private int number(Key key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = size < MOST ? size++ : empty();
        if (number == NONE) {
            return NONE;
        }
        if (counts[number] == 0 && members[number] != null) {
            numbers.remove(keys[number]);
        } else {
            members[number] = new BitSet(tree.hosts());
        }
        keys[number] = key;
        numbers.put(key, number);
        units[number * D] = key.cores() / tree.largest(0);
        units[number * D + 1] = key.ram() / tree.largest(1);
        units[number * D + 2] = key.disk() / tree.largest(2);
        return number;
    }

    private int empty() {
        for (int number = 0; number < MOST; number++) {
            if (counts[number] == 0) {
                return number;
            }
        }
        return NONE;
    }

    /** The first host of those with the highest score; −1 if the demand fits nowhere. */
    int best(Bundle demand, ScoredFit fit) {
        long cores = demand.microCores();
        long ram = demand.wholeRamBytes();
        long disk = demand.wholeDiskBytes();
        double[] asked = {cores / tree.largest(0), ram / tree.largest(1), disk / tree.largest(2)};
        double best = Double.NEGATIVE_INFINITY;
        int host = NONE;
        for (int number = 0; number < size; number++) {
            Key key = keys[number];
            if (counts[number] > 0 && key.cores() >= cores && key.ram() >= ram && key.disk() >= disk) {
                int at = number * D;
                double score = fit.score(units[at], units[at + 1], units[at + 2], asked, key.inUse());
                if (score > best || (score == best && first(number) < host)) {
                    best = score;
                    host = first(number);
                }
            }
        }
        return host;
    }

    private int first(int number) {
        firsts[number] = members[number].nextSetBit(firsts[number]);
        return firsts[number];
    }
}
