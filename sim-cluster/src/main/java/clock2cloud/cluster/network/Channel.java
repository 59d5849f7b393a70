package clock2cloud.cluster.network;

import java.util.Arrays;

/** A shared link as the solver sees it: a capacity, and the flows that use it. */
final class Channel {
    private static final int FIRST_CAPACITY = 4;

    final Link link;
    private final boolean contended;

    /** What its flows share now. */
    double capacity;

    Flow[] flows = new Flow[FIRST_CAPACITY];
    int[] hops = new int[FIRST_CAPACITY];
    int size;

    /** The share of a flow of weight one when this link is what limits it; infinite when the link is not full. */
    double level = Double.POSITIVE_INFINITY;

    /** What the level would have to be, given all other channels as they stand. */
    double target = Double.POSITIVE_INFINITY;

    /** Key of the valid entry in the solver's queue. */
    double key = Double.NaN;

    boolean marked;
    double rest;
    int open;
    double demand;
    double carriedBytes;

    Channel(Link link) {
        this.link = link;
        this.contended = link.contention().isPresent();
        this.capacity = link.bytesPerSecond(1);
    }

    void add(Flow flow, int hop) {
        if (size == flows.length) {
            flows = Arrays.copyOf(flows, 2 * size);
            hops = Arrays.copyOf(hops, 2 * size);
        }
        flows[size] = flow;
        hops[size] = hop;
        flow.slots[hop] = size++;
        if (contended) {
            contend();
        }
    }

    void remove(Flow flow, int hop) {
        int slot = flow.slots[hop];
        Flow last = flows[--size];
        int lastHop = hops[size];
        flows[slot] = last;
        hops[slot] = lastHop;
        last.slots[lastHop] = slot;
        if (contended) {
            contend();
        }
    }

    /** Flows that only send acknowledgements back over it do not count. */
    private void contend() {
        int users = 0;
        for (int slot = 0; slot < size; slot++) {
            users += flows[slot].path.coefficients[hops[slot]] >= 1 ? 1 : 0;
        }
        capacity = link.bytesPerSecond(Math.max(1, users));
    }

    /** Weight of a flow's use of this channel. */
    double use(int slot) {
        return flows[slot].path.use(hops[slot]);
    }
}
