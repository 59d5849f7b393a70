package clock2cloud.nn.layer;

/**
 * Cuts a grid of panels and groups (of rows, or of inputs) evenly among workers. Each takes a run of cells, which is at most three
 * rectangles: the rest of a line begun by the worker before, whole lines, the beginning of one.
 */
final class Cut {
    private Cut() {}

    /** What is done with a rectangle of the grid; the lasts are excluded. */
    interface Piece {
        void run(StepState state, int firstPanel, int lastPanel, int firstGroup, int lastGroup);
    }

    /**
     * Runs {@code piece} on this worker's cells.
     *
     * @param byGroups whether a worker takes groups with all of their panels, and not panels with all of their groups: where the left
     *     operand is the larger one, its lines stay in the cache of the core that works on them
     */
    static void among(Share share, int panels, int groups, boolean byGroups, StepState state, Piece piece) {
        int across = byGroups ? panels : groups;
        int from = share.from(panels * groups);
        int to = share.to(panels * groups);
        int line = (from + across - 1) / across;
        int end = to / across;
        if (line > end) {
            piece(byGroups, state, piece, end, end + 1, from - end * across, to - end * across);
            return;
        }
        piece(byGroups, state, piece, line - 1, line, across - (line * across - from), across);
        piece(byGroups, state, piece, line, end, 0, across);
        piece(byGroups, state, piece, end, end + 1, 0, to - end * across);
    }

    private static void piece(
            boolean byGroups, StepState state, Piece piece, int firstLine, int lastLine, int first, int last) {
        if (firstLine == lastLine || first == last) {
            return;
        }
        if (byGroups) {
            piece.run(state, first, last, firstLine, lastLine);
        } else {
            piece.run(state, firstLine, lastLine, first, last);
        }
    }
}
