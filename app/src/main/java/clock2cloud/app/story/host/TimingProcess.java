package clock2cloud.app.story.host;

import clock2cloud.app.table.Json;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A fresh process that warms up and times steps of some nets: {@code threads budget warm-up net net …}, JSON on its output. */
public final class TimingProcess {
    /** What it found. */
    record Timings(double warmUpSeconds, List<TimedStep> steps) {}

    private TimingProcess() {}

    public static void main(String[] arguments) {
        int threads = Integer.parseInt(arguments[0]);
        double budget = Double.parseDouble(arguments[1]);
        double warmUp = Double.parseDouble(arguments[2]);
        StepTimer timer = new StepTimer(FastKernels.here(), System::nanoTime);
        SampledNet small = SampledNet.of(30, Activation.RELU, 784, 90, 60, 10);
        double lost = timer.warmUpSeconds(small, threads, warmUp);
        timer.time(SampledNet.of(20, Activation.SIGMOID, 784, 90, 10), threads, warmUp / 6);
        timer.time(SampledNet.of(20, Activation.TANH, 784, 90, 10), threads, warmUp / 6);
        List<TimedStep> steps = new ArrayList<>();
        for (String text : Arrays.asList(arguments).subList(3, arguments.length)) {
            SampledNet net = SampledNet.parse(text);
            if (Trainer.workersFor(net.net(), net.batch(), threads) == threads) {
                steps.add(timer.time(net, threads, budget));
            }
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Json.write(new Timings(lost, steps)));
    }

    /** Runs it. */
    static Timings of(int threads, double budgetSeconds, double warmUpSeconds, List<SampledNet> nets) {
        List<String> arguments = new ArrayList<>(
                List.of(String.valueOf(threads), String.valueOf(budgetSeconds), String.valueOf(warmUpSeconds)));
        nets.forEach(net -> arguments.add(net.text()));
        return Json.read(FreshJava.run(TimingProcess.class, arguments), "timings", Timings.class);
    }
}
