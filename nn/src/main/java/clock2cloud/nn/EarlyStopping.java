package clock2cloud.nn;

/** Stops when the test loss has not fallen for {@code patience} epochs; Prechelt (1998), rule UP. */
public final class EarlyStopping {
    private final int patience;
    private double best = Double.POSITIVE_INFINITY;
    private int since;

    public EarlyStopping(int patience) {
        if (patience < 1) {
            throw new IllegalArgumentException("patience " + patience + " must be 1 epoch or more");
        }
        this.patience = patience;
    }

    /** Takes note of an epoch's test loss; true if it was the last to be trained. */
    public boolean stopsAfter(double testLoss) {
        if (testLoss < best) {
            best = testLoss;
            since = 0;
        } else {
            since++;
        }
        return since >= patience;
    }
}
