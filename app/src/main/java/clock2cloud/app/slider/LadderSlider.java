package clock2cloud.app.slider;

import clock2cloud.app.story.CalmZone;
import clock2cloud.app.story.forecast.CpuSteps;
import clock2cloud.app.story.forecast.DenseLayers;
import clock2cloud.app.story.forecast.DenseStep;
import clock2cloud.app.story.forecast.HostPace;
import clock2cloud.app.story.forecast.Workload;
import clock2cloud.app.story.gpu.DenseLaw;
import clock2cloud.app.story.gpu.DenseTerms;
import clock2cloud.app.story.gpu.SpecSheetLaw;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Processor;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.spot.bill.Bill;
import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rungs of the ladder that any browser can climb, those of machine files: a net in, seconds and dollars out. */
public final class LadderSlider {
    /** The rungs, in the order of the answer. */
    public static final List<String> RUNGS =
            List.of("laptop-2009", "p2.xlarge", "p2.xlarge-spot", "p3.2xlarge", "p5.4xlarge");

    /** Numbers a rung: seconds an epoch, low and high of nine runs in ten, seconds and dollars of the run, waits for Python. */
    public static final int COLUMNS = 6;

    private static final int ROWS = 60_000;

    private LadderSlider() {}

    /**
     * @param facts of {@link LadderFacts}
     * @param hiddenLayers of {@code width} neurons each, between 784 pixels and ten digits
     * @return {@link #COLUMNS} numbers a rung, then the probability that the spot run is evicted before its end
     */
    public static double[] run(double[] facts, int hiddenLayers, int width, int batch, int epochs) {
        Workload work = work(hiddenLayers, width, batch, epochs);
        FactReader reader = new FactReader(facts);
        double[] out = new double[COLUMNS * RUNGS.size() + 1];
        laptop(reader, work, out);
        rented(reader, work, out, 1);
        double evicted = spot(work, out);
        rented(reader, work, out, 3);
        rented(reader, work, out, 4);
        out[out.length - 1] = evicted;
        return out;
    }

    static Workload work(int hiddenLayers, int width, int batch, int epochs) {
        int[] sizes = new int[hiddenLayers + 2];
        Arrays.fill(sizes, width);
        sizes[0] = 784;
        sizes[sizes.length - 1] = 10;
        return new Workload(Net.dense(Activation.RELU, sizes), "digits", batch, epochs, ROWS, 0, UpdateRule.SGD);
    }

    private static void laptop(FactReader facts, Workload work, double[] out) {
        var step = CpuSteps.own(facts.processor(), 1, work, true);
        fill(out, 0, work, step.seconds(), step.interval().more90(), 0, false);
    }

    private static void rented(FactReader facts, Workload work, double[] out, int rung) {
        DenseStep step = facts.step();
        double dollarsPerHour = facts.next();
        BillingRule billing = Arrays.asList(BillingRule.values()).get((int) facts.next());
        double run = work.steps() * step.seconds(work) * work.epochs();
        double dollars = Bill.ofOneRun(run, billing, dollarsPerHour).costDollars();
        fill(out, rung, work, step.seconds(work), step.log90(), dollars, step.waits(work));
    }

    /** The rung before it, stretched by what evictions throw away. */
    private static double spot(Workload work, double[] out) {
        double calmSeconds = out[COLUMNS + 3];
        CheckpointedRun run = CalmZone.run(calmSeconds, 4.0 * work.net().parameters());
        double stretch = CalmZone.expectedSeconds(run) / calmSeconds;
        for (int i = 0; i < 4; i++) {
            out[2 * COLUMNS + i] = out[COLUMNS + i] * stretch;
        }
        out[2 * COLUMNS + 4] = CalmZone.dollars(out[2 * COLUMNS + 3]);
        out[2 * COLUMNS + 5] = out[COLUMNS + 5];
        return 1 - run.uninterruptedProbability();
    }

    private static void fill(
            double[] out, int rung, Workload work, double stepSeconds, double log90, double dollars, boolean waits) {
        double epoch = work.steps() * stepSeconds;
        double[] row = {
            epoch, epoch * Math.exp(-log90), epoch * Math.exp(log90), epoch * work.epochs(), dollars, waits ? 1 : 0
        };
        System.arraycopy(row, 0, out, rung * COLUMNS, COLUMNS);
    }

    /** Takes the facts apart, in the order in which {@link LadderFacts} puts them together. */
    private static final class FactReader {
        private final double[] facts;
        private int at;

        private FactReader(double[] facts) {
            this.facts = facts;
        }

        private double next() {
            return facts[at++];
        }

        private List<Double> list() {
            Double[] values = new Double[(int) next()];
            for (int i = 0; i < values.length; i++) {
                values[i] = next();
            }
            return List.of(values);
        }

        private Processor processor() {
            return new Processor(
                    "cpu",
                    Optional.empty(),
                    next(),
                    Optional.empty(),
                    (int) next(),
                    Optional.empty(),
                    next(),
                    Optional.empty(),
                    List.of(new Processor.Cache(3, next())),
                    next(),
                    Optional.empty(),
                    Optional.of(next()),
                    Optional.empty());
        }

        private GraphicsProcessor gpu() {
            return new GraphicsProcessor(
                    "gpu",
                    Arrays.asList(GraphicsProcessor.Generation.values()).get((int) next()),
                    Optional.empty(),
                    (int) next(),
                    next(),
                    next(),
                    next(),
                    next(),
                    next(),
                    Optional.empty(),
                    next(),
                    Optional.of(next()));
        }

        private DenseStep step() {
            GraphicsProcessor gpu = gpu();
            SpecSheetLaw carried = new SpecSheetLaw(list());
            List<Double> coefficients = list();
            List<Integer> kernelRows = list().stream().map(Double::intValue).toList();
            DenseTerms terms = new DenseTerms(kernelRows, (int) next());
            Optional<DenseLaw> timed = coefficients.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DenseLaw("k80", "", 0, 0, terms, coefficients, carried, List.of(), 0, 0));
            return new DenseStep(new DenseLayers(gpu, timed, carried), new HostPace(next(), next(), next()), next());
        }
    }
}
