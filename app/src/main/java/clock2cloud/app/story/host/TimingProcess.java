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
        List<SampledNet> nets = Arrays.asList(arguments).subList(3, arguments.length).stream()
                .map(SampledNet::parse)
                .filter(net -> Trainer.workersFor(net.net(), net.batch(), threads) == threads)
                .toList();
        List<TimedStep> steps = new ArrayList<>();
        nets.forEach(net -> steps.add(timer.time(net, threads, budget / 2)));
        for (int i = 0; i < steps.size(); i++) { // once more, when Java has compiled it all: the faster one counts
            TimedStep again = timer.time(nets.get(i), threads, budget / 2);
            steps.set(i, again.seconds() < steps.get(i).seconds() ? again : steps.get(i));
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
