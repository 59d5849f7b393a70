package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weighted max-min fair shares, kept up to date as flows come and go.
 *
 * <p>Every full link has a level λ, every flow the rate w · min(its bound / w, λ of its links), and a link's level is the
 * least one at which its flows use all of its capacity: Σ a w min(λ of the flow elsewhere, λ) = C. These equations have
 * one solution, the max-min fair one (Bertsekas and Gallager 1992, 6.5.2). A link's level depends only on lower levels,
 * so that a change is carried through upwards from the lowest link that it touches, in the manner of Ramalingam and
 * Reps, <i>An incremental algorithm for a generalization of the shortest-path problem</i> (1996): only links whose
 * level really changes are visited. When that costs more than filling all links anew, all links are filled anew.
 */
final class MaxMinSolver {
    /** Levels closer than this are the same; far above rounding, far below any tolerance. */
    private static final double SAME = 1e-14;

    /** Work of a repair, in visited uses of links, that is worth one filling. */
    private static final int REPAIR_BUDGET = 6;

    private final List<Flow> flows;
    private final List<Flow> changed = new ArrayList<>();
    private final LevelQueue<Channel> queue = new LevelQueue<>();
    private final List<Channel> touched = new ArrayList<>();
    private final WaterFilling filling = new WaterFilling();
    private double[] elsewhere = new double[16];
    private double[] uses = new double[16];
    private long hopsInUse;
    private long work;
    private long solves;
    private long fillings;

    /** @param flows the flows that share the network now, kept by the caller */
    MaxMinSolver(List<Flow> flows) {
        this.flows = flows;
    }

    void add(Flow flow) {
        Channel[] channels = flow.path.channels;
        for (int hop = 0; hop < channels.length; hop++) {
            channels[hop].add(flow, hop);
            touch(channels[hop]);
        }
        hopsInUse += channels.length;
        flow.level = Double.NaN;
        change(flow);
    }

    /**
     * Takes in a flow that shares no link with any other, whose level is then known at once: its own bound, or the least level
     * of its links, which alone are full. False, and nothing done, when it does share.
     */
    boolean addAlone(Flow flow) {
        Channel[] channels = flow.path.channels;
        double least = flow.path.boundLevel;
        for (int hop = 0; hop < channels.length; hop++) {
            if (channels[hop].size > 0 || channels[hop].marked) {
                return false;
            }
            least = Math.min(least, channels[hop].capacity / flow.path.use(hop));
        }
        for (int hop = 0; hop < channels.length; hop++) {
            Channel channel = channels[hop];
            channel.add(flow, hop);
            double full = channel.capacity / flow.path.use(hop);
            setAlone(channel, full <= least && full <= flow.path.boundLevel ? full : Double.POSITIVE_INFINITY);
        }
        hopsInUse += channels.length;
        flow.level = least;
        return true;
    }

    /** Takes off a flow that shares no link with any other; false, and nothing done, when it does. */
    boolean removeAlone(Flow flow) {
        Channel[] channels = flow.path.channels;
        for (Channel channel : channels) {
            if (channel.size > 1 || channel.marked) {
                return false;
            }
        }
        for (int hop = 0; hop < channels.length; hop++) {
            channels[hop].remove(flow, hop);
            setAlone(channels[hop], Double.POSITIVE_INFINITY);
        }
        hopsInUse -= channels.length;
        return true;
    }

    private static void setAlone(Channel channel, double level) {
        channel.level = level;
        channel.target = level;
        channel.key = Double.NaN;
    }

    void remove(Flow flow) {
        Channel[] channels = flow.path.channels;
        for (int hop = 0; hop < channels.length; hop++) {
            channels[hop].remove(flow, hop);
            touch(channels[hop]);
        }
        hopsInUse -= channels.length;
    }

    /** Brings all levels up to date; returns the flows whose level changed, to be cleared by the caller. */
    List<Flow> solve() {
        solves++;
        if (!repair()) {
            fillings++;
            forget();
            filling.fill(flows, this::change);
        }
        for (Flow flow : changed) {
            flow.changed = false;
            flow.level = flow.leastLevel();
        }
        return changed;
    }

    long solves() {
        return solves;
    }

    long fillings() {
        return fillings;
    }

    private void touch(Channel channel) {
        if (!channel.marked) {
            channel.marked = true;
            touched.add(channel);
        }
    }

    private void change(Flow flow) {
        if (!flow.changed) {
            flow.changed = true;
            changed.add(flow);
        }
    }

    private void forget() {
        queue.clear();
        for (Channel channel : touched) {
            channel.marked = false;
            if (channel.size == 0) {
                channel.level = Double.POSITIVE_INFINITY;
                channel.target = Double.POSITIVE_INFINITY;
            }
        }
        touched.clear();
    }

    /** False when it gave up because filling is cheaper. */
    private boolean repair() {
        work = 0;
        long budget = 64 + REPAIR_BUDGET * hopsInUse;
        refreshTouched();
        while (!queue.isEmpty()) {
            double key = queue.firstLevel();
            Channel channel = queue.removeFirst();
            if (channel.key != key) {
                continue;
            }
            channel.key = Double.NaN;
            double raised = channel.target <= channel.level ? channel.target : Double.POSITIVE_INFINITY;
            setLevel(channel, raised);
            if (channel.target < raised) {
                enqueue(channel, channel.target);
            }
            refreshTouched();
            if (work > budget) {
                return false;
            }
        }
        return true;
    }

    private void enqueue(Channel channel, double key) {
        channel.key = key;
        queue.add(channel, key);
    }

    private void refreshTouched() {
        for (int i = 0; i < touched.size(); i++) {
            Channel channel = touched.get(i);
            channel.marked = false;
            channel.target = target(channel);
            work += channel.size;
            if (same(channel.target, channel.level)) {
                channel.key = Double.NaN;
            } else {
                double key = Math.min(channel.target, channel.level);
                if (channel.key != key) {
                    enqueue(channel, key);
                }
            }
        }
        touched.clear();
    }

    private static boolean same(double target, double level) {
        return target == level || Math.abs(target - level) <= SAME * Math.min(target, level);
    }

    private void setLevel(Channel channel, double level) {
        double lower = Math.min(level, channel.level);
        channel.level = level;
        work += channel.size;
        for (int slot = 0; slot < channel.size; slot++) {
            Flow flow = channel.flows[slot];
            int hop = channel.hops[slot];
            if (flow.leastLevelBesides(hop, hop) > lower) {
                change(flow);
            }
            touchOthers(flow, hop, lower);
        }
    }

    /** Marks the other links of a flow whose level elsewhere was or is the given one, if that is low enough for them. */
    private void touchOthers(Flow flow, int hop, double lower) {
        Channel[] channels = flow.path.channels;
        work += channels.length;
        for (int at = 0; at < channels.length; at++) {
            Channel other = channels[at];
            if (at != hop && lower < Math.max(other.target, other.level) && lower < flow.leastLevelBesides(hop, at)) {
                touch(other);
            }
        }
    }

    /** The least level at which the channel's flows use all of its capacity, infinite when they cannot. */
    private double target(Channel channel) {
        int open = channel.size;
        reserve(open);
        double demand = 0;
        for (int slot = 0; slot < open; slot++) {
            elsewhere[slot] = channel.flows[slot].leastLevelBesides(channel.hops[slot], channel.hops[slot]);
            uses[slot] = channel.use(slot);
            demand += uses[slot];
        }
        double rest = channel.capacity;
        while (open > 0) {
            double level = rest / demand;
            int kept = 0;
            demand = 0;
            for (int i = 0; i < open; i++) {
                if (elsewhere[i] < level) {
                    rest -= uses[i] * elsewhere[i];
                } else {
                    elsewhere[kept] = elsewhere[i];
                    uses[kept] = uses[i];
                    demand += uses[kept++];
                }
            }
            if (kept == open) {
                return level;
            }
            open = kept;
        }
        return Double.POSITIVE_INFINITY;
    }

    private void reserve(int size) {
        if (elsewhere.length < size) {
            elsewhere = Arrays.copyOf(elsewhere, 2 * size);
            uses = Arrays.copyOf(uses, 2 * size);
        }
    }
}
