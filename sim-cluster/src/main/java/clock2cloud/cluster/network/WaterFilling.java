package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Max-min fair levels of all links at once: the level of all flows rises from zero; a flow stops when its bound or a link
 * of its is full (Bertsekas and Gallager 1992, 6.5.2). O((flows × hops) log links).
 */
final class WaterFilling {
    private final LevelQueue<Channel> full = new LevelQueue<>();
    private final LevelQueue<Flow> bounded = new LevelQueue<>();
    private final List<Channel> channels = new ArrayList<>();

    /** @param changed hears of every flow whose level is not what it was */
    void fill(List<Flow> flows, Consumer<Flow> changed) {
        open(flows);
        while (!full.isEmpty() || !bounded.isEmpty()) {
            if (full.isEmpty() || (!bounded.isEmpty() && bounded.firstLevel() <= full.firstLevel())) {
                double level = bounded.firstLevel();
                Flow flow = bounded.removeFirst();
                if (flow.flowing) {
                    stop(flow, level, changed);
                }
                continue;
            }
            Channel channel = full.first();
            if (channel.open == 0) {
                full.removeFirst();
                continue;
            }
            double level = channel.rest / channel.demand;
            if (level > full.firstLevel()) {
                full.raiseFirst(level);
                continue;
            }
            full.removeFirst();
            saturate(channel, changed);
        }
        for (Flow flow : flows) {
            flow.flowing = true;
        }
        channels.clear();
    }

    private void open(List<Flow> flows) {
        for (Flow flow : flows) {
            double[] coefficients = flow.path.coefficients;
            Channel[] path = flow.path.channels;
            for (int hop = 0; hop < path.length; hop++) {
                Channel channel = path[hop];
                if (!channel.marked) {
                    channel.marked = true;
                    channel.rest = channel.capacity;
                    channel.demand = 0;
                    channel.open = channel.size;
                    channel.level = Double.POSITIVE_INFINITY;
                    channel.target = Double.POSITIVE_INFINITY;
                    channel.key = Double.NaN;
                    channels.add(channel);
                }
                channel.demand += coefficients[hop] * flow.path.weight;
            }
            if (mayReachBound(flow)) {
                bounded.add(flow, flow.path.boundLevel);
            }
        }
        for (Channel channel : channels) {
            channel.marked = false;
            full.add(channel, channel.rest / channel.demand);
        }
    }

    /** A bound at the least bandwidth of shared links is met by the link itself. */
    private static boolean mayReachBound(Flow flow) {
        double[] coefficients = flow.path.coefficients;
        Channel[] path = flow.path.channels;
        for (int hop = 0; hop < path.length; hop++) {
            if (path[hop].capacity <= flow.path.bound * coefficients[hop]) {
                return false;
            }
        }
        return true;
    }

    private static void saturate(Channel channel, Consumer<Flow> changed) {
        double level = exactLevel(channel);
        channel.level = level;
        channel.target = level;
        for (int slot = 0; slot < channel.size; slot++) {
            if (channel.flows[slot].flowing) {
                stop(channel.flows[slot], level, changed);
            }
        }
    }

    /** The level once more, without the rounding of many subtractions. */
    private static double exactLevel(Channel channel) {
        double rest = channel.capacity;
        double demand = 0;
        for (int slot = 0; slot < channel.size; slot++) {
            Flow flow = channel.flows[slot];
            double use = channel.use(slot);
            if (flow.flowing) {
                demand += use;
            } else {
                rest -= use * flow.leastLevel();
            }
        }
        return Math.max(rest, 0) / demand;
    }

    private static void stop(Flow flow, double level, Consumer<Flow> changed) {
        flow.flowing = false;
        if (flow.level != level) {
            changed.accept(flow);
        }
        double[] coefficients = flow.path.coefficients;
        Channel[] path = flow.path.channels;
        for (int hop = 0; hop < path.length; hop++) {
            double use = coefficients[hop] * flow.path.weight;
            path[hop].rest -= use * level;
            path[hop].demand -= use;
            path[hop].open--;
        }
    }
}
