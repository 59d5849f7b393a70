package clock2cloud.app.story.host;

import clock2cloud.nn.Net;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a step of a net takes on the calibrated machine: the sum of its parts, each from the surface of its kind, with intervals
 * from the errors of held-out nets.
 */
public final class HostForecast {
    /** What the machine's own clock and the compiler's luck differ by between two runs; part of every interval. */
    private static final double RUN_DEVIATION = 0.02;

    private static final double TWO_SIDED_80 = 1.282;
    private static final double TWO_SIDED_90 = 1.645;

    /** The region that the calibration's corners span; outside of it the interval doubles. */
    private static final int[] WIDTHS = {10, 2300};

    private static final int[] BATCHES = {8, 560};

    private final Calibration calibration;
    private final Map<Integer, StepModel> models = new HashMap<>();
    private final double factor80;
    private final double factor90;

    private HostForecast(Calibration calibration) {
        this.calibration = calibration;
        this.factor80 = Conformal.factor(calibration.heldOut(), 0.8);
        this.factor90 = Conformal.factor(calibration.heldOut(), 0.9);
    }

    public static HostForecast of(Calibration calibration) {
        return new HostForecast(calibration);
    }

    /**
     * Seconds with a 90% and an 80% interval.
     *
     * @param parts seconds of each part, in the order of the step
     * @param flags why the interval is wider than usual, if it is
     */
    public record Step(
            double lowSeconds,
            double seconds,
            double highSeconds,
            double low80Seconds,
            double high80Seconds,
            Map<String, Double> parts,
            List<String> flags) {
        Step times(double count) {
            Map<String, Double> all = new LinkedHashMap<>();
            parts.forEach((name, part) -> all.put(name, part * count));
            return new Step(
                    lowSeconds * count,
                    seconds * count,
                    highSeconds * count,
                    low80Seconds * count,
                    high80Seconds * count,
                    all,
                    flags);
        }

        /** The part that takes longest. */
        public String limitingPart() {
            return parts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
        }
    }

    /** One step of a net with plain gradient descent, on as many of the threads as the trainer would use. */
    public Step step(Net net, int batch, int threads) {
        return step(net, batch, threads, "sgd");
    }

    /** One step of a net. */
    public Step step(Net net, int batch, int threads, String optimizer) {
        int workers = Trainer.workersFor(net, batch, threads);
        if (!SampledNet.isDense(net)) {
            return byFlops(net, batch, workers);
        }
        SampledNet sampled = SampledNet.of(net, batch, optimizer);
        List<Integer> known = calibration.threads();
        if (known.contains(workers)) {
            return onCalibrated(sampled, workers);
        }
        int most = known.get(known.size() - 1);
        return between(onCalibrated(sampled, 1), onCalibrated(sampled, most), workers, most);
    }

    /** For a count that is not calibrated: the part that shrinks with the threads shrinks as 1 / count. */
    private static Step between(Step one, Step all, int workers, int threads) {
        if (threads == 1) {
            return one.times(1.0 / workers);
        }
        double shared = (1.0 / workers - 1.0 / threads) / (1 - 1.0 / threads);
        double seconds = all.seconds() + shared * (one.seconds() - all.seconds());
        return all.times(seconds / all.seconds());
    }

    private Step onCalibrated(SampledNet net, int threads) {
        StepModel model = models.computeIfAbsent(
                threads, count -> StepModel.fit(calibration.steps(), count, calibration.smoothness()));
        List<StepModel.Term> terms = model.terms(net);
        List<String> flags = outside(net, model);
        double own = StepModel.deviation(terms) * (flags.isEmpty() ? 1 : 2);
        Map<String, Double> parts = new LinkedHashMap<>();
        terms.forEach(term -> parts.merge(term.part().title(), term.seconds(), Double::sum));
        return around(
                StepModel.seconds(terms),
                Math.hypot(factor90 * own, TWO_SIDED_90 * RUN_DEVIATION),
                Math.hypot(factor80 * own, TWO_SIDED_80 * RUN_DEVIATION),
                parts,
                flags);
    }

    private static Step around(
            double seconds, double half90, double half80, Map<String, Double> parts, List<String> flags) {
        return new Step(
                seconds * Math.exp(-half90),
                seconds,
                seconds * Math.exp(half90),
                seconds * Math.exp(-half80),
                seconds * Math.exp(half80),
                parts,
                flags);
    }

    private static List<String> outside(SampledNet net, StepModel model) {
        List<String> flags = new ArrayList<>();
        List<Integer> sizes = net.sizes();
        for (int width : sizes.subList(1, sizes.size() - 1)) {
            if (!(width >= WIDTHS[0] && width <= WIDTHS[1])) {
                flags.add(
                        "a layer of " + width + " neurons is outside the calibrated " + WIDTHS[0] + " to " + WIDTHS[1]);
            }
        }
        if (!(net.batch() >= BATCHES[0] && net.batch() <= BATCHES[1])) {
            flags.add("batch " + net.batch() + " is outside the calibrated " + BATCHES[0] + " to " + BATCHES[1]);
        }
        if (sizes.size() > 6) {
            flags.add((sizes.size() - 2) + " hidden layers are more than the calibrated 4");
        }
        if (!(net.inputs() >= 10 && net.inputs() <= 3300)) {
            flags.add(net.inputs() + " inputs are outside the calibrated 10 to 3,300");
        }
        if (!model.knows(net.optimizer())) {
            flags.add(net.optimizer() + " is not calibrated: its own work is left out");
        }
        return flags;
    }

    /** A net with layers that are not calibrated: its flops at the rate of the calibrated nets of as many flops. */
    private Step byFlops(Net net, int batch, int workers) {
        double flops = Work.of(net, batch).flopsPerStep();
        double best = calibration.peakFlopsPerSecond() * workers * 0.35;
        return around(
                flops / best,
                Math.log(3),
                Math.log(2.2),
                Map.of("all layers", flops / best),
                List.of("layers other than dense ones are not calibrated: a third of the peak is taken for all"));
    }

    /** One epoch over {@code rows} rows with plain gradient descent; the last batch may be short. */
    public Step epoch(Net net, int batch, int threads, int rows) {
        return epoch(net, batch, threads, rows, "sgd");
    }

    /** One epoch over {@code rows} rows; the last batch may be short. */
    public Step epoch(Net net, int batch, int threads, int rows, String optimizer) {
        int whole = rows / batch;
        int rest = rows % batch;
        if (whole == 0) {
            return step(net, rest, threads, optimizer);
        }
        Step full = step(net, batch, threads, optimizer);
        double last = rest < 8 ? rest / (double) batch : shortStep(net, rest, threads, optimizer) / full.seconds();
        return full.times(whole + last);
    }

    /** The workers stay as many as for a whole batch. */
    private double shortStep(Net net, int rest, int threads, String optimizer) {
        return step(net, rest, threads, optimizer).seconds();
    }

    /** Seconds that the first epoch takes longer, while Java compiles the trainer. */
    public double warmUpSeconds() {
        return calibration.warmUpSeconds();
    }

    public Calibration calibration() {
        return calibration;
    }
}
