package clock2cloud.nn.layer;

/** What the step at hand is: shared by all layers, written between steps only. */
public final class StepState {
    private int rows;
    private long step;
    private float rate;
    private boolean training;

    /** A training step of so many rows, the {@code step}-th of the run counted from zero. */
    public void train(int batchRows, long stepOfRun, double learningRate) {
        rows = batchRows;
        step = stepOfRun;
        rate = (float) learningRate;
        training = true;
    }

    /** A forward pass alone. */
    public void infer(int batchRows) {
        rows = batchRows;
        training = false;
    }

    public int rows() {
        return rows;
    }

    public long step() {
        return step;
    }

    public float rate() {
        return rate;
    }

    public boolean training() {
        return training;
    }
}
