package clock2cloud.app.story.host;

import clock2cloud.app.story.fit.TimingSurface;
import clock2cloud.nn.Net;
import clock2cloud.nn.Operation;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a step of a net takes on the calibrated machine: the sum of its operations, each from the surface of its kind,
 * plus the barriers, times what real steps of made-up nets took over that sum.
 */
public final class HostForecast {
    /** What the machine's own clock drifts between two runs; part of every interval. */
    private static final double DRIFT_DEVIATION = 0.04;

    private static final double TWO_SIDED_90 = 1.645;

    /** How the trainer cuts its work: panels of 32 columns, units of 8 rows. */
    private static final int TILE = 32;

    private static final int ROWS_OF_UNIT = 8;

    private final Calibration calibration;
    private final Map<String, TimingSurface> surfaces = new HashMap<>();

    private HostForecast(Calibration calibration) {
        this.calibration = calibration;
        Map<String, List<TimingSurface.Sample>> samples = new LinkedHashMap<>();
        for (Calibration.Timed timed : calibration.timed()) {
            samples.computeIfAbsent(key(timed.threads(), timed.kind(), timed.activation()), k -> new ArrayList<>())
                    .add(new TimingSurface.Sample(
                            features(timed.kind(), timed.threads(), timed.m(), timed.n(), timed.k()),
                            position(timed.m(), timed.n(), timed.k()),
                            timed.seconds()));
        }
        samples.forEach((key, list) -> surfaces.put(key, TimingSurface.fit(list)));
    }

    public static HostForecast of(Calibration calibration) {
        return new HostForecast(calibration);
    }

    /**
     * Seconds with a 90% interval.
     *
     * @param parts seconds of each operation, in the order of the step, before the composition ratio
     */
    public record Step(double lowSeconds, double seconds, double highSeconds, Map<String, Double> parts) {}

    /** The activation matters only where it is computed. */
    private static String key(int threads, Operation.Kind kind, String activation) {
        return threads + " " + kind
                + (kind == Operation.Kind.ACTIVATION || kind == Operation.Kind.COST ? " " + activation : "");
    }

    /** A constant, the operations, those of the busiest worker in whole tiles, and the floats of each operand. */
    private static double[] features(Operation.Kind kind, int threads, int m, int n, int k) {
        if (k == 0) {
            return new double[] {1, (double) m * n, m};
        }
        boolean update = kind == Operation.Kind.WEIGHT_UPDATE;
        double rows = update ? k : m;
        double inner = update ? m : k;
        double busiest;
        if (kind == Operation.Kind.PRODUCT) {
            busiest = Math.ceil(tiles(m, ROWS_OF_UNIT) * tiles(n, TILE) / threads) * ROWS_OF_UNIT * TILE * k;
        } else if (update) {
            busiest = Math.ceil(tiles(m, TILE) * tiles(n, TILE) / threads) * TILE * TILE * k;
        } else {
            busiest = Math.ceil(tiles(n, TILE) / threads) * TILE * tiles(m, TILE) * TILE * k;
        }
        return new double[] {1, rows * inner * n, busiest, inner * n, rows * inner, rows * n};
    }

    private static double tiles(int count, int size) {
        return Math.ceil(count / (double) size);
    }

    private static double[] position(int m, int n, int k) {
        return k == 0 ? new double[] {log2(m), log2(n)} : new double[] {log2(m), log2(n), log2(k)};
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private Calibration.Barrier barrier(int threads) {
        return calibration.barriers().stream()
                .filter(barrier -> barrier.threads() == threads)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("this machine is calibrated for " + calibration.threads()
                                + " threads, not " + threads + "; run ./c2c calibrate --threads " + threads));
    }

    /** One operation, its share of the barrier behind it taken off. */
    private TimingSurface.Forecast operation(Operation operation, int threads) {
        TimingSurface surface = surfaces.get(
                key(threads, operation.kind(), operation.activation().name()));
        if (surface == null) {
            throw new IllegalArgumentException("the calibration has no " + operation.kind() + " with "
                    + operation.activation() + " on " + threads + " threads");
        }
        return surface.at(
                features(operation.kind(), threads, operation.m(), operation.n(), operation.k()),
                position(operation.m(), operation.n(), operation.k()));
    }

    Step sumOfOperations(Net net, int batch, int threads) {
        double barrierSeconds = barrier(threads).seconds();
        Work work = Work.of(net, batch);
        Map<String, Double> parts = new LinkedHashMap<>();
        double sum = work.barriers() * barrierSeconds;
        double variance = 0;
        parts.put("barriers", sum);
        for (Operation operation : work.operations()) {
            TimingSurface.Forecast forecast = operation(operation, threads);
            double alone = Math.max(0.3 * forecast.seconds(), forecast.seconds() - barrierSeconds);
            sum += alone;
            variance += Math.pow(alone * forecast.logDeviation(), 2);
            parts.merge(operation.layer() + " " + operation.kind(), alone, Double::sum);
        }
        double deviation = Math.sqrt(variance) / sum;
        return new Step(sum * Math.exp(-deviation), sum, sum * Math.exp(deviation), parts);
    }

    /** One step of a net, with everything in it, on as many of the threads as the trainer would use. */
    public Step step(Net net, int batch, int threads) {
        int workers = Trainer.workersFor(net, batch, threads);
        if (calibration.threads().contains(workers)) {
            return onCalibrated(net, batch, workers);
        }
        return between(onCalibrated(net, batch, 1), onCalibrated(net, batch, threads), workers, threads);
    }

    /** For a count between those calibrated: the part that shrinks with the threads shrinks as 1 / count. */
    private static Step between(Step one, Step all, int workers, int threads) {
        double shared = (1.0 / workers - 1.0 / threads) / (1 - 1.0 / threads);
        double seconds = all.seconds() + shared * (one.seconds() - all.seconds());
        double spread = Math.max(one.highSeconds() / one.seconds(), all.highSeconds() / all.seconds());
        return new Step(seconds / spread, seconds, seconds * spread, all.parts());
    }

    private Step onCalibrated(Net net, int batch, int threads) {
        Step sum = sumOfOperations(net, batch, threads);
        Composition composition = Composition.of(calibration, threads);
        double spread = composition.logVariance();
        double operations = Math.log(sum.highSeconds() / sum.seconds());
        double deviation = Math.sqrt(operations * operations + spread + DRIFT_DEVIATION * DRIFT_DEVIATION);
        double seconds = composition.seconds(sum.seconds(), Work.of(net, batch));
        double factor = Math.exp(TWO_SIDED_90 * deviation);
        return new Step(seconds / factor, seconds, seconds * factor, sum.parts());
    }

    /** One epoch over {@code rows} rows; the last batch may be short. */
    public Step epoch(Net net, int batch, int threads, int rows) {
        Step whole = step(net, batch, threads);
        double steps = Math.ceil(rows / (double) batch);
        return new Step(
                whole.lowSeconds() * steps, whole.seconds() * steps, whole.highSeconds() * steps, whole.parts());
    }

    public Calibration calibration() {
        return calibration;
    }
}
