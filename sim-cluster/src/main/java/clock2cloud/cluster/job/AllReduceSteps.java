package clock2cloud.cluster.job;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps of all-reduce algorithms for every rank (Thakur, Rabenseifner and Gropp, <i>Optimization of collective
 * communication operations in MPICH</i>, 2005). Where a power of two is needed, the ranks too many hand their numbers to a
 * neighbour first and get the result last.
 */
final class AllReduceSteps {
    private final int ranks;
    private final double bytes;
    private final List<List<Step>> steps = new ArrayList<>();

    AllReduceSteps(int ranks, double bytes) {
        this.ranks = ranks;
        this.bytes = bytes;
        for (int rank = 0; rank < ranks; rank++) {
            steps.add(new ArrayList<>());
        }
    }

    List<List<Step>> of(AllReduceRun.Algorithm algorithm, int groupSize) {
        switch (algorithm) {
            case RING -> ring(0, 1, ranks);
            case TREE -> {
                reduce(0, 1, ranks);
                broadcast(0, 1, ranks);
            }
            case RECURSIVE_DOUBLING -> powerOfTwo(this::doubling);
            case RABENSEIFNER -> powerOfTwo(this::halvingAndDoubling);
            case HIERARCHICAL -> hierarchical(groupSize);
        }
        return steps;
    }

    void compute(double flops) {
        steps.forEach(program -> program.add(Step.compute(flops)));
    }

    /** 2(p − 1) steps of n/p around the ranks first, first + stride, … */
    private void ring(int first, int stride, int count) {
        for (int step = 0; step < 2 * (count - 1); step++) {
            double reduced = step < count - 1 ? bytes / count : 0;
            for (int i = 0; i < count; i++) {
                int next = first + (i + 1) % count * stride;
                int before = first + (i + count - 1) % count * stride;
                steps.get(first + i * stride).add(Step.exchange(next, bytes / count, before, reduced));
            }
        }
    }

    /** A binomial tree towards the first rank. */
    private void reduce(int first, int stride, int count) {
        for (int distance = 1; distance < count; distance *= 2) {
            for (int i = 0; i + distance < count; i += 2 * distance) {
                int parent = first + i * stride;
                int child = first + (i + distance) * stride;
                steps.get(child).add(Step.send(parent, bytes));
                steps.get(parent).add(Step.receive(child, bytes));
            }
        }
    }

    /** A binomial tree away from the first rank. */
    private void broadcast(int first, int stride, int count) {
        for (int distance = Integer.highestOneBit(Math.max(1, count - 1)); distance >= 1; distance /= 2) {
            for (int i = 0; i + distance < count; i += 2 * distance) {
                int parent = first + i * stride;
                int child = first + (i + distance) * stride;
                steps.get(parent).add(Step.send(child, bytes));
                steps.get(child).add(Step.receive(parent, 0));
            }
        }
    }

    private interface Core {
        /** Adds the steps of the ranks that take part, in their order. */
        void add(int[] members);
    }

    private void powerOfTwo(Core core) {
        int power = Integer.highestOneBit(ranks);
        int surplus = ranks - power;
        int[] members = new int[power];
        for (int i = 0; i < power; i++) {
            members[i] = i < surplus ? 2 * i + 1 : i + surplus;
        }
        for (int i = 0; i < surplus; i++) {
            steps.get(2 * i).add(Step.send(2 * i + 1, bytes));
            steps.get(2 * i + 1).add(Step.receive(2 * i, bytes));
        }
        core.add(members);
        for (int i = 0; i < surplus; i++) {
            steps.get(2 * i + 1).add(Step.send(2 * i, bytes));
            steps.get(2 * i).add(Step.receive(2 * i + 1, 0));
        }
    }

    private void doubling(int[] members) {
        for (int distance = 1; distance < members.length; distance *= 2) {
            exchange(members, distance, bytes, bytes);
        }
    }

    /** Reduce-scatter by halving, all-gather by doubling. */
    private void halvingAndDoubling(int[] members) {
        double part = bytes;
        for (int distance = members.length / 2; distance >= 1; distance /= 2) {
            part /= 2;
            exchange(members, distance, part, part);
        }
        for (int distance = 1; distance < members.length; distance *= 2) {
            exchange(members, distance, part, 0);
            part *= 2;
        }
    }

    private void exchange(int[] members, int distance, double sent, double reduced) {
        for (int i = 0; i < members.length; i++) {
            int partner = members[i ^ distance];
            steps.get(members[i]).add(Step.exchange(partner, sent, partner, reduced));
        }
    }

    /** A tree inside each group, a ring among the first ranks of the groups, a tree back. */
    private void hierarchical(int groupSize) {
        for (int first = 0; first < ranks; first += groupSize) {
            reduce(first, 1, Math.min(groupSize, ranks - first));
        }
        ring(0, groupSize, (ranks + groupSize - 1) / groupSize);
        for (int first = 0; first < ranks; first += groupSize) {
            broadcast(first, 1, Math.min(groupSize, ranks - first));
        }
    }
}
