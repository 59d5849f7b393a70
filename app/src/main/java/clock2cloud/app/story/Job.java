package clock2cloud.app.story;

import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.Work;

/**
 * What is to be trained.
 *
 * @param rows of the training set
 * @param dataBytes of the training set as it lies on disk
 */
public record Job(Net net, int batch, int epochs, int rows, double dataBytes) {
    public Job {
        require(batch >= 1 && batch <= rows, "--batch " + batch + " must be from 1 to the " + rows + " training rows");
        require(epochs >= 1 && epochs <= 100_000, "--epochs " + epochs + " must be from 1 to 100000");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    public double stepsPerEpoch() {
        return Math.ceil(rows / (double) batch);
    }

    public double flopsPerEpoch() {
        return (double) Work.of(net, batch).flopsPerStep() / batch * rows;
    }

    /** Weights and biases. */
    public long parameters() {
        long sum = 0;
        int inputs = net.inputs();
        for (LayerShape layer : net.layers()) {
            int outputs = ((LayerShape.Dense) layer).outputs();
            sum += (long) (inputs + 1) * outputs;
            inputs = outputs;
        }
        return sum;
    }

    /** What each worker tells the others in a step: one float a parameter. */
    public double gradientBytes() {
        return 4.0 * parameters();
    }

    /** {@code 784-128-10}. */
    public String shape() {
        StringBuilder text = new StringBuilder().append(net.inputs());
        net.layers().forEach(layer -> text.append('-').append(((LayerShape.Dense) layer).outputs()));
        return text.toString();
    }
}
