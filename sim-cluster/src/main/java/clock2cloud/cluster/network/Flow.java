package clock2cloud.cluster.network;

import clock2cloud.cluster.event.Event;

/** Bytes on their way over a route. */
public final class Flow extends Event {
    /** Hears how a flow ended. */
    public interface Receiver {
        /** The flow has arrived, or was cut on its way. */
        void ended(Flow flow, boolean arrived);
    }

    private final FluidNetwork network;
    private final Receiver receiver;
    final Path path;
    final double bytes;
    final int[] slots;

    double level = Double.POSITIVE_INFINITY;
    double rate;
    double remaining;
    double updatedSeconds;
    double finishSeconds;
    boolean flowing;
    boolean changed;
    /** Place in the network's list of flows. */
    int place;

    Flow(FluidNetwork network, Path path, double bytes, Receiver receiver) {
        this.network = network;
        this.path = path;
        this.bytes = bytes;
        this.receiver = receiver;
        this.slots = new int[path.channels.length];
        this.remaining = bytes;
    }

    public double bytes() {
        return bytes;
    }

    public Route route() {
        return path.route;
    }

    /** Its rate at this moment. */
    public double bytesPerSecond() {
        return flowing ? rate : 0;
    }

    @Override
    protected void happen() {
        network.latencyPaid(this);
    }

    void end(boolean arrived) {
        receiver.ended(this, arrived);
    }

    /** The least level among the channels and the bound. */
    double leastLevel() {
        double least = path.boundLevel;
        for (Channel channel : path.channels) {
            least = Math.min(least, channel.level);
        }
        return least;
    }

    /** The least level among the bound and the channels other than one or two. */
    double leastLevelBesides(int hop, int otherHop) {
        double least = path.boundLevel;
        Channel[] channels = path.channels;
        for (int at = 0; at < channels.length; at++) {
            if (at != hop && at != otherHop) {
                least = Math.min(least, channels[at].level);
            }
        }
        return least;
    }
}
