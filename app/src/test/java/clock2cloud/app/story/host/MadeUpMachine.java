package clock2cloud.app.story.host;

import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The calibration of a machine that follows a law: 100 GFLOP/s a thread, 20 GB/s, and 1 µs a part; pictures lie side by side in whole
 * vectors. Two workers' cores lie near each other or four times as far apart; a part waits for the barrier, and each line that crosses takes a fiftieth of that.
 */
public final class MadeUpMachine {
    static final Crew ALONE = new Crew(1, 0);
    static final Crew NEAR = new Crew(2, 1e-7);
    static final Crew FAR = new Crew(2, 4e-7);

    /** A quarter of the time they lie near, but for the times when a worker was late. */
    private static final List<Double> BARRIERS = List.of(4e-7, 1e-7, 4e-7, 5e-6, 4e-7, 4e-6);

    private static final double FLOATS_OF_LINE = 16;
    private static final double LINES_OF_BARRIER = 50;

    private MadeUpMachine() {}

    static double seconds(StepPart part, Crew crew) {
        double padded = part.ofPictures() ? PartLaw.images(part) / part.batch() : 1;
        double between = crew.barrierSeconds() * (1 + part.crossing() / FLOATS_OF_LINE / LINES_OF_BARRIER);
        return 1e-6 + padded * part.flops() / (1e11 * crew.threads()) + part.bytes() / 2e10 + between;
    }

    static double seconds(SampledNet net, Crew crew) {
        return StepParts.of(net.net(), net.batch()).stream()
                .mapToDouble(part -> seconds(part, crew))
                .sum();
    }

    static double seconds(SampledNet net, int threads) {
        return seconds(net, threads == 1 ? ALONE : NEAR);
    }

    private static TimedStep timed(SampledNet net, Crew crew, double... visits) {
        int layers = net.net().layers().size();
        Double[] parts = new Double[3 * layers + 3];
        Arrays.fill(parts, 0.0);
        for (StepPart part : StepParts.of(net.net(), net.batch())) {
            double rule = part.kind() == StepPart.Kind.WEIGHT_UPDATE
                            && net.optimizer().equals("adam")
                    ? part.m() * (double) part.n() * 1e-9
                    : 0;
            parts[part.watched()] = seconds(part, crew) + rule;
        }
        double sum = Arrays.stream(parts).mapToDouble(Double::doubleValue).sum();
        return new TimedStep(
                crew.threads(),
                crew.barrierSeconds(),
                net,
                sum,
                List.of(parts),
                0,
                true,
                Arrays.stream(visits).map(visit -> visit * sum).boxed().toList());
    }

    public static Calibration calibration() {
        return calibration(1, 1);
    }

    /** Each net was looked at so many times, and took so many times as long as alone. */
    static Calibration calibration(double... visits) {
        List<TimedStep> steps = new ArrayList<>();
        for (Crew crew : List.of(ALONE, NEAR, FAR)) {
            NetSampler sampler = NetSampler.ofCalibration(new SplittableRandom(3));
            List<SampledNet> nets = new ArrayList<>(sampler.draw(40));
            nets.addAll(sampler.drawConvolutional(16));
            for (SampledNet net : nets) {
                if (crew.threads() == 1 || Work.of(net.net(), net.batch()).flopsPerStep() > 8_000_000) {
                    steps.add(timed(net, crew, visits));
                }
            }
            for (int width : new int[] {50, 300, 900}) {
                steps.add(
                        timed(SampledNet.of(64, Activation.RELU, 784, width, 10).with("adam"), crew, visits));
            }
        }
        return Calibrator.learned(new Calibration(
                "made-up",
                "2026-11-25",
                "a made-up processor",
                2,
                Optional.of(2e9),
                0.3,
                1e11,
                2.0,
                1e-8,
                Map.of(1, 1e-6, 2, 1e-6),
                Map.of(1, List.of(0.0), 2, BARRIERS),
                steps,
                Map.of(),
                List.of(),
                List.of(
                        new Calibration.Sentinel("a", 1e-6),
                        new Calibration.Sentinel("b", 1e-4),
                        new Calibration.Sentinel("c", 3e-3)),
                0));
    }
}
