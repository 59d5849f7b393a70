package clock2cloud.nn;

/** In which order an epoch takes the rows of a data set: by the seed and the number of the epoch alone. Keeps one array for all epochs. */
final class RowOrder {
    private final long seed;
    private int[] rows = {};

    RowOrder(long seed) {
        this.seed = seed;
    }

    /** The order last made. */
    int[] rows() {
        return rows;
    }

    /** Fisher and Yates, inside out. */
    int[] shuffled(int count, int epoch) {
        if (rows.length != count) {
            rows = new int[count];
        }
        SplitMix dice = new SplitMix(~seed, epoch);
        for (int i = 0; i < count; i++) {
            int j = (int) (((dice.nextLong() >>> 32) * (i + 1)) >>> 32);
            rows[i] = rows[j];
            rows[j] = i;
        }
        return rows;
    }

    static int[] inTurn(int count) {
        int[] inTurn = new int[count];
        for (int i = 0; i < count; i++) {
            inTurn[i] = i;
        }
        return inTurn;
    }
}
