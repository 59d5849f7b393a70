package clock2cloud.app.story.host;

import clock2cloud.app.table.Json;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** A fresh process that warms up and times steps of some nets: {@code threads budget warm-up probe net net …}, JSON on its output. */
public final class TimingProcess {
    private static final LongSupplier CLOCK = System::nanoTime;
    private static final int ROUNDS = 4;
    private static final int MORE_ROUNDS = 2;
    private static final int SHUFFLES = 15;

    private final Kernels kernels = FastKernels.here();
    private final int threads;
    private final double budgetSeconds;
    private final double knownProbeSeconds;
    private final NeighbourProbe probe;

    private TimingProcess(int threads, double budgetSeconds, double knownProbeSeconds) {
        this.knownProbeSeconds = knownProbeSeconds;
        this.threads = threads;
        this.budgetSeconds = budgetSeconds;
        this.probe = new NeighbourProbe(kernels, threads, CLOCK);
    }

    /**
     * What it found.
     *
     * @param warmUpSeconds lost until the first net was as fast as it got
     * @param shuffleSecondsPerRow of a new order at the beginning of an epoch
     * @param probeSeconds of the {@link NeighbourProbe} alone on its core
     */
    record Timings(double warmUpSeconds, double shuffleSecondsPerRow, double probeSeconds, List<NetSamples> nets) {}

    public static void main(String[] arguments) {
        FreshJava.endWithParent();
        int threads = Integer.parseInt(arguments[0]);
        TimingProcess process =
                new TimingProcess(threads, Double.parseDouble(arguments[1]), Double.parseDouble(arguments[3]));
        List<SampledNet> nets = Arrays.stream(arguments)
                .skip(4)
                .map(SampledNet::parse)
                .filter(net -> Trainer.workersFor(net.net(), net.batch(), threads) == threads)
                .toList();
        Timings timings = process.time(nets, Double.parseDouble(arguments[2]));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Json.write(timings));
    }

    private Timings time(List<SampledNet> nets, double warmUp) {
        SampledNet small = SampledNet.of(30, Activation.RELU, 784, 90, 60, 10);
        double[] lost = warmUp(small, warmUp);
        probe.warmUp();
        List<StepTimer> timers = new ArrayList<>();
        for (SampledNet net : nets) {
            DataSet images = MadeUpImages.of(net.net().input(), net.net().classes());
            StepTimer timer = new StepTimer(net, images, threads, kernels, probe, CLOCK);
            timer.visit(budgetSeconds / ROUNDS);
            timer.forget();
            timers.add(timer);
        }
        for (int round = 1; round < ROUNDS; round++) {
            timers.forEach(timer -> timer.visit(budgetSeconds / ROUNDS));
        }
        double alone = Math.min(knownProbeSeconds, alone(timers));
        for (int round = 0; round < MORE_ROUNDS; round++) { // those that had a neighbour each time
            timers.stream()
                    .filter(timer -> !timer.samples().isSettled(alone))
                    .forEach(timer -> timer.visit(budgetSeconds / ROUNDS));
        }
        List<NetSamples> samples = timers.stream().map(StepTimer::samples).toList();
        timers.forEach(StepTimer::close);
        return new Timings(lost[0], lost[1], alone(timers), samples);
    }

    /** What the probe takes alone on its cores: now and then it is. */
    private static double alone(List<StepTimer> timers) {
        double[] sorted = timers.stream()
                .flatMap(timer -> timer.samples().samples().stream())
                .mapToDouble(NetSamples.Sample::probeSeconds)
                .sorted()
                .toArray();
        return sorted[sorted.length / 20];
    }

    /** Seconds that a fresh process loses until a net's steps are as fast as they get; seconds a row of a new order. */
    private double[] warmUp(SampledNet net, double budget) {
        DataSet images = MadeUpImages.of(net.net().input(), net.net().classes());
        int piece = images.rows() / net.batch() / 8;
        List<Double> pieces = new ArrayList<>();
        double[] shuffles = new double[SHUFFLES];
        try (Trainer trainer = new Trainer(net.net(), net.settings(threads), kernels)) {
            long start = CLOCK.getAsLong();
            for (int i = 0; since(start) < budget || pieces.size() < 16; i++) {
                if (i % 8 == 0) {
                    trainer.begin(images);
                }
                long before = CLOCK.getAsLong();
                trainer.steps(images, piece);
                pieces.add(since(before));
            }
            for (int i = 0; i < SHUFFLES; i++) {
                long before = CLOCK.getAsLong();
                trainer.begin(images);
                shuffles[i] = since(before) / images.rows();
            }
        }
        double[] late = pieces.stream()
                .skip(pieces.size() / 2)
                .mapToDouble(p -> p)
                .sorted()
                .toArray();
        double steady = late[late.length / 2];
        Arrays.sort(shuffles);
        return new double[] {
            pieces.stream()
                    .limit(pieces.size() / 2)
                    .mapToDouble(p -> Math.max(0, p - steady))
                    .sum(),
            shuffles[SHUFFLES / 2]
        };
    }

    private static double since(long start) {
        return (CLOCK.getAsLong() - start) / 1e9;
    }

    /** Runs it; {@code knownProbeSeconds} is the fastest that an earlier process saw, or infinity. */
    static Timings of(
            int threads, double budgetSeconds, double warmUpSeconds, double knownProbeSeconds, List<SampledNet> nets) {
        List<String> arguments = new ArrayList<>(List.of(
                String.valueOf(threads),
                String.valueOf(budgetSeconds),
                String.valueOf(warmUpSeconds),
                String.valueOf(knownProbeSeconds)));
        nets.forEach(net -> arguments.add(net.text()));
        return Json.read(FreshJava.run(TimingProcess.class, arguments), "timings", Timings.class);
    }
}
