package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;

/** {@code C = start + A B}, cut so that operands stay in the caches. */
final class RowProduct {
    private final Kernels kernels;

    RowProduct(Kernels kernels) {
        this.kernels = kernels;
    }

    /**
     * Rows {@code row} to before {@code row + count} of C, panels {@code first} to before {@code last}.
     *
     * @param start the row that every row begins with, a bias; one panel is enough where all are alike
     */
    void multiply(Panels a, int row, int count, Panels b, int first, int last, Panels start, Panels c) {
        for (int top = 0; top < count; top += Blocks.ROWS) {
            block(a, row + top, Math.min(Blocks.ROWS, count - top), b, first, last, start, c);
        }
    }

    /** A block of A's columns at a time: each adds to what the one before left in C. */
    private void block(Panels a, int row, int count, Panels b, int first, int last, Panels start, Panels c) {
        int depth = Blocks.depth(a.columns());
        for (int k = 0; k < a.columns(); k += depth) {
            for (int p = first; p < last; p++) {
                boolean begins = k == 0;
                kernels.multiplyRows(
                        a.values(),
                        a.at(k / WIDTH, row),
                        a.stride(),
                        b.values(),
                        b.at(p, k),
                        begins ? start.values() : c.values(),
                        begins ? start.at(p % start.panels(), 0) : c.at(p, row),
                        begins ? 0 : WIDTH,
                        c.values(),
                        c.at(p, row),
                        count,
                        c.width(p),
                        Math.min(depth, a.columns() - k));
            }
        }
    }
}
