package clock2cloud.nn;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Workers;
import clock2cloud.nn.layer.Layer;
import clock2cloud.nn.layer.Output;
import clock2cloud.nn.layer.Parameter;
import clock2cloud.nn.layer.Share;
import clock2cloud.nn.layer.StepState;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Mini-batch training of a net: every epoch in a new order, every step forward, cost, backward, update. The state after a
 * step is a function of net, settings (without threads) and data alone, bit for bit; no step allocates.
 *
 * <p>One group of workers runs the whole epoch, each its share of every operation, with a barrier between operations.
 * Close it to end the workers.
 */
public final class Trainer implements AutoCloseable {
    private static final long FLOPS_WORTH_A_WORKER = 4_000_000;

    private final Net net;
    private final Settings settings;
    private final LayerChain chain;
    private final Workers workers;
    private final Share[] shares;
    private final StepState[] states;
    private final StepWatch watch;
    private final RowOrder order;
    private int nextRow;
    private int epoch;
    private long step;
    private double lossSum;
    private volatile boolean diverged;

    public Trainer(Net net, Settings settings, Kernels kernels) {
        this.net = net;
        this.settings = settings;
        int crew = workersFor(net, settings.batch(), settings.threads());
        this.chain = new LayerChain(net, settings, kernels, crew);
        this.workers = new Workers(crew);
        this.shares = new Share[crew];
        this.states = new StepState[crew];
        for (int worker = 0; worker < shares.length; worker++) {
            shares[worker] = new Share(worker, shares.length);
            states[worker] = new StepState(worker);
        }
        this.watch = new StepWatch(chain.layers().size());
        this.order = new RowOrder(settings.seed());
    }

    /** How many of the threads asked for would work: fewer where a step is so small that meeting costs more than helping saves. */
    public static int workersFor(Net net, int batch, int threads) {
        long worthIt = Work.of(net, batch).flopsPerStep() / FLOPS_WORTH_A_WORKER;
        return (int) Math.max(1, Math.min(threads, worthIt));
    }

    /** How many threads do the work: at most those of the settings. */
    public int workers() {
        return workers.count();
    }

    /** Seconds of a crossing of the workers' barrier, as {@link Workers#barrierSeconds} tells them. */
    public double barrierSeconds(LongSupplier nanoClock) {
        return workers.barrierSeconds(nanoClock);
    }

    /** Tells where the time of a step goes; off until it is started. */
    public StepWatch watch() {
        return watch;
    }

    public Net net() {
        return net;
    }

    public Settings settings() {
        return settings;
    }

    /** The live parameters, layer after layer. */
    public List<Parameter> parameters() {
        return chain.parameters();
    }

    /** Epochs done. */
    public int epochs() {
        return epoch;
    }

    /** Steps done. */
    public long steps() {
        return step;
    }

    /** Goes on where an earlier run stood, once its parameters and their memories are put back. */
    public void resume(int epochsDone, long stepsDone) {
        epoch = epochsDone;
        step = stepsDone;
    }

    /** Trains until {@code epochs} are done in all, and tells of each as it ends. */
    public void train(DataSet train, DataSet test, int epochs, LongSupplier nanoClock, Consumer<Epoch> listener) {
        while (epoch < epochs) {
            listener.accept(epoch(train, test, nanoClock));
        }
    }

    /** One pass over the training set, timed, and a look at the test set, not timed. */
    public Epoch epoch(DataSet train, DataSet test, LongSupplier nanoClock) {
        net.requireFits(train);
        net.requireFits(test);
        if (test.isDecodedAhead() && epoch == 0) {
            train.ahead(order.shuffled(train.rows(), epoch));
            test.ahead(RowOrder.inTurn(test.rows()));
        }
        long start = nanoClock.getAsLong();
        pass(train);
        double seconds = (nanoClock.getAsLong() - start) / 1e9;
        epoch++;
        double flops = (double) flops(train.rows());
        return new Epoch(
                epoch, seconds, train.rows() / seconds, flops / seconds, lossSum / train.rows(), evaluate(test));
    }

    private long flops(int rows) {
        int rest = rows % settings.batch();
        return (rows / settings.batch()) * Work.of(net, settings.batch()).flopsPerStep()
                + (rest == 0 ? 0 : Work.of(net, rest).flopsPerStep());
    }

    private void pass(DataSet data) {
        begin(data);
        steps(data, Integer.MAX_VALUE);
    }

    /** Begins an epoch, in its own order, without a step: the first half of {@link #epoch}, for those who time pieces of one. */
    public void begin(DataSet train) {
        net.requireFits(train);
        order.shuffled(train.rows(), epoch);
        nextRow = 0;
        lossSum = 0;
        diverged = false;
    }

    /** At most {@code most} steps of the epoch that {@link #begin} began; how many there were, 0 at its end. */
    public int steps(DataSet train, int most) {
        int batch = settings.batch();
        int from = nextRow;
        int to = (int) Math.min(train.rows(), from + (long) most * batch);
        long firstStep = step;
        double rate = settings.rate() * settings.schedule().share(epoch + 1);
        workers.run(worker -> {
            long at = firstStep;
            for (int first = from; first < to && !diverged; first += batch) {
                states[worker].train(Math.min(batch, to - first), at++, rate);
                step(train, first, worker);
            }
        });
        nextRow = to;
        if (diverged) {
            throw new TrainingDiverged(epoch + 1, step);
        }
        return (int) (step - firstStep);
    }

    private void step(DataSet data, int first, int worker) {
        StepState state = states[worker];
        Share share = shares[worker];
        watch.begin(worker);
        chain.feed().gather(data, order.rows(), first, state, share);
        if (!chain.feed().isCopied()) {
            workers.await(worker);
        }
        watch.gathered(worker);
        forward(state, share);
        Output output = chain.output();
        output.losses(state, share);
        output.slopes(state, share);
        workers.await(worker);
        watch.cost(worker);
        backward(state, share);
        if (worker == 0) {
            account(state);
        }
        workers.await(worker);
        watch.end(worker);
    }

    /** Ends with each worker's own rows of the output. */
    private void forward(StepState state, Share share) {
        List<Layer> layers = chain.layers();
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(state, share);
            workers.await(share.worker());
            watch.forward(share.worker(), i);
        }
        chain.output().probabilities(state, share);
    }

    private void backward(StepState state, Share share) {
        List<Layer> layers = chain.layers();
        for (int i = layers.size() - 1; i > chain.firstWithWeights(); i--) {
            layers.get(i).inputGradient(state, share);
            workers.await(share.worker());
            watch.inputGradient(share.worker(), i);
        }
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).update(state, share);
            watch.updated(share.worker(), i);
        }
    }

    private void account(StepState state) {
        double loss = chain.output().lossSum(state.rows());
        lossSum += loss;
        step++;
        if (!Double.isFinite(loss)) {
            diverged = true;
        }
    }

    /** The net as it is, held against labelled rows. */
    public Evaluation evaluate(DataSet data) {
        int[][] confusion = new int[net.classes()][net.classes()];
        double[] loss = new double[1];
        look(data, (first, rows) -> {
            loss[0] += chain.output().lossSum(rows);
            tally(rows, confusion);
        });
        return new Evaluation(loss[0] / data.rows(), confusion);
    }

    /** What the net as it is makes of each row: {@code rows × classes}, row after row. */
    public float[] outputs(DataSet data) {
        float[] outputs = new float[Math.multiplyExact(data.rows(), net.classes())];
        look(data, (first, rows) -> {
            for (int i = 0; i < rows * net.classes(); i++) {
                outputs[first * net.classes() + i] = chain.output().value(i / net.classes(), i % net.classes());
            }
        });
        return outputs;
    }

    /** Told of each batch after its forward pass, by one worker. */
    private interface Viewer {
        void see(int first, int rows);
    }

    private void look(DataSet data, Viewer viewer) {
        net.requireFits(data);
        int[] inTurn = RowOrder.inTurn(data.rows());
        workers.run(worker -> {
            StepState state = states[worker];
            for (int first = 0; first < data.rows(); first += settings.batch()) {
                state.infer(Math.min(settings.batch(), data.rows() - first));
                chain.feed().gather(data, inTurn, first, state, shares[worker]);
                workers.await(worker);
                forward(state, shares[worker]);
                chain.output().losses(state, shares[worker]);
                workers.await(worker);
                if (worker == 0) {
                    viewer.see(first, state.rows());
                }
                workers.await(worker);
            }
        });
    }

    private void tally(int rows, int[][] confusion) {
        for (int row = 0; row < rows; row++) {
            confusion[chain.output().labels()[row]][chain.output().guess(row)]++;
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
