package clock2cloud.app.story.host;

import clock2cloud.app.story.fit.Surface;
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

    /** More than this part of the samples disturbed, and a calibration is not worth keeping. */
    static final double TOO_DISTURBED = 0.5;

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
        boolean full = budgetSeconds >= CalibrationCache.FULL_SECONDS;
        List<List<SampledNet>> groups = full ? Design.full() : Design.quick();
        for (int threads : threadCounts) {
            progress.accept(
                    "calibrating: real steps of made-up nets on " + threads + (threads == 1 ? " thread" : " threads"));
            for (List<SampledNet> group : groups) {
                TimingProcess.Timings timings = TimingProcess.of(threads, budgetSeconds, full ? 4 : 2, group);
                steps.addAll(timings.steps());
                warmUps.add(timings.warmUpSeconds());
            }
        }
        double disturbed = steps.stream()
                .mapToDouble(TimedStep::disturbedFraction)
                .average()
                .orElse(0);
        Calibration timed = new Calibration(
                ThisMachine.fingerprint(),
                LocalDate.now(ZoneId.systemDefault()).toString(),
                ThisMachine.processor(),
                Runtime.getRuntime().availableProcessors(),
                ThisMachine.clockHertz(),
                budgetSeconds,
                peak(steps),
                warmUps.stream().mapToDouble(Double::doubleValue).sorted().toArray()[warmUps.size() / 2],
                steps,
                Map.of(),
                List.of(),
                new Sentinels(FastKernels.here(), System::nanoTime).time(),
                disturbed);
        progress.accept("calibrating: learning from " + steps.size() + " nets");
        return learned(timed);
    }

    /** The fastest product or update timed on one thread. */
    private static double peak(List<TimedStep> steps) {
        double peak = 0;
        for (TimedStep step : steps) {
            for (StepPart part : StepPart.of(step.net())) {
                double seconds = step.parts().get(part.watched());
                if (step.threads() == 1 && part.k() > 0 && seconds > 5e-6) {
                    peak = Math.max(peak, part.flops() / seconds);
                }
            }
        }
        return peak;
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
            if (step.threads() == threads && model.knows(step.net().optimizer())) {
                List<StepModel.Term> terms = model.terms(step.net());
                errors.add(new Calibration.HeldOut(
                        threads, Math.log(step.seconds() / StepModel.seconds(terms)), StepModel.deviation(terms)));
            }
        }
        return errors;
    }
}
