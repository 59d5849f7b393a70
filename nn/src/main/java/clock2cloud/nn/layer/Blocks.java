package clock2cloud.nn.layer;

/** How a product is cut, so that its operands stay in the caches. */
final class Blocks {
    /**
     * Inputs that a forward product or an input gradient sums at once: 32 KiB of a panel, in the first-level cache. Part of the order
     * of sums.
     */
    static final int DEPTH = 256;

    /** Rows of a batch that a weight gradient sums at once. Part of the order of sums. */
    static final int BATCH = 256;

    /** Rows of the left operand that meet a panel while it is in the first-level cache: 128 KiB, in the second-level one. */
    static final int ROWS = 128;

    /** Panels of inputs that meet a panel of slopes. */
    static final int INPUTS = 8;

    private Blocks() {}
}
