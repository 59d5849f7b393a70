package clock2cloud.vm.pool;

import static clock2cloud.vm.Domain.fraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moving machines between the hosts of a pool: together, to empty hosts, or apart, to level them. Each move is a
 * migration; what it sends is the machine's memory.
 */
public final class Rebalance {
    private Rebalance() {}

    /** One migration. */
    public record Move(int slot, int from, int to, double ramBytes) {}

    /**
     * Consolidation: the emptiest host is emptied onto the fullest others in which its machines fit (best fit, largest
     * first); if they do not all fit it is left alone.
     */
    public static List<Move> consolidate(HostPool pool) {
        List<Move> moves = new ArrayList<>();
        int[] byLoad = IntStream.range(0, pool.hosts())
                .filter(h -> pool.machinesOn(h).length > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(h -> load(pool, h)))
                .mapToInt(h -> h)
                .toArray();
        for (int host : byLoad) {
            moves.addAll(empty(pool, host));
        }
        return moves;
    }

    private static List<Move> empty(HostPool pool, int host) {
        List<Move> moves = new ArrayList<>();
        List<Integer> slots = Arrays.stream(pool.machinesOn(host))
                .boxed()
                .sorted(Comparator.comparingDouble(s -> -pool.size(s).cores()))
                .toList();
        ScoredFit fullestInUse = ScoredFit.bestFitInUse();
        for (int slot : slots) {
            Bundle size = pool.size(slot);
            FreeTree tree = pool.tree();
            long[] own = {tree.free(host, 0), tree.free(host, 1), tree.free(host, 2)};
            tree.close(host);
            int to = tree.best(size, fullestInUse);
            tree.set(host, own[0], own[1], own[2], true);
            if (to < 0 || pool.machinesOn(to).length == 0) {
                moves.forEach(m -> pool.move(m.slot(), m.from()));
                return List.of();
            }
            pool.move(slot, to);
            moves.add(new Move(slot, host, to, size.ramBytes()));
        }
        return moves;
    }

    /**
     * Load balance: while the most and the least loaded hosts differ by more than {@code spreadFraction} in cores held,
     * the machine that halves the gap best moves from one to the other.
     */
    public static List<Move> level(HostPool pool, double spreadFraction) {
        fraction(spreadFraction, "load balance: spread");
        List<Move> moves = new ArrayList<>();
        while (moves.size() < 10 * pool.hosts() + 10 * pool.liveMachines()) {
            int[] working = IntStream.range(0, pool.hosts())
                    .filter(h -> !pool.broken(h))
                    .toArray();
            int from = extreme(pool, working, 1);
            int to = extreme(pool, working, -1);
            double gap = load(pool, from) - load(pool, to);
            int slot = gap <= spreadFraction ? -1 : closest(pool, from, to, gap);
            if (slot < 0) {
                return moves;
            }
            moves.add(new Move(slot, from, to, pool.size(slot).ramBytes()));
            pool.move(slot, to);
        }
        return moves;
    }

    private static int extreme(HostPool pool, int[] hosts, int sign) {
        return Arrays.stream(hosts)
                .boxed()
                .max(Comparator.comparingDouble(h -> sign * load(pool, h)))
                .orElse(0);
    }

    /**
     * The machine whose move leaves the smallest gap, smaller than now, with both hosts between where they stand: in a
     * pool of mixed sizes a machine may be a large part of one host and a small part of the other.
     */
    private static int closest(HostPool pool, int from, int to, double gap) {
        int best = -1;
        double least = gap * (1 - 1e-9);
        for (int slot : pool.machinesOn(from)) {
            Bundle size = pool.size(slot);
            double leaves = size.cores() / pool.sellable(from).cores();
            double arrives = size.cores() / pool.sellable(to).cores();
            double left = Math.abs(gap - leaves - arrives);
            if (Math.max(leaves, arrives) <= gap && left < least && pool.tree().fits(to, size)) {
                least = left;
                best = slot;
            }
        }
        return best;
    }

    /** Part of a host's cores that is held. */
    public static double load(HostPool pool, int host) {
        double all = pool.sellable(host).cores();
        return all == 0 ? 0 : 1 - pool.free(host).cores() / all;
    }
}
