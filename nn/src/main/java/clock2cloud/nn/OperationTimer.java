package clock2cloud.nn;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Store;
import clock2cloud.nn.kernel.Workers;
import clock2cloud.nn.layer.Cost;
import clock2cloud.nn.layer.DenseLayer;
import clock2cloud.nn.layer.Descent;
import clock2cloud.nn.layer.Feed;
import clock2cloud.nn.layer.Output;
import clock2cloud.nn.layer.PictureFeed;
import clock2cloud.nn.layer.PictureSignal;
import clock2cloud.nn.layer.RowFeed;
import clock2cloud.nn.layer.Share;
import clock2cloud.nn.layer.Signal;
import clock2cloud.nn.layer.StepState;
import java.util.Collections;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Times one {@link Operation} alone, on made-up operands of its shape, through the very layer objects that the
 * {@link Trainer} runs, on any number of workers: the instrument that a forecast is calibrated with. Nothing is trained
 * and no data set is needed.
 *
 * <p>A repetition includes one barrier. Operands stay in whatever cache they fit; between two operations of a real step
 * they may have left it.
 */
public final class OperationTimer {
    private static final int IMAGES = 4096;

    private final Kernels kernels;
    private final int threads;
    private final LongSupplier nanoClock;
    private Optional<Made> last = Optional.empty();

    public OperationTimer(Kernels kernels, int threads, LongSupplier nanoClock) {
        this.kernels = kernels;
        this.threads = threads;
        this.nanoClock = nanoClock;
    }

    /** What a worker does of the operation. */
    interface Part {
        void run(StepState state, Share share);
    }

    /** Seconds of each of {@code repeats} runs, after {@code warmUps} that are not told. */
    public double[] seconds(Operation operation, int warmUps, int repeats) {
        Part part = kept(operation);
        long[] times = new long[repeats + 1];
        try (Workers workers = new Workers(threads)) {
            workers.run(worker -> {
                Share share = new Share(worker, threads);
                StepState state = new StepState();
                state.train(operation.batch(), 0, 1e-6);
                for (int i = -warmUps; i <= repeats; i++) {
                    if (worker == 0 && i >= 0) {
                        times[i] = nanoClock.getAsLong();
                    }
                    part.run(state, share);
                    workers.await(worker);
                }
            });
        }
        double[] seconds = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            seconds[i] = (times[i + 1] - times[i]) / 1e9;
        }
        return seconds;
    }

    /** Timed again and again, an operation keeps its operands. */
    private Part kept(Operation operation) {
        if (last.isEmpty() || !last.orElseThrow().operation().equals(operation)) {
            last = Optional.of(new Made(operation, part(operation)));
        }
        return last.orElseThrow().part();
    }

    private record Made(Operation operation, Part part) {}

    private Part part(Operation operation) {
        return switch (operation.kind()) {
            case GATHER -> gather(operation);
            case COST -> cost(operation);
            case PRODUCT, ACTIVATION, INPUT_GRADIENT, WEIGHT_UPDATE -> dense(operation);
            case CONVOLUTION,
                    CONVOLUTION_GRADIENT,
                    CONVOLUTION_UPDATE,
                    POOLING,
                    POOLING_GRADIENT,
                    FLATTEN,
                    FLATTEN_GRADIENT,
                    DROPOUT -> new PicturePart(kernels, threads).of(operation, window(operation));
        };
    }

    private static Window window(Operation operation) {
        return operation.window().orElseThrow(() -> new IllegalArgumentException(operation + " sees no pictures"));
    }

    private Part gather(Operation operation) {
        int features = operation.n();
        byte[] pixels = new byte[IMAGES * features];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 31);
        }
        DataSet data = DataSet.ofPixels(
                ImageShape.ofFeatures(features), pixels, new int[IMAGES], Collections.nCopies(1, "only"));
        int[] order = new int[Math.max(IMAGES, operation.m())];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) ((i * 2_654_435_761L & 0x7fffffff) % IMAGES);
        }
        Feed feed = feed(operation);
        return (state, share) -> feed.gather(data, order, 0, state, share);
    }

    private Feed feed(Operation operation) {
        int[] labels = new int[operation.m()];
        Store store = new Store();
        if (operation.window().isEmpty()) {
            Signal rows = new Signal(operation.m(), 1, operation.n(), Activation.IDENTITY, store);
            return new RowFeed(rows, labels, kernels);
        }
        Window window = window(operation);
        PictureSignal in =
                new PictureSignal(operation.m(), window.in(), Activation.IDENTITY, window.padding(), false, store);
        return new PictureFeed(in, labels, kernels, store, threads);
    }

    private Part cost(Operation operation) {
        Signal out = new Signal(operation.m(), 1, operation.n(), operation.activation(), new Store());
        Output output = new Output(
                out, operation.activation() == Activation.SOFTMAX ? Cost.CROSS_ENTROPY : Cost.QUADRATIC, kernels);
        scatter(out.values());
        return (state, share) -> {
            output.probabilities(state, share);
            output.losses(state, share);
            output.slopes(state, share);
        };
    }

    private Part dense(Operation operation) {
        Activation activation = operation.activation();
        boolean backward = operation.kind() == Operation.Kind.INPUT_GRADIENT;
        Signal in = new Signal(
                operation.batch(), 1, operation.inputs(), backward ? activation : Activation.IDENTITY, new Store());
        Signal out = new Signal(
                operation.batch(), 1, operation.outputs(), backward ? Activation.IDENTITY : activation, new Store());
        DenseLayer layer = new DenseLayer("timed", in, out, new Descent(), kernels, new Store());
        scatter(in.values());
        scatter(out.values());
        scatter(out.slopes());
        scatter(out.turned());
        scatter(layer.parameters().get(0).values());
        return switch (operation.kind()) {
            case PRODUCT -> layer::product;
            case ACTIVATION -> layer::activate;
            case INPUT_GRADIENT -> layer::inputGradient;
            case WEIGHT_UPDATE -> layer::update;
            default -> throw new IllegalArgumentException(operation.kind() + " has no product");
        };
    }

    private static void scatter(Panels panels) {
        SplitMix dice = new SplitMix(1, 0);
        for (int i = 0; i < panels.size(); i++) {
            panels.values()[panels.origin() + i] = dice.nextFloat() - 0.5f;
        }
    }
}
