package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Panels;

/** How deep a product is cut, so that a panel's block stays in the first-level cache; part of the order of sums. */
final class Blocks {
    /** Inputs that a forward product or an input gradient sums at once. */
    static final int DEPTH = 8 * Panels.WIDTH;

    /** Rows of a batch that a weight gradient sums at once. */
    static final int BATCH = 128;

    private Blocks() {}
}
