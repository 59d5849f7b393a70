package clock2cloud.nn.layer;

/** What the step at hand is, and which worker's: shared by all layers, written between steps only. */
public final class StepState {
    private final int worker;
    private int rows;
    private long step;
    private float rate;
    private boolean training;

    /** Of the only worker. */
    public StepState() {
        this(0);
    }

    public StepState(int worker) {
        this.worker = worker;
    }

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

    int worker() {
        return worker;
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
