package clock2cloud.app.story.host;

import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The calibration of a machine that follows a law: 100 GFLOP/s a thread, 20 GB/s, and 1 µs a part; pictures lie side by side in whole vectors. */
public final class MadeUpMachine {
    private MadeUpMachine() {}

    static double seconds(StepPart part, int threads) {
        double padded = part.ofPictures() ? PartLaw.images(part) / part.batch() : 1;
        return 1e-6 + padded * part.flops() / (1e11 * threads) + part.bytes() / 2e10;
    }

    static double seconds(SampledNet net, int threads) {
        return StepParts.of(net.net(), net.batch()).stream()
                .mapToDouble(part -> seconds(part, threads))
                .sum();
    }

    private static TimedStep timed(SampledNet net, int threads, double... visits) {
        int layers = net.net().layers().size();
        Double[] parts = new Double[3 * layers + 3];
        Arrays.fill(parts, 0.0);
        for (StepPart part : StepParts.of(net.net(), net.batch())) {
            double rule = part.kind() == StepPart.Kind.WEIGHT_UPDATE
                            && net.optimizer().equals("adam")
                    ? part.m() * (double) part.n() * 1e-9
                    : 0;
            parts[part.watched()] = seconds(part, threads) + rule;
        }
        double sum = Arrays.stream(parts).mapToDouble(Double::doubleValue).sum();
        return new TimedStep(
                threads,
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
        for (int threads : new int[] {1, 2}) {
            NetSampler sampler = NetSampler.ofCalibration(new SplittableRandom(3));
            List<SampledNet> nets = new ArrayList<>(sampler.draw(40));
            nets.addAll(sampler.drawConvolutional(16));
            for (SampledNet net : nets) {
                if (threads == 1 || Work.of(net.net(), net.batch()).flopsPerStep() > 8_000_000) {
                    steps.add(timed(net, threads, visits));
                }
            }
            for (int width : new int[] {50, 300, 900}) {
                steps.add(
                        timed(SampledNet.of(64, Activation.RELU, 784, width, 10).with("adam"), threads, visits));
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
