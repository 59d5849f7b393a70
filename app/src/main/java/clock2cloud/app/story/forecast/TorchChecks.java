package clock2cloud.app.story.forecast;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.baseline.SimplerModels;
import clock2cloud.app.story.gpu.TorchSteps;
import clock2cloud.app.story.machine.Machines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Steps under PyTorch on young GPUs, as forecast and as we timed them. */
public final class TorchChecks {
    private static final String SOURCE = "our own timings, PyTorch 2.11, CUDA 13.0, fp32, 26 November 2026 (bench/gpu)";

    private static final String DENSE = "30-4,096 wide, 1-4 layers, batch 10-2,048, SGD, momentum, Adam";

    private static final String CONVOLUTIONS = "lenet5, mnist-cnn, cifar10-cnn, 28-256 pixels, batch 16-700";

    private static final Set<String> OF_THE_HOST = Set.of("issue", "feed", "host");

    private TorchChecks() {}

    public static List<TrustLine> lines() {
        List<TrustLine> lines = new ArrayList<>();
        for (boolean convolves : new boolean[] {false, true}) {
            String nets = convolves ? "convolutional nets" : "dense nets";
            String range = convolves ? CONVOLUTIONS : DENSE;
            List<TorchSteps.Step> first = steps("h200", convolves);
            List<TorchSteps.Step> second = steps("h100", convolves);
            lines.add(blindKernels(
                            "GPU never timed: kernels of a step of " + nets + " by an H100's data sheet",
                            "an H200 answered, whose memory is 1.4 times as fast; the law counted too many gaps between kernels of"
                                    + " dense nets, none between others",
                            first,
                            convolves ? "g4dn.xlarge" : "p100")
                    .bounded(TrustLine.Bound.NONE, 0));
            lines.add(blindKernels(
                    "H100 by its data sheet and an H200's factors: kernels of a step of " + nets,
                    range,
                    second,
                    "h200"));
            lines.add(blindSteps(nets, range, second));
        }
        List<TorchSteps.Step> convolutions = steps("h200", true);
        lines.add(kernelLine(
                "Kernels of a convolutional net's step on an H200, by the other nets",
                CONVOLUTIONS,
                convolutions,
                step -> kernels(step, "h200"),
                0.2));
        lines.add(stepLine(
                "Step of a convolutional net under PyTorch on an H200, by the other nets; host constants from dense ones",
                CONVOLUTIONS,
                convolutions,
                step -> forecast(step, "h200").secondsPerStep(),
                0.2));
        return lines;
    }

    private static List<TorchSteps.Step> steps(String machine, boolean convolves) {
        return TorchSteps.of(machine).stream()
                .filter(step -> step.convolves() == convolves)
                .toList();
    }

    private static Forecast forecast(TorchSteps.Step step, String machine) {
        return Forecaster.forecast(Machines.named(machine), Workload.of(step), Conditions.USUAL);
    }

    /** Seconds that the device works on a step. */
    private static double kernels(TorchSteps.Step step, String machine) {
        return seconds(forecast(step, machine), name -> !OF_THE_HOST.contains(name));
    }

    private static double seconds(Forecast forecast, Predicate<String> counts) {
        return forecast.parts().stream()
                .filter(part -> counts.test(part.name()))
                .mapToDouble(Part::seconds)
                .sum();
    }

    /** A step on another machine by what was known from that machine alone: its own host's constants, not both hosts'. */
    static double withOwnHost(TorchSteps.Step step, String machine, TorchSteps.Host host) {
        Forecast forecast = forecast(step, machine);
        double issue = host.stepSeconds() + host.kernelSeconds() * step.terms().kernels();
        return seconds(forecast, "feed"::equals)
                + Math.max(issue, seconds(forecast, name -> !OF_THE_HOST.contains(name)));
    }

    /** What was written down before the kernels were timed. */
    private static TrustLine blindKernels(String model, String range, List<TorchSteps.Step> steps, String last) {
        TrustLine line =
                kernelLine(model + ", written down before", range, steps, TorchSteps.Step::blindDeviceSeconds, 0.3);
        return SimplerModels.lastMachine(
                line,
                steps.stream().map(TorchSteps.Step::deviceWork).toList(),
                peak(last) / peak(steps.get(0).machine()),
                each(steps, step -> kernels(step, last)));
    }

    private static TrustLine blindSteps(String nets, String range, List<TorchSteps.Step> steps) {
        double[] blind = each(steps, step -> step.blindSeconds().orElseThrow());
        double[] timed = each(steps, TorchSteps.Step::seconds);
        TrustLine line = stepLine(
                        "H100 by its data sheet and an H200's factors: step of " + nets
                                + " under PyTorch, written down before",
                        range + "; its host took a third longer than the H200's",
                        steps,
                        step -> step.blindSeconds().orElseThrow(),
                        0.3)
                .withIntervals(
                        blind,
                        timed,
                        GpuSteps.TORCH_LOG,
                        Interval.of(GpuSteps.TORCH_LOG).less80());
        return SimplerModels.lastMachine(
                line,
                steps.stream().map(TorchSteps.Step::work).toList(),
                peak("h200") / peak("h100"),
                each(steps, step -> withOwnHost(step, "h200", TorchSteps.hostOf("h200"))));
    }

    private static double peak(String machine) {
        return Machines.named(machine).gpu().orElseThrow().boostFlopsPerSecond();
    }

    private static double[] each(List<TorchSteps.Step> steps, ToDoubleFunction<TorchSteps.Step> value) {
        return steps.stream().mapToDouble(value).toArray();
    }

    private static TrustLine kernelLine(
            String model,
            String range,
            List<TorchSteps.Step> steps,
            ToDoubleFunction<TorchSteps.Step> forecast,
            double bound) {
        TrustLine line = TrustLine.ofMean(
                "story",
                model,
                SOURCE,
                range,
                each(steps, forecast),
                each(steps, TorchSteps.Step::deviceSeconds),
                bound);
        return SimplerModels.beside(
                line.withNoise(TorchSteps.deviceNoise(steps)),
                steps.stream().map(TorchSteps.Step::deviceWork).toList());
    }

    private static TrustLine stepLine(
            String model,
            String range,
            List<TorchSteps.Step> steps,
            ToDoubleFunction<TorchSteps.Step> forecast,
            double bound) {
        TrustLine line = TrustLine.ofMean(
                "story", model, SOURCE, range, each(steps, forecast), each(steps, TorchSteps.Step::seconds), bound);
        return SimplerModels.beside(
                line.withNoise(TorchSteps.noise(steps)),
                steps.stream().map(TorchSteps.Step::work).toList());
    }
}
