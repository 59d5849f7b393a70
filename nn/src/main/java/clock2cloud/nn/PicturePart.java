package clock2cloud.nn;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Planes;
import clock2cloud.nn.kernel.Store;
import clock2cloud.nn.layer.ConvolutionLayer;
import clock2cloud.nn.layer.Descent;
import clock2cloud.nn.layer.DropoutLayer;
import clock2cloud.nn.layer.FlattenLayer;
import clock2cloud.nn.layer.Layer;
import clock2cloud.nn.layer.PictureSignal;
import clock2cloud.nn.layer.PoolingLayer;
import clock2cloud.nn.layer.Signal;

/** A pass over pictures on made-up operands, for {@link OperationTimer}. */
final class PicturePart {
    private static final double DROPPED = 0.5;

    private final Kernels kernels;
    private final int workers;
    private final Store store = new Store();

    PicturePart(Kernels kernels, int workers) {
        this.kernels = kernels;
        this.workers = workers;
    }

    OperationTimer.Part of(Operation operation, Window window) {
        boolean back = operation.kind() == Operation.Kind.CONVOLUTION_GRADIENT
                || operation.kind() == Operation.Kind.POOLING_GRADIENT
                || operation.kind() == Operation.Kind.FLATTEN_GRADIENT;
        Activation below = back ? operation.activation() : Activation.IDENTITY;
        Layer layer =
                switch (operation.kind()) {
                    case CONVOLUTION, CONVOLUTION_GRADIENT, CONVOLUTION_UPDATE ->
                        convolution(window, below, back ? Activation.IDENTITY : operation.activation());
                    case POOLING, POOLING_GRADIENT -> pooling(window, below);
                    case FLATTEN, FLATTEN_GRADIENT -> new FlattenLayer(in(window, below, true), rows(window), kernels);
                    default -> new DropoutLayer(DROPPED, 1, rows(window), rows(window), kernels);
                };
        return switch (operation.kind()) {
            case CONVOLUTION_UPDATE -> layer::update;
            case CONVOLUTION_GRADIENT, POOLING_GRADIENT, FLATTEN_GRADIENT -> layer::inputGradient;
            default -> layer::forward;
        };
    }

    private Layer convolution(Window window, Activation below, Activation activation) {
        PictureSignal in = new PictureSignal(window.batch(), window.in(), below, window.padding(), false, store);
        PictureSignal out = new PictureSignal(window.batch(), window.out(), activation, 0, false, store);
        scatter(in);
        scatter(out);
        ConvolutionLayer layer = new ConvolutionLayer(
                "timed", window.size(), window.padding(), in, out, new Descent(), kernels, store, workers);
        Panels weights = layer.parameters().get(0).values();
        SplitMix dice = new SplitMix(2, 0);
        for (int i = 0; i < weights.size(); i++) {
            weights.values()[weights.origin() + i] = dice.nextFloat() - 0.5f;
        }
        return layer;
    }

    private Layer pooling(Window window, Activation below) {
        PictureSignal out = new PictureSignal(window.batch(), window.out(), Activation.IDENTITY, 0, false, store);
        scatter(out);
        return new PoolingLayer(window.size(), window.largest(), in(window, below, false), out, kernels);
    }

    private PictureSignal in(Window window, Activation below, boolean packed) {
        PictureSignal in = new PictureSignal(window.batch(), window.in(), below, 0, packed, store);
        scatter(in);
        return in;
    }

    private Signal rows(Window window) {
        return new Signal(window.batch(), 1, window.in().features(), Activation.IDENTITY, store);
    }

    private static void scatter(PictureSignal signal) {
        scatter(signal.values());
        scatter(signal.slopes());
    }

    private static void scatter(Planes planes) {
        SplitMix dice = new SplitMix(1, 0);
        for (int panel = 0; panel < planes.panels(); panel++) {
            for (int y = 0; y < planes.height(); y++) {
                for (int x = 0; x < planes.width(); x++) {
                    int at = planes.at(panel, y, x);
                    for (int i = 0; i < planes.channels() * Panels.WIDTH; i++) {
                        planes.values()[at + i] = dice.nextFloat() - 0.5f;
                    }
                }
            }
        }
    }
}
