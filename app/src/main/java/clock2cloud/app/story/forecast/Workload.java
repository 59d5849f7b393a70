package clock2cloud.app.story.forecast;

import clock2cloud.app.story.gpu.ConvolutionTerms;
import clock2cloud.app.story.gpu.TorchSteps;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.Work;
import clock2cloud.nn.data.ImageShape;
import java.util.List;
import java.util.Optional;

/**
 * What is to be trained, wherever it is.
 *
 * @param name of the net for people: {@code 784-512-10} or {@code lenet5}
 * @param rows of the training set
 * @param validationRows passed forward after every epoch
 */
public record Workload(Net net, String name, int batch, int epochs, int rows, int validationRows, UpdateRule rule) {
    public Workload {
        require(batch >= 1 && batch <= 1_000_000, "batch " + batch + " must be from 1 to 1000000");
        require(epochs >= 1 && epochs <= 100_000, "epochs " + epochs + " must be from 1 to 100000");
        require(rows >= batch, "batch " + batch + " must be at most the " + rows + " rows of the training set");
        require(validationRows >= 0, "validation rows " + validationRows + " must be 0 or more");
    }

    /** A step that we timed ourselves, one epoch of it. */
    static Workload of(TorchSteps.Step step) {
        return new Workload(step.net(), step.name(), step.batch(), 1, 60_000, 0, step.rule());
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    public double steps() {
        return Math.ceil(rows / (double) batch);
    }

    public double validationSteps() {
        return Math.ceil(validationRows / (double) batch);
    }

    /** Exact operations of a training step, without the update rule's own. */
    public double flopsPerStep() {
        return Work.of(net, batch).flopsPerStep();
    }

    /** Operations of a step in its products alone: three each where it learns, two in the first layer with weights. */
    double productFlops(boolean learns) {
        double sum = 0;
        boolean first = true;
        List<ImageShape> shapes = net.shapes();
        for (int i = 0; i < net.layers().size(); i++) {
            double forward = forwardFlops(i, shapes);
            if (forward > 0) {
                sum += forward * (!learns ? 1 : first ? 2 : 3);
                first = false;
            }
        }
        return sum;
    }

    private double forwardFlops(int layer, List<ImageShape> shapes) {
        double in = shapes.get(layer).features();
        if (net.layers().get(layer) instanceof LayerShape.Dense dense) {
            return 2.0 * batch * in * dense.outputs();
        }
        if (net.layers().get(layer) instanceof LayerShape.Convolution c) {
            double out = shapes.get(layer + 1).features();
            return 2.0 * batch * out * shapes.get(layer).channels() * c.size() * c.size();
        }
        return 0;
    }

    /** Floats that the layers with weights put out a step. */
    double activations() {
        double sum = 0;
        List<ImageShape> shapes = net.shapes();
        for (int i = 0; i < net.layers().size(); i++) {
            if (hasWeights(i)) {
                sum += (double) batch * shapes.get(i + 1).features();
            }
        }
        return sum;
    }

    boolean hasWeights(int layer) {
        return net.layers().get(layer) instanceof LayerShape.Dense
                || net.layers().get(layer) instanceof LayerShape.Convolution;
    }

    boolean convolves() {
        return net.layers().stream().anyMatch(LayerShape.Convolution.class::isInstance);
    }

    /** Width of the pictures, where there are some. */
    Optional<Integer> imagePixels() {
        return convolves() ? Optional.of(net.input().width()) : Optional.empty();
    }

    /** Kernels that a step starts. */
    int kernels(boolean learns) {
        return ConvolutionTerms.kernels(net, learns ? rule : UpdateRule.NONE);
    }

    /**
     * Weights, gradients and what the rule keeps; every activation, since the way back needs them; and the slopes of two
     * layers at a time, taken as large as the largest.
     */
    public double memoryBytes() {
        double kept = (double) batch * net.inputs();
        double largest = kept;
        List<ImageShape> shapes = net.shapes();
        for (int i = 0; i < net.layers().size(); i++) {
            if (!(net.layers().get(i) instanceof LayerShape.Flatten)) {
                double floats = (double) batch * shapes.get(i + 1).features();
                kept += floats;
                largest = Math.max(largest, floats);
            }
        }
        return 4.0 * (net.parameters() * (2.0 + rule.keptFloats()) + kept + 2 * largest);
    }

    /** Bytes that change their order before and after each convolution, where the framework and the library disagree. */
    double reorderedBytes(boolean learns) {
        double floats = 0;
        boolean first = true;
        List<ImageShape> shapes = net.shapes();
        for (int i = 0; i < net.layers().size(); i++) {
            if (net.layers().get(i) instanceof LayerShape.Convolution) {
                double moved =
                        shapes.get(i).features() + (double) shapes.get(i + 1).features();
                floats += batch * moved * (!learns ? 1 : first ? 2 : 3);
                first = false;
            }
        }
        return 2 * 4 * floats;
    }
}
