package clock2cloud.nn;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Where the time of real steps goes, part by part, as the first worker lives through it: a part ends behind the barrier that
 * ends it, so that waiting for the others counts. Off, it costs a comparison a part; on, a look at the clock.
 *
 * <p>Parts of a net of n layers at work, in this order: the gather of the batch; n forward; the cost; n input gradients (nought
 * where there is none); n updates; and the end of the step.
 */
public final class StepWatch {
    private final int layers;
    private final long[] nanos;
    private LongSupplier nanoClock = () -> 0;
    private volatile boolean on;
    private boolean inStep;
    private long last;
    private long steps;

    StepWatch(int layers) {
        this.layers = layers;
        this.nanos = new long[3 * layers + 3];
    }

    /** Forgets what it saw, and looks on from the next step. */
    public void start(LongSupplier clock) {
        nanoClock = clock;
        Arrays.fill(nanos, 0);
        steps = 0;
        on = true;
    }

    /** Looks no more. */
    public void stop() {
        on = false;
    }

    /** Layers at work. */
    public int layers() {
        return layers;
    }

    /** Mean seconds a step of each part. */
    public double[] seconds() {
        return Arrays.stream(nanos)
                .mapToDouble(n -> n / 1e9 / Math.max(1, steps))
                .toArray();
    }

    /** Steps seen. */
    public long steps() {
        return steps;
    }

    void begin(int worker) {
        if (worker == 0 && on) {
            inStep = true;
            last = nanoClock.getAsLong();
        }
    }

    void gathered(int worker) {
        lap(worker, 0);
    }

    void forward(int worker, int layer) {
        lap(worker, 1 + layer);
    }

    void cost(int worker) {
        lap(worker, 1 + layers);
    }

    void inputGradient(int worker, int layer) {
        lap(worker, 2 + layers + layer);
    }

    void updated(int worker, int layer) {
        lap(worker, 2 + 2 * layers + layer);
    }

    void end(int worker) {
        lap(worker, 2 + 3 * layers);
        if (worker == 0 && inStep) {
            inStep = false;
            steps++;
        }
    }

    private void lap(int worker, int part) {
        if (worker == 0 && inStep) {
            long now = nanoClock.getAsLong();
            nanos[part] += now - last;
            last = now;
        }
    }
}
