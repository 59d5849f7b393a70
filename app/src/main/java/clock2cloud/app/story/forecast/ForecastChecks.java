package clock2cloud.app.story.forecast;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.baseline.SheetSeconds;
import clock2cloud.app.story.baseline.SimplerModels;
import clock2cloud.app.story.baseline.TimedWork;
import clock2cloud.app.story.fit.Noise;
import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.nn.Operation;
import clock2cloud.nn.Work;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Whole epochs of July 2017, as forecast and as timed. */
public final class ForecastChecks {
    private static final String SOURCE = "minimaxir/deep-learning-cpu-gpu-benchmark @08adcf499e98 (MIT)";

    private static final Set<Operation.Kind> FORWARD = EnumSet.of(
            Operation.Kind.GATHER,
            Operation.Kind.PRODUCT,
            Operation.Kind.CONVOLUTION,
            Operation.Kind.ACTIVATION,
            Operation.Kind.POOLING,
            Operation.Kind.FLATTEN);

    private ForecastChecks() {}

    public static List<TrustLine> lines() {
        return List.of(
                line(
                        "Epoch under Keras, one K80, one host constant",
                        "MNIST MLP and CNN with validation, batch 128, GCE",
                        row -> row.machine().equals("gce-k80")),
                line(
                        "Epoch under Keras, TensorFlow compiled with AVX2, two host constants",
                        "MNIST MLP and CNN with validation, 8, 16 and 32 vCPU",
                        row -> row.build() == Framework.KERAS_2017
                                && row.claimed()
                                && !row.machine().equals("gce-k80")),
                line(
                        "Epoch under Keras, TensorFlow from pip, two host constants",
                        "MNIST MLP and CNN with validation, 8, 16 and 32 vCPU",
                        row -> row.build() == Framework.KERAS_2017_PIP && row.claimed()),
                most(),
                directions());
    }

    /** The rows of a kind as forecast and as timed. */
    static List<double[]> pairs(Predicate<KerasHost.Measured> kind) {
        List<double[]> pairs = new ArrayList<>();
        for (KerasHost.Measured row : KerasHost.rows()) {
            if (kind.test(row)) {
                pairs.add(new double[] {epoch(row), row.seconds()});
            }
        }
        return pairs;
    }

    private static double epoch(KerasHost.Measured row) {
        return forecast(row, Set.of()).secondsPerEpoch();
    }

    private static Forecast forecast(KerasHost.Measured row, Set<String> without) {
        Conditions conditions = new Conditions(
                Optional.of(row.build()), Optional.empty(), Machine.HOME_REGION, OptionalInt.empty(), without);
        return Forecaster.forecast(Machines.named(row.machine()), row.work(), conditions);
    }

    /** Seconds an epoch of each part that counts: what it is shorter without. */
    private static Map<String, Double> parts(KerasHost.Measured row) {
        Forecast whole = forecast(row, Set.of());
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Part part : whole.parts()) {
            if (!part.hidden()) {
                double rest = forecast(row, Set.of(part.name())).secondsPerEpoch();
                parts.put(part.name(), whole.secondsPerEpoch() - rest);
            }
        }
        return parts;
    }

    private static TrustLine line(String model, String range, Predicate<KerasHost.Measured> kind) {
        List<KerasHost.Measured> rows = KerasHost.rows().stream().filter(kind).toList();
        double[] forecast = rows.stream().mapToDouble(ForecastChecks::epoch).toArray();
        double[] timed = rows.stream().mapToDouble(KerasHost.Measured::seconds).toArray();
        TrustLine line = TrustLine.of("story", model, SOURCE, range, forecast, timed, 0.15)
                .withNoise(rows.stream()
                        .mapToDouble(ForecastChecks::noise)
                        .average()
                        .orElse(0));
        return SimplerModels.withoutEach(
                SimplerModels.beside(
                        line, rows.stream().map(ForecastChecks::timed).toList()),
                timed,
                rows.stream().map(ForecastChecks::parts).toList());
    }

    /** The largest machine, beside what half of it took. */
    private static TrustLine most() {
        List<KerasHost.Measured> rows =
                KerasHost.rows().stream().filter(row -> !row.claimed()).toList();
        double[] half = rows.stream()
                .map(row -> KerasHost.rows().stream()
                        .filter(other -> other.machine().equals("gce-32vcpu")
                                && other.build() == row.build()
                                && other.work().equals(row.work()))
                        .findFirst()
                        .orElseThrow())
                .mapToDouble(KerasHost.Measured::seconds)
                .toArray();
        TrustLine line = line(
                        "Epoch under Keras on 64 vCPU, which calibrated nothing",
                        "MNIST MLP and CNN; the cost of telling a core levels off beyond 16, the law does not",
                        row -> !row.claimed())
                .bounded(TrustLine.Bound.NONE, 0);
        return SimplerModels.lastMachine(
                line, rows.stream().map(ForecastChecks::timed).toList(), 0.5, half);
    }

    /** Twice the distance from the fastest epoch to the median for the range: the slowest is the first of a run, and warms up. */
    private static double noise(KerasHost.Measured row) {
        return Noise.ofMedianByRange(
                        2 * (row.seconds() - row.fastestSeconds()), row.work().epochs() - 1)
                / row.seconds();
    }

    private static TimedWork timed(KerasHost.Measured row) {
        Machine machine = Machines.named(row.machine());
        double peak = machine.gpu()
                .map(gpu -> gpu.boostFlopsPerSecond())
                .orElse(machine.cpu().peakFlopsPerSecond());
        double memory = machine.gpu()
                .map(gpu -> gpu.memoryBytesPerSecond())
                .orElse(machine.cpu().memoryBytesPerSecond());
        List<Operation> train = Work.of(row.work().net(), row.work().batch()).operations();
        List<Operation> check =
                train.stream().filter(one -> FORWARD.contains(one.kind())).toList();
        return new TimedWork(
                row.work().name() + " " + row.machine(),
                SOURCE,
                row.work().batch(),
                SheetSeconds.of(train, peak, memory)
                        .times(row.work().steps())
                        .plus(SheetSeconds.of(check, peak, memory)
                                .times(row.work().validationSteps())),
                row.seconds());
    }

    /** Which of two machines is faster, for every pair of the same build and net: more processors are not always. */
    private static TrustLine directions() {
        List<Double> forecast = new ArrayList<>();
        List<Double> timed = new ArrayList<>();
        for (KerasHost.Measured one : KerasHost.rows()) {
            for (KerasHost.Measured other : KerasHost.rows()) {
                boolean alike = one.work().name().equals(other.work().name())
                        && one.build() == other.build()
                        && one.claimed()
                        && other.claimed();
                if (alike && one.machine().compareTo(other.machine()) < 0) {
                    forecast.add(Math.signum(epoch(one) - epoch(other)));
                    timed.add(Math.signum(one.seconds() - other.seconds()));
                }
            }
        }
        return TrustLine.of(
                        "story",
                        "Which machine is faster, of 8, 16 and 32 vCPU and a K80",
                        SOURCE,
                        "pairs of machines, same build and net; 32 vCPU are slower than 16 for the MLP",
                        forecast.stream().mapToDouble(Double::doubleValue).toArray(),
                        timed.stream().mapToDouble(Double::doubleValue).toArray(),
                        0)
                .withNoise("signs");
    }
}
