package clock2cloud.app.story.host;

import clock2cloud.app.story.fit.Surface;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times real steps of made-up nets over made-up images in fresh processes, and learns from them; no data set is read, and none
 * of the nets that are forecast is timed.
 */
final class Calibrator {
    private static final int FOLDS = 6;
    private static final int PEAK_READINGS = 300;

    /** More than this part of the samples disturbed, and a calibration is not worth keeping. */
    static final double TOO_DISTURBED = 0.5;

    /** More than this part of the nets neighboured on some threads, and those are timed once more. */
    private static final double ONCE_MORE = 0.2;

    /** What nets are timed in all, so that a calibration ends within two minutes. */
    private static final double MOST_SECONDS = 105;

    private final double budgetSeconds;
    private final Consumer<String> progress;

    /** {@code budgetSeconds} is what one net is timed for. */
    Calibrator(double budgetSeconds, Consumer<String> progress) {
        this.budgetSeconds = budgetSeconds;
        this.progress = progress;
    }

    Calibration run(List<Integer> threadCounts) {
        boolean full = budgetSeconds >= CalibrationCache.FULL_SECONDS;
        List<CrewTimings> crews = new ArrayList<>();
        for (int threads : threadCounts) {
            progress.accept(
                    "calibrating: real steps of made-up nets on " + threads + (threads == 1 ? " thread" : " threads"));
            CrewTimings crew = new CrewTimings(threads, budgetSeconds, full ? 3 : 2);
            (full ? Design.full() : Design.quick()).forEach(crew::time);
            crews.add(crew);
        }
        for (CrewTimings crew : crews) { // later, for neighbours come and go
            double spent = crews.stream().mapToDouble(CrewTimings::spentSeconds).sum();
            onceMore(crew, crews.get(0).probeSeconds(), MOST_SECONDS - spent);
        }
        List<TimedStep> steps =
                crews.stream().flatMap(crew -> crew.steps().stream()).toList();
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
                median(crews.stream().flatMap(crew -> crew.warmUpSeconds().stream())),
                median(crews.stream().flatMap(crew -> crew.shuffleSecondsPerRow().stream())),
                crews.stream().collect(Collectors.toMap(CrewTimings::threads, CrewTimings::probeSeconds)),
                crews.stream().collect(Collectors.toMap(CrewTimings::threads, CrewTimings::barrierSeconds)),
                NeighbouredNets.corrected(steps),
                Map.of(),
                List.of(),
                new Sentinels(FastKernels.here(), System::nanoTime).time(),
                disturbed(steps));
        progress.accept("calibrating: learning from " + steps.size() + " nets");
        return learned(timed);
    }

    /**
     * Times the nets again that had a neighbour; all of them where the probe was slower on all cores than on one, so that one may never
     * have rested; but no more than there is time for. Where cores are two threads of one it always is, and the second time is lost.
     */
    private void onceMore(CrewTimings crew, double probeSecondsOfOne, double leftSeconds) {
        boolean always = crew.probeSeconds() > NeighbourProbe.ALONE * probeSecondsOfOne;
        List<SampledNet> open = always ? crew.nets() : crew.neighboured();
        int affordable = (int) Math.max(0, leftSeconds / crew.secondsOfNet());
        List<SampledNet> again = open.subList(0, Math.min(affordable, open.size()));
        if (again.size() > ONCE_MORE * crew.nets().size()) {
            progress.accept("calibrating: " + again.size()
                    + " nets never had their cores to themselves, as it seems, on " + crew.threads()
                    + (crew.threads() == 1 ? " thread" : " threads") + "; timing them once more");
            crew.time(again);
        }
    }

    private static double disturbed(List<TimedStep> steps) {
        return steps.stream()
                .mapToDouble(TimedStep::disturbedFraction)
                .average()
                .orElse(0);
    }

    private static double median(Stream<Double> values) {
        List<Double> sorted = values.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Finds how smooth the residuals are, and how far off held-out nets would have been that had their cores to themselves. */
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
        boolean few = NeighbouredNets.settled(steps, threads).size() < NeighbouredNets.ENOUGH_SETTLED;
        List<Calibration.HeldOut> errors = new ArrayList<>();
        for (TimedStep step : test) {
            Net net = step.net().net();
            int batch = step.net().batch();
            if (step.threads() == threads
                    && (step.settled() || few)
                    && model.knows(step.net().optimizer())
                    && model.knows(net, batch)) {
                List<StepModel.Term> terms = model.terms(net, batch, step.net().optimizer(), step.crew());
                errors.add(new Calibration.HeldOut(
                        threads, Math.log(step.seconds() / StepModel.seconds(terms)), StepModel.deviation(terms)));
            }
        }
        return errors;
    }
}
