package clock2cloud.app.story.gpu;

import clock2cloud.app.story.NamedNets;
import clock2cloud.app.story.Shipped;
import clock2cloud.app.story.baseline.SheetSeconds;
import clock2cloud.app.story.baseline.TimedWork;
import clock2cloud.app.story.fit.Noise;
import clock2cloud.app.story.fit.NonNegativeLeastSquares;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.nn.Net;
import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * Training steps that we timed under PyTorch ourselves ({@code bench/gpu}): eager with the batch in ordinary memory, and the
 * device's kernels alone; and the laws that come of them.
 */
public final class TorchSteps {
    private static final int REPEATS = 5;

    private static final List<Step> STEPS = read();

    private static final Host HOST = fitted(STEPS);

    private static final Map<String, ConvolutionLaw> LAWS = new ConcurrentHashMap<>();

    private TorchSteps() {}

    /**
     * One measured step.
     *
     * @param seconds a step of the eager loop
     * @param rangeSeconds from the fastest to the slowest of its repeats
     * @param deviceSeconds of its kernels replayed as a graph
     * @param blindSeconds of the step and {@code blindDeviceSeconds} of its kernels, as forecast before anything was measured
     */
    public record Step(
            String machine,
            String name,
            Net net,
            UpdateRule rule,
            int batch,
            double seconds,
            double rangeSeconds,
            double deviceSeconds,
            double deviceRangeSeconds,
            OptionalDouble blindSeconds,
            double blindDeviceSeconds) {
        public boolean convolves() {
            return !Character.isDigit(name.charAt(0));
        }

        public ConvolutionTerms terms() {
            return ConvolutionTerms.of(net, batch, rule);
        }

        /** The step for simpler models. */
        public TimedWork work() {
            return work(seconds);
        }

        /** Its kernels alone. */
        public TimedWork deviceWork() {
            return work(deviceSeconds);
        }

        private TimedWork work(double timed) {
            GraphicsProcessor gpu = gpu(machine);
            return new TimedWork(
                    name + " " + net.inputs() + " " + rule,
                    machine,
                    batch,
                    SheetSeconds.of(
                            Work.of(net, batch).operations(), gpu.boostFlopsPerSecond(), gpu.memoryBytesPerSecond()),
                    timed);
        }

        double inputBytes() {
            return 4.0 * batch * net.inputs();
        }
    }

    /**
     * What Python and PyTorch take beside the device.
     *
     * @param stepSeconds a step
     * @param kernelSeconds for each kernel of {@link ConvolutionTerms#kernels}
     */
    public record Host(double stepSeconds, double kernelSeconds) {}

    private static List<Step> read() {
        List<Step> steps = new ArrayList<>();
        for (String line : Shipped.text("timing/pytorch-steps.csv").lines().toList()) {
            if (!line.startsWith("#") && !line.startsWith("machine")) {
                steps.add(step(line.split(",", -1)));
            }
        }
        return List.copyOf(steps);
    }

    private static Step step(String[] cell) {
        return new Step(
                cell[0],
                cell[1],
                net(cell[1], cell[2]),
                UpdateRule.of(cell[3]),
                Integer.parseInt(cell[4]),
                Double.parseDouble(cell[5]),
                Double.parseDouble(cell[7]) - Double.parseDouble(cell[6]),
                Double.parseDouble(cell[8]),
                Double.parseDouble(cell[10]) - Double.parseDouble(cell[9]),
                cell[11].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell[11])),
                Double.parseDouble(cell[12]));
    }

    private static Net net(String name, String pixels) {
        if (Character.isDigit(name.charAt(0))) {
            return Net.dense(
                    Activation.RELU,
                    Arrays.stream(name.split("-", -1))
                            .mapToInt(Integer::parseInt)
                            .toArray());
        }
        OptionalInt size = pixels.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(pixels));
        return NamedNets.of(name, size, OptionalInt.empty());
    }

    /** All that was timed on a machine. */
    public static List<Step> of(String machine) {
        return STEPS.stream().filter(step -> step.machine().equals(machine)).toList();
    }

    /** Mean error that the medians of some steps have themselves. */
    public static double noise(List<Step> steps) {
        return noise(steps, step -> step.rangeSeconds() / step.seconds());
    }

    /** The same of their kernels alone. */
    public static double deviceNoise(List<Step> steps) {
        return noise(steps, step -> step.deviceRangeSeconds() / step.deviceSeconds());
    }

    private static double noise(List<Step> steps, ToDoubleFunction<Step> range) {
        return steps.stream()
                .mapToDouble(step -> Noise.ofMedianByRange(range.applyAsDouble(step), REPEATS))
                .average()
                .orElse(0);
    }

    /** Whether steps were timed on such a GPU. */
    public static boolean timed(GraphicsProcessor gpu) {
        return STEPS.stream().map(Step::machine).distinct().anyMatch(machine -> gpu(machine)
                .name()
                .equals(gpu.name()));
    }

    private static GraphicsProcessor gpu(String machine) {
        return Machines.named(machine).gpu().orElseThrow();
    }

    /** What PyTorch takes on the host: two constants, from the nets of dense layers alone. */
    public static Host host() {
        return HOST;
    }

    /** The same as the steps of one machine alone tell it. */
    public static Host hostOf(String machine) {
        return fitted(of(machine));
    }

    /** Least squares of the relative errors of those steps in which the device waited for the host. */
    private static Host fitted(List<Step> steps) {
        List<Step> waited = steps.stream()
                .filter(step -> !step.convolves() && step.deviceSeconds() < step.seconds() / 2)
                .toList();
        double[][] a = new double[waited.size()][];
        double[] y = new double[waited.size()];
        for (int i = 0; i < y.length; i++) {
            Step step = waited.get(i);
            double feed = gpu(step.machine()).feedBytesPerSecond();
            a[i] = new double[] {1 / step.seconds(), step.terms().kernels() / step.seconds()};
            y[i] = 1 - step.inputBytes() / feed / step.seconds();
        }
        double[] x = NonNegativeLeastSquares.solve(a, y);
        return new Host(x[0], x[1]);
    }

    /** The steps of convolutional nets on one machine. */
    static List<Step> convolutions(String machine) {
        return of(machine).stream().filter(Step::convolves).toList();
    }

    /** The law of the device's share of a convolutional net's step, which has never seen that net. */
    public static ConvolutionLaw notFrom(String name) {
        return LAWS.computeIfAbsent(
                name,
                key -> ConvolutionLaw.fit(
                        gpu("h200"),
                        convolutions("h200").stream()
                                .filter(step -> !step.name().equals(name))
                                .map(step -> new ConvolutionLaw.Anchor(step.terms(), step.deviceSeconds(), false))
                                .toList()));
    }

    /** The same from all nets. */
    public static ConvolutionLaw anchored() {
        return notFrom("no net");
    }
}
