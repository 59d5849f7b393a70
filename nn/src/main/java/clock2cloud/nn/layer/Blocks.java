package clock2cloud.nn.layer;

/** How deep a product is cut, so that a panel's block stays in the first-level cache; part of the order of sums. */
final class Blocks {
    /** Inputs that a forward product or an input gradient sums at once. */
    static final int DEPTH = 256;

    /** Rows of a batch that a weight gradient sums at once. */
    static final int BATCH = 128;

    private Blocks() {}
}
