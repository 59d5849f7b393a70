package clock2cloud.app.cluster;

import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.layer.Parameter;
import java.util.stream.IntStream;

/** One worker's copy of the net: the gradient of its share of a batch, and the step that all take together. */
final class Replica implements AutoCloseable {
    private final Trainer trainer;
    private final DataSet data;
    private final DataSet oneRow;
    private final int batch;
    private final int workers;
    private final double rate;

    /**
     * A copy; all copies of one seed start with the same weights.
     *
     * @param batch rows of all workers together, a multiple of their number
     */
    Replica(int[] layers, DataSet data, int batch, int workers, double rate, long seed) {
        this.data = data;
        this.oneRow = data.rows(new int[] {0});
        this.batch = batch;
        this.workers = workers;
        this.rate = rate;
        Settings settings = Settings.of(batch / workers, rate, seed).withOptimizer(new GradientOnly());
        trainer = new Trainer(Net.dense(Activation.RELU, layers), settings, FastKernels.here());
    }

    /** The mean gradient over a worker's rows of a step's batch; nothing moves. */
    float[] gradient(int step, int worker) {
        int share = batch / workers;
        int first = step * batch + worker * share;
        int[] rows = IntStream.range(first, first + share)
                .map(row -> row % data.rows())
                .toArray();
        trainer.epoch(data.rows(rows), oneRow, System::nanoTime);
        float[] all = new float[size()];
        int at = 0;
        for (Parameter parameter : trainer.parameters()) {
            float[] numbers = parameter.gradient().toRowMajor();
            System.arraycopy(numbers, 0, all, at, numbers.length);
            at += numbers.length;
        }
        return all;
    }

    /** w - rate x sum / workers, with the sum of all workers' gradients. */
    void step(float[] sum) {
        float scale = (float) (rate / workers);
        int at = 0;
        for (Parameter parameter : trainer.parameters()) {
            float[] numbers = parameter.values().toRowMajor();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] -= scale * sum[at++];
            }
            parameter.values().setRowMajor(numbers);
        }
    }

    /** Numbers in a gradient. */
    int size() {
        return trainer.parameters().stream()
                .mapToInt(parameter ->
                        parameter.values().rows() * parameter.values().columns())
                .sum();
    }

    /** All weights, bit for bit, as one number (FNV-1a over the bits). */
    long fingerprint() {
        long hash = 0xcbf29ce484222325L;
        for (Parameter parameter : trainer.parameters()) {
            for (float value : parameter.values().toRowMajor()) {
                hash = (hash ^ Float.floatToRawIntBits(value)) * 0x100000001b3L;
            }
        }
        return hash;
    }

    @Override
    public void close() {
        trainer.close();
    }
}
