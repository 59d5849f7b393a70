package clock2cloud.nn;

/** The loss was no number any more: the rate is too high for this net, or the data are not scaled. */
public final class TrainingDiverged extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long step;

    TrainingDiverged(int epoch, long step) {
        super("the loss is not a number at step " + step + " (epoch " + epoch + "): lower the learning rate");
        this.step = step;
    }

    /** Counted from 1 over the whole run. */
    public long step() {
        return step;
    }
}
