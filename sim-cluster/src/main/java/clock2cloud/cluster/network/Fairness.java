package clock2cloud.cluster.network;

/** The weights of flows on a link that they share. */
public enum Fairness {
    /** A flow's weight is one over its route's latency, as TCP and SimGrid share (one when the latency is zero). */
    LATENCY,
    /** All flows weigh the same. */
    EQUAL
}
