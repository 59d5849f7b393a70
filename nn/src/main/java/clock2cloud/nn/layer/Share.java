package clock2cloud.nn.layer;

/** Worker {@code worker} of {@code workers}: its part of any count is a run of neighbours, even to one. */
public record Share(int worker, int workers) {
    /** All of the work. */
    public static final Share ALL = new Share(0, 1);

    public Share {
        if (!(worker >= 0 && worker < workers)) {
            throw new IllegalArgumentException("worker " + worker + " must be below " + workers);
        }
    }

    /** The first of mine. */
    public int from(int count) {
        return (int) ((long) count * worker / workers);
    }

    /** The first of the next worker's. */
    public int to(int count) {
        return (int) ((long) count * (worker + 1) / workers);
    }
}
