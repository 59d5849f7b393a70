package clock2cloud.app.story.host;

import clock2cloud.app.story.fit.Surface;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.nn.FmaPeak;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.FastKernels;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Times real steps of made-up nets over made-up images in fresh processes, and learns from them; no data set is read, and none
 * of the nets that are forecast is timed.
 */
final class Calibrator {
    private static final int FOLDS = 6;
    private static final int PEAK_READINGS = 300;

    /** More than this part of the samples disturbed, and a calibration is not worth keeping. */
    static final double TOO_DISTURBED = 0.5;

    /** More than this part on some threads, and they are timed once more. */
    private static final double ONCE_MORE = 0.2;

    private final double budgetSeconds;
    private final Consumer<String> progress;

    /** {@code budgetSeconds} is what one net is timed for. */
    Calibrator(double budgetSeconds, Consumer<String> progress) {
        this.budgetSeconds = budgetSeconds;
        this.progress = progress;
    }

    Calibration run(List<Integer> threadCounts) {
        List<TimedStep> steps = new ArrayList<>();
        List<Double> warmUps = new ArrayList<>();
        List<Double> shuffles = new ArrayList<>();
        Map<Integer, Double> probes = new LinkedHashMap<>();
        boolean full = budgetSeconds >= CalibrationCache.FULL_SECONDS;
        List<List<SampledNet>> groups = full ? Design.full() : Design.quick();
        for (int threads : threadCounts) {
            progress.accept(
                    "calibrating: real steps of made-up nets on " + threads + (threads == 1 ? " thread" : " threads"));
            List<TimedStep> timed = timed(groups, threads, warmUps, shuffles, probes);
            if (disturbed(timed) > ONCE_MORE) {
                progress.accept("calibrating: " + Quantities.format(disturbed(timed), Unit.FRACTION)
                        + " of the samples were disturbed by other programs; timing them once more");
                List<TimedStep> again = timed(groups, threads, warmUps, shuffles, probes);
                timed = better(timed, again);
            }
            steps.addAll(timed);
        }
        Calibration timed = new Calibration(
                ThisMachine.fingerprint(),
                LocalDate.now(ZoneId.systemDefault()).toString(),
                ThisMachine.processor(),
                Runtime.getRuntime().availableProcessors(),
                ThisMachine.clockHertz(),
                budgetSeconds,
                new FmaPeak(FastKernels.here(), 1, System::nanoTime)
                        .flopsPerSecond(PEAK_READINGS)
                        .maximum(),
                median(warmUps),
                median(shuffles),
                probes,
                steps,
                Map.of(),
                List.of(),
                new Sentinels(FastKernels.here(), System::nanoTime).time(),
                disturbed(steps));
        progress.accept("calibrating: learning from " + steps.size() + " nets");
        return learned(timed);
    }

    private List<TimedStep> timed(
            List<List<SampledNet>> groups,
            int threads,
            List<Double> warmUps,
            List<Double> shuffles,
            Map<Integer, Double> probes) {
        boolean full = budgetSeconds >= CalibrationCache.FULL_SECONDS;
        List<NetSamples> samples = new ArrayList<>();
        for (List<SampledNet> group : groups) {
            double known = probes.getOrDefault(threads, Double.POSITIVE_INFINITY);
            TimingProcess.Timings timings = TimingProcess.of(threads, budgetSeconds, full ? 3 : 2, known, group);
            samples.addAll(timings.nets());
            warmUps.add(timings.warmUpSeconds());
            shuffles.add(timings.shuffleSecondsPerRow());
            probes.merge(threads, timings.probeSeconds(), Math::min);
        }
        double alone = probes.getOrDefault(threads, Double.POSITIVE_INFINITY);
        return samples.stream().map(net -> net.timed(alone)).toList();
    }

    /** Of each net the timing that was undisturbed; the shorter one where both were or neither was, for neighbours only slow. */
    static List<TimedStep> better(List<TimedStep> once, List<TimedStep> again) {
        List<TimedStep> better = new ArrayList<>();
        for (int i = 0; i < once.size(); i++) {
            TimedStep a = once.get(i);
            TimedStep b = again.get(i);
            boolean first = a.settled() == b.settled() ? a.seconds() <= b.seconds() : a.settled();
            better.add(first ? a : b);
        }
        return better;
    }

    private static double disturbed(List<TimedStep> steps) {
        return steps.stream()
                .mapToDouble(TimedStep::disturbedFraction)
                .average()
                .orElse(0);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Finds how smooth the residuals are, and how far off held-out nets would have been. */
    static Calibration learned(Calibration timed) {
        Map<String, Surface.Smoothness> smoothness = new LinkedHashMap<>();
        List<Calibration.HeldOut> errors = new ArrayList<>();
        for (int threads : timed.threads()) {
            StepModel all = StepModel.fit(timed.steps(), threads, Map.of());
            all.surfaces().forEach((key, surface) -> smoothness.put(threads + " " + key, surface.smoothness()));
            for (int fold = 0; fold < FOLDS; fold++) {
                errors.addAll(heldOut(timed.steps(), threads, fold, smoothness));
            }
        }
        return timed.with(smoothness, errors);
    }

    private static List<Calibration.HeldOut> heldOut(
            List<TimedStep> steps, int threads, int fold, Map<String, Surface.Smoothness> smoothness) {
        List<TimedStep> train = new ArrayList<>();
        List<TimedStep> test = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            (i % FOLDS == fold ? test : train).add(steps.get(i));
        }
        StepModel model = StepModel.fit(train, threads, smoothness);
        List<Calibration.HeldOut> errors = new ArrayList<>();
        for (TimedStep step : test) {
            Net net = step.net().net();
            int batch = step.net().batch();
            if (step.threads() == threads && model.knows(step.net().optimizer()) && model.knows(net, batch)) {
                List<StepModel.Term> terms = model.terms(net, batch, step.net().optimizer());
                errors.add(new Calibration.HeldOut(
                        threads, Math.log(step.seconds() / StepModel.seconds(terms)), StepModel.deviation(terms)));
            }
        }
        return errors;
    }
}
