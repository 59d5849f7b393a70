package clock2cloud.app.story.forecast;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.gpu.TorchSteps;
import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Steps under PyTorch on young GPUs, as forecast and as we timed them. */
public final class TorchChecks {
    private static final String SOURCE = "our own timings, PyTorch 2.11, CUDA 13.0, fp32, 26 November 2026 (bench/gpu)";

    private static final String DENSE = "30-4,096 wide, 1-4 layers, batch 10-2,048, SGD, momentum, Adam";

    private static final String CONVOLUTIONS = "lenet5, mnist-cnn, cifar10-cnn, 28-256 pixels, batch 16-700";

    private TorchChecks() {}

    public static List<TrustLine> lines() {
        List<TrustLine> lines = new ArrayList<>();
        for (boolean convolves : new boolean[] {false, true}) {
            String nets = convolves ? "convolutional nets" : "dense nets";
            List<TorchSteps.Step> first = steps("h200", convolves);
            List<TorchSteps.Step> second = steps("h100", convolves);
            lines.add(blindKernels(
                            "GPU never timed: kernels of a step of " + nets + " by an H100's data sheet",
                            "an H200 answered, whose memory is 1.4 times as fast; the law counted too many gaps between kernels of"
                                    + " dense nets, none between others",
                            first)
                    .bounded(TrustLine.Bound.NONE, 0));
            lines.add(blindKernels(
                    "H100 by its data sheet and an H200's factors: kernels of a step of " + nets,
                    convolves ? CONVOLUTIONS : DENSE,
                    second));
            lines.add(blindSteps(nets, convolves ? CONVOLUTIONS : DENSE, second));
        }
        List<TorchSteps.Step> convolutions = steps("h200", true);
        lines.add(line(
                "Kernels of a convolutional net's step on an H200, by the other nets",
                CONVOLUTIONS,
                convolutions,
                TorchChecks::kernels,
                TorchSteps.Step::deviceSeconds,
                0.2));
        lines.add(line(
                "Step of a convolutional net under PyTorch on an H200, by the other nets; host constants from dense ones",
                CONVOLUTIONS,
                convolutions,
                step -> forecast(step).secondsPerStep(),
                TorchSteps.Step::seconds,
                0.2));
        return lines;
    }

    private static List<TorchSteps.Step> steps(String machine, boolean convolves) {
        return TorchSteps.of(machine).stream()
                .filter(step -> step.convolves() == convolves)
                .toList();
    }

    private static Forecast forecast(TorchSteps.Step step) {
        Machine machine = Machines.named(step.machine());
        Workload work = new Workload(step.net(), step.name(), step.batch(), 1, 60_000, 0, step.rule());
        return Forecaster.forecast(machine, work, Conditions.USUAL);
    }

    /** Seconds that the device works on a step. */
    private static double kernels(TorchSteps.Step step) {
        return forecast(step).parts().stream()
                .filter(part -> !part.name().equals("issue") && !part.name().equals("feed"))
                .mapToDouble(Part::seconds)
                .sum();
    }

    /** What was written down before the kernels were timed. */
    private static TrustLine blindKernels(String model, String range, List<TorchSteps.Step> steps) {
        return line(
                model + ", written down before",
                range,
                steps,
                TorchSteps.Step::blindDeviceSeconds,
                TorchSteps.Step::deviceSeconds,
                0.3);
    }

    private static TrustLine blindSteps(String nets, String range, List<TorchSteps.Step> steps) {
        double held = steps.stream()
                .filter(step ->
                        Math.abs(Math.log(step.blindSeconds().orElseThrow() / step.seconds())) <= GpuSteps.TORCH_LOG)
                .count();
        return line(
                        "H100 by its data sheet and an H200's factors: step of " + nets
                                + " under PyTorch, written down before",
                        range + "; its host took a third longer than the H200's",
                        steps,
                        step -> step.blindSeconds().orElseThrow(),
                        TorchSteps.Step::seconds,
                        0.3)
                .withCoverage(held / steps.size());
    }

    private static TrustLine line(
            String model,
            String range,
            List<TorchSteps.Step> steps,
            ToDoubleFunction<TorchSteps.Step> forecast,
            ToDoubleFunction<TorchSteps.Step> timed,
            double bound) {
        return TrustLine.ofMean(
                "story",
                model,
                SOURCE,
                range,
                steps.stream().mapToDouble(forecast).toArray(),
                steps.stream().mapToDouble(timed).toArray(),
                bound);
    }
}
