package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;

/** The end of a net: softmax if asked for, the cost of each row, and {@code ∂C/∂z} of the last layer. */
public final class Output {
    private final Signal out;
    private final Cost cost;
    private final Kernels kernels;
    private final int[] labels;
    private final double[] losses;

    public Output(Signal out, Cost cost, Kernels kernels) {
        this(out, cost, new int[out.values().rows()], kernels);
    }

    /** @param labels the class of each row of the batch, which the feed writes */
    public Output(Signal out, Cost cost, int[] labels, Kernels kernels) {
        cost.requireFits(out.activation());
        this.out = out;
        this.cost = cost;
        this.kernels = kernels;
        this.labels = labels;
        this.losses = new double[out.values().rows()];
    }

    /** The class of each row of the batch; written before the step. */
    public int[] labels() {
        return labels;
    }

    /** What came out for a row and a class. */
    public float value(int row, int label) {
        return out.values().get(row, label);
    }

    /** Softmax of my rows, where the net ends with it. */
    public void probabilities(StepState state, Share share) {
        if (out.activation() != Activation.SOFTMAX) {
            return;
        }
        int from = share.from(state.rows());
        int to = share.to(state.rows());
        for (int row = from; row < to; row++) {
            addToRow(row, -largest(row));
        }
        for (int p = 0; p < out.values().panels(); p++) {
            kernels.exp(out.values().values(), out.values().at(p, from), (to - from) * Panels.WIDTH);
        }
        for (int row = from; row < to; row++) {
            scaleRow(row, 1f / sum(row));
        }
    }

    private float largest(int row) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < out.features(); c++) {
            largest = Math.max(largest, out.values().get(row, c));
        }
        return largest;
    }

    private void addToRow(int row, float addend) {
        for (int c = 0; c < out.features(); c++) {
            out.values().set(row, c, out.values().get(row, c) + addend);
        }
    }

    private float sum(int row) {
        float sum = 0f;
        for (int c = 0; c < out.features(); c++) {
            sum += out.values().get(row, c);
        }
        return sum;
    }

    private void scaleRow(int row, float factor) {
        for (int c = 0; c < out.features(); c++) {
            out.values().set(row, c, out.values().get(row, c) * factor);
        }
    }

    /** The cost of each of my rows; needs {@link #probabilities} of them. */
    public void losses(StepState state, Share share) {
        for (int row = share.from(state.rows()); row < share.to(state.rows()); row++) {
            losses[row] = cost == Cost.QUADRATIC ? squares(row) : surprise(row);
        }
    }

    private double squares(int row) {
        double sum = 0;
        for (int c = 0; c < out.features(); c++) {
            double error = out.values().get(row, c) - target(row, c);
            sum += error * error;
        }
        return sum / 2;
    }

    private double surprise(int row) {
        if (out.activation() == Activation.SOFTMAX) {
            return -log(out.values().get(row, labels[row]));
        }
        double sum = 0;
        for (int c = 0; c < out.features(); c++) {
            float a = out.values().get(row, c);
            sum -= log(c == labels[row] ? a : 1f - a);
        }
        return sum;
    }

    private static double log(float probability) {
        return Math.max(Cost.LEAST_LOG, Math.log(probability));
    }

    private float target(int row, int column) {
        return labels[row] == column ? 1f : 0f;
    }

    /** {@code ∂C/∂z} of my rows, both ways round; needs {@link #probabilities} of them. */
    public void slopes(StepState state, Share share) {
        for (int row = share.from(state.rows()); row < share.to(state.rows()); row++) {
            float mean = cost == Cost.QUADRATIC && out.activation() == Activation.SOFTMAX ? meanError(row) : 0f;
            for (int c = 0; c < out.features(); c++) {
                float slope = slope(row, c, mean);
                out.slopes().set(row, c, slope);
                out.turned().set(c, row, slope);
            }
        }
    }

    private float slope(int row, int column, float meanError) {
        float a = out.values().get(row, column);
        float error = a - target(row, column);
        if (cost == Cost.CROSS_ENTROPY) {
            return error;
        }
        return out.activation() == Activation.SOFTMAX
                ? a * (error - meanError)
                : error * out.activation().slopeAt(a);
    }

    /** {@code Σ aᵢ (aᵢ − yᵢ)}: what softmax takes off every error. */
    private float meanError(int row) {
        float sum = 0f;
        for (int c = 0; c < out.features(); c++) {
            float a = out.values().get(row, c);
            sum += a * (a - target(row, c));
        }
        return sum;
    }

    /** The sum of the batch's losses, row after row. */
    public double lossSum(int rows) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += losses[row];
        }
        return sum;
    }

    /** The class with the largest output; the first of equals. */
    public int guess(int row) {
        int best = 0;
        for (int c = 1; c < out.features(); c++) {
            if (out.values().get(row, c) > out.values().get(row, best)) {
                best = c;
            }
        }
        return best;
    }
}
