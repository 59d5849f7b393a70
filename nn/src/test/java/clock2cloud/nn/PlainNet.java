package clock2cloud.nn;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.layer.Cost;
import java.util.ArrayList;
import java.util.List;

/** The reference: a dense net on {@link Matrix}, written as in the book, for the trainer to be compared with. */
final class PlainNet {
    final Net net;
    final List<Matrix> weights = new ArrayList<>();
    final List<Matrix> biases = new ArrayList<>();
    private final List<Matrix> values = new ArrayList<>();

    PlainNet(Trainer like) {
        net = like.net();
        for (int i = 0; i < like.parameters().size(); i += 2) {
            var w = like.parameters().get(i).values();
            var b = like.parameters().get(i + 1).values();
            weights.add(new Matrix(w.rows(), w.columns(), w.toRowMajor()));
            biases.add(new Matrix(1, b.columns(), b.toRowMajor()));
        }
    }

    private Activation activation(int layer) {
        return ((LayerShape.Dense) net.layers().get(layer)).activation();
    }

    Matrix forward(Matrix x) {
        values.clear();
        values.add(x);
        for (int l = 0; l < weights.size(); l++) {
            Matrix z = values.get(l).times(weights.get(l)).plusRow(biases.get(l));
            Activation f = activation(l);
            values.add(f == Activation.SOFTMAX ? softmax(z) : z.map(v -> f.of((float) v)));
        }
        return values.get(weights.size());
    }

    private static Matrix softmax(Matrix z) {
        Matrix a = z.map(Math::exp);
        for (int i = 0; i < a.rows(); i++) {
            float sum = 0;
            for (int j = 0; j < a.columns(); j++) {
                sum += a.get(i, j);
            }
            for (int j = 0; j < a.columns(); j++) {
                a.set(i, j, a.get(i, j) / sum);
            }
        }
        return a;
    }

    /** The mean cost of the batch. */
    double loss(Matrix x, Matrix y) {
        Matrix a = forward(x);
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            double p = a.values()[i];
            double t = y.values()[i];
            if (net.cost() == Cost.QUADRATIC) {
                sum += (p - t) * (p - t) / 2;
            } else if (activation(weights.size() - 1) == Activation.SOFTMAX) {
                sum -= t * Math.log(p);
            } else {
                sum -= t * Math.log(p) + (1 - t) * Math.log(1 - p);
            }
        }
        return sum / x.rows();
    }

    /** One step of plain gradient descent on the batch. */
    void step(Matrix x, Matrix y, float rate) {
        Matrix a = forward(x);
        int last = weights.size() - 1;
        Matrix error = a.plus(-1f, y);
        Matrix delta = net.cost() == Cost.CROSS_ENTROPY ? error : error.hadamard(slope(last, a));
        for (int l = last; l >= 0; l--) {
            Matrix below = delta.times(weights.get(l).transposed());
            weights.set(
                    l,
                    weights.get(l)
                            .plus(-rate / x.rows(), values.get(l).transposed().times(delta)));
            biases.set(l, biases.get(l).plus(-rate / x.rows(), delta.rowSum()));
            if (l > 0) {
                delta = below.hadamard(slope(l - 1, values.get(l)));
            }
        }
    }

    private Matrix slope(int layer, Matrix a) {
        return a.map(v -> activation(layer).slopeAt((float) v));
    }
}
