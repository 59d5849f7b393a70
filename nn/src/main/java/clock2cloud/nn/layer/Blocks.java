package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Panels;

/** How a product is cut, so that its operands stay in the caches. */
final class Blocks {
    private static final int DEPTH = 512;

    /** Rows of a batch that a weight gradient sums at once. Part of the order of sums. */
    static final int BATCH = 512;

    /** Rows of the left operand that meet a panel: with the depth 576 KiB, in the second-level cache; whole panels. */
    static final int ROWS = 288;

    /** Panels of inputs that meet a panel of slopes. */
    static final int INPUTS = 8;

    /**
     * Inputs that a forward product or an input gradient sums at once, of so many in all: at most 512, in parts as even as whole panels
     * allow, since each part fetches and stores the result once. Part of the order of sums.
     */
    static int depth(int inputs) {
        int parts = (inputs + DEPTH - 1) / DEPTH;
        int panels = Panels.panelsOf(inputs);
        return (panels + parts - 1) / parts * Panels.WIDTH;
    }

    private Blocks() {}
}
