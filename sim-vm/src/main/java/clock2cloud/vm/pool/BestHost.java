package clock2cloud.vm.pool;

/**
 * The search of a {@link FreeTree} for the host with the highest score, branch and bound: a subtree is left out when nothing
 * fits in it or when what is free there, at its best, cannot beat what was found. The last few levels are read through.
 */
final class BestHost {
    private static final int READ_THROUGH = 32;

    private final FreeTree tree;
    private final ScoredFit fit;
    private final long cores;
    private final long ram;
    private final long disk;
    private final double[] demand = new double[FreeTree.DIMENSIONS];
    private double best = Double.NEGATIVE_INFINITY;
    private int host = -1;

    BestHost(FreeTree tree, Bundle bundle, ScoredFit fit) {
        this.tree = tree;
        this.fit = fit;
        cores = bundle.microCores();
        ram = bundle.wholeRamBytes();
        disk = bundle.wholeDiskBytes();
        demand[0] = cores / tree.largest(0);
        demand[1] = ram / tree.largest(1);
        demand[2] = disk / tree.largest(2);
    }

    /** The first of the best; −1 if the demand fits nowhere. */
    int host() {
        into(FreeTree.ROOT, 0, tree.leaves(), boundIfAnyFits(FreeTree.ROOT));
        return host;
    }

    /** The best score that any host below can have. */
    private double bound(int node) {
        return fit.score(
                extreme(node, 0, cores), extreme(node, 1, ram), extreme(node, 2, disk), demand, tree.anyInUse(node));
    }

    private double extreme(int node, int d, long asked) {
        return Math.max(asked, tree.extreme(node, d, fit.prefersFull())) / tree.largest(d);
    }

    private double boundIfAnyFits(int node) {
        return tree.mayFit(node, cores, ram, disk) ? bound(node) : Double.NaN;
    }

    /** Whether nothing below can beat what was found. */
    private boolean hopeless(int low, double bound) {
        return bound < best || (bound == best && low > host);
    }

    /** Each node's bound is worked out once, by its parent; NaN where nothing fits. */
    private void into(int node, int low, int width, double bound) {
        if (Double.isNaN(bound) || hopeless(low, bound)) {
            return;
        }
        if (width <= READ_THROUGH) {
            readThrough(low, Math.min(tree.hosts(), low + width));
            return;
        }
        int half = width >> 1;
        double left = boundIfAnyFits(2 * node);
        double right = boundIfAnyFits(2 * node + 1);
        if (right > left || Double.isNaN(left)) {
            into(2 * node + 1, low + half, half, right);
            into(2 * node, low, half, left);
        } else {
            into(2 * node, low, half, left);
            into(2 * node + 1, low + half, half, right);
        }
    }

    private void readThrough(int from, int to) {
        int leaf = tree.leaves() + from;
        for (int at = from; at < to; at++, leaf++) {
            if (tree.mayFit(leaf, cores, ram, disk)) {
                double score = fit.score(
                        tree.unitsFree(at, 0),
                        tree.unitsFree(at, 1),
                        tree.unitsFree(at, 2),
                        demand,
                        tree.anyInUse(leaf));
                if (score > best || (score == best && at < host)) {
                    best = score;
                    host = at;
                }
            }
        }
    }
}
