package clock2cloud.app.story.host;

import clock2cloud.nn.Net;
import clock2cloud.nn.Trainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a step of a net takes on the calibrated machine: the sum of its parts, each from the surface of its kind, with intervals
 * from the errors of held-out nets.
 */
public final class HostForecast {
    /** What the machine's own clock and the compiler's luck differ by between two runs; part of every interval. */
    private static final double RUN_DEVIATION = 0.02;

    private static final double TWO_SIDED_80 = 1.282;
    private static final double TWO_SIDED_90 = 1.645;

    private final Calibration calibration;
    private final boolean looks;
    private final boolean residual;
    private final Map<Integer, Learned> learned = new ConcurrentHashMap<>();
    private final double factor80;
    private final double factor90;

    /** Of one number of threads. */
    private record Learned(StepModel model, Calibration.Slowdown slowdown, CoreDistances distances) {}

    private HostForecast(Calibration calibration, boolean looks, boolean residual) {
        this.calibration = calibration;
        this.looks = looks;
        this.residual = residual;
        this.factor80 = Conformal.factor(calibration.heldOut(), 0.8);
        this.factor90 = Conformal.factor(calibration.heldOut(), 0.9);
    }

    /** With the neighbours that the calibration saw on the same cores. */
    public static HostForecast of(Calibration calibration) {
        return new HostForecast(calibration, false, true);
    }

    /** With those and the ones that are there at this moment: for a run that is about to begin. */
    public static HostForecast now(Calibration calibration) {
        return new HostForecast(calibration, true, true);
    }

    /** By the law of each part alone, with intervals as if the smooth residual over the shapes were there: an ablation. */
    public HostForecast withoutResidual() {
        return new HostForecast(calibration, looks, false);
    }

    /** One step of a net with plain gradient descent, on as many of the threads as the trainer would use. */
    public HostSeconds step(Net net, int batch, int threads) {
        return step(net, batch, threads, "sgd");
    }

    /** One step of a net. */
    public HostSeconds step(Net net, int batch, int threads, String optimizer) {
        int workers = Trainer.workersFor(net, batch, threads);
        List<Integer> known = calibration.threads();
        if (known.contains(workers)) {
            return onCalibrated(net, batch, optimizer, workers);
        }
        int most = known.get(known.size() - 1);
        return between(
                onCalibrated(net, batch, optimizer, 1), onCalibrated(net, batch, optimizer, most), workers, most);
    }

    /** For a count that is not calibrated: the part that shrinks with the threads shrinks as 1 / count. */
    private static HostSeconds between(HostSeconds one, HostSeconds all, int workers, int threads) {
        if (threads == 1) {
            return one.times(1.0 / workers);
        }
        double shared = (1.0 / workers - 1.0 / threads) / (1 - 1.0 / threads);
        double seconds = all.seconds() + shared * (one.seconds() - all.seconds());
        return all.times(seconds / all.seconds());
    }

    /** Looks at the cores before forecasts on many threads keep them busy themselves. */
    public HostForecast ready() {
        learn(calibration.threads());
        return this;
    }

    private Learned learned(int threads) {
        Learned known = learned.get(threads);
        if (known == null) {
            learn(List.of(threads));
            known = Objects.requireNonNull(learned.get(threads));
        }
        return known;
    }

    /** What is not known yet of some numbers of threads. */
    private synchronized void learn(List<Integer> counts) {
        List<Integer> open =
                counts.stream().filter(count -> !learned.containsKey(count)).toList();
        Map<Integer, StepModel> models = new LinkedHashMap<>();
        Map<Integer, NeighbourProbe.Look> now = looksNow(
                open,
                () -> open.forEach(count ->
                        models.put(count, StepModel.fit(calibration.steps(), count, calibration.smoothness()))));
        models.forEach((count, model) -> {
            Calibration.Slowdown usual = calibration.slowdown(count);
            CoreDistances distances = calibration.distances(count);
            NeighbourProbe.Look look = now.get(count);
            learned.put(
                    count,
                    look == null
                            ? new Learned(model, usual, distances)
                            : new Learned(model, usual.seen(look.slowdown()), distances.seen(look.barrierSeconds())));
        });
    }

    private Map<Integer, NeighbourProbe.Look> looksNow(List<Integer> counts, Runnable meanwhile) {
        Map<Integer, Double> alone = new LinkedHashMap<>(calibration.probeSeconds());
        alone.keySet().retainAll(looks ? counts : List.of());
        if (alone.isEmpty()) {
            meanwhile.run();
            return Map.of();
        }
        return NeighbourProbe.looksNow(alone, meanwhile);
    }

    private HostSeconds onCalibrated(Net net, int batch, String optimizer, int threads) {
        Learned here = learned(threads);
        List<String> flags = CalibratedRegion.flags(net, batch, optimizer, here.model());
        List<HostSeconds.Placed> places = new ArrayList<>();
        Map<String, Double> parts = new LinkedHashMap<>();
        double alone = 0;
        double deviation = 0;
        for (CoreDistances.Place place : here.distances().places()) {
            List<StepModel.Term> terms =
                    terms(here.model(), net, batch, optimizer, new Crew(threads, place.barrierSeconds()));
            HostSeconds.Placed placed = HostSeconds.Placed.of(place, terms);
            places.add(placed);
            alone += place.share() * placed.seconds();
            deviation += place.share() * StepModel.deviation(terms);
            placed.parts().forEach((title, seconds) -> parts.merge(title, place.share() * seconds, Double::sum));
        }
        double own = deviation * (flags.isEmpty() ? 1 : 2);
        return HostSeconds.around(
                alone,
                here.slowdown(),
                Math.hypot(factor90 * own, TWO_SIDED_90 * RUN_DEVIATION),
                Math.hypot(factor80 * own, TWO_SIDED_80 * RUN_DEVIATION),
                parts,
                flags,
                places);
    }

    private List<StepModel.Term> terms(StepModel model, Net net, int batch, String optimizer, Crew crew) {
        List<StepModel.Term> terms = model.terms(net, batch, optimizer, crew);
        return residual ? terms : model.withoutResidual(terms, crew);
    }

    /** One epoch over {@code rows} rows with plain gradient descent; the last batch may be short. */
    public HostSeconds epoch(Net net, int batch, int threads, int rows) {
        return epoch(net, batch, threads, rows, "sgd");
    }

    /** One epoch over {@code rows} rows; the last batch may be short. */
    public HostSeconds epoch(Net net, int batch, int threads, int rows, String optimizer) {
        int whole = rows / batch;
        int rest = rows % batch;
        HostSeconds step = step(net, whole == 0 ? rest : batch, threads, optimizer);
        double last = rest < 8 ? rest / (double) batch : shortStep(net, rest, threads, optimizer) / step.seconds();
        double shuffle = shuffleSeconds(rows) / step.seconds();
        return step.times((whole == 0 ? 1 : whole + last) + shuffle);
    }

    /** The workers stay as many as for a whole batch. */
    private double shortStep(Net net, int rest, int threads, String optimizer) {
        return step(net, rest, threads, optimizer).seconds();
    }

    /** Seconds of a new order of so many rows, at the beginning of each epoch. */
    public double shuffleSeconds(int rows) {
        return rows * calibration.shuffleSecondsPerRow();
    }

    /** Seconds that the first epoch takes longer, while Java compiles the trainer. */
    public double warmUpSeconds() {
        return calibration.warmUpSeconds();
    }

    public Calibration calibration() {
        return calibration;
    }
}
