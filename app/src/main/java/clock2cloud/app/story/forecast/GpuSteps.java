package clock2cloud.app.story.forecast;

import clock2cloud.app.story.gpu.ConvolutionTerms;
import clock2cloud.app.story.gpu.PublishedSteps;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.GraphicsProcessor.Generation;
import clock2cloud.app.story.machine.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A step on a GPU: Python's own time, then the longer of what the host needs to start the kernels and what the device needs to
 * run them. Small nets on fast devices are held by the host: that is why a V100 and an H100 take the same time for them.
 */
final class GpuSteps {
    /** Starting one operation of a graph: TensorFlow 1 and 2 (from memory). */
    private static final double ISSUE_2017_SECONDS = 12e-6;

    private static final double ISSUE_2021_SECONDS = 8e-6;

    /** TensorFlow before 1.5 kept pixels in another order than the library, and turned them at half the memory's speed. */
    private static final double REORDERING_SHARE = 0.5;

    private GpuSteps() {}

    /** Each layer called alone, as the published timings were. */
    static Breakdown calls(Machine machine, Workload work, boolean learns) {
        Map<String, Double> sums = new LinkedHashMap<>();
        dense(machine).parts(work, learns, true).forEach((name, seconds) -> sums.merge(name, seconds, Double::sum));
        String source = dense(machine).source();
        List<Part> parts = new ArrayList<>();
        sums.forEach((name, seconds) -> parts.add(new Part(name, seconds, "Σ over layers of " + name, source)));
        return new Breakdown(parts, dense(machine).interval(work), trust(machine), flags(machine, work));
    }

    /** A whole net under a framework. */
    static Breakdown framework(Machine machine, Workload work, Framework framework, boolean learns) {
        boolean first = first(framework);
        Map<String, Double> device = deviceParts(machine, work, framework, learns);
        double host = hostSeconds(machine, work, framework, learns);
        double issue = work.kernels(learns) * (first ? ISSUE_2017_SECONDS : ISSUE_2021_SECONDS);
        double busy = device.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                "host",
                host,
                "one constant a step: Python hands the batch over and waits for the loss",
                first ? "fitted to minimaxir 2017 (K80)" : "fitted to ddps-lab/profet 2021"));
        Part issued = new Part(
                "issue",
                issue,
                "operations × time to start one, beside the device: the longer of the two counts",
                "microseconds an operation, from memory");
        parts.add(busy >= issue ? issued.beside() : issued);
        String source =
                work.convolves() ? convolutionSource(machine) : dense(machine).source();
        device.forEach((name, seconds) -> {
            Part part = new Part(name, seconds, "Σ over layers of " + name, source);
            parts.add(busy >= issue ? part : part.beside());
        });
        return new Breakdown(parts, interval(machine, work, first), trust(machine), flags(machine, work));
    }

    /** A step of a net of dense layers alone, whose constants no longer need any file. */
    static DenseStep dense(Machine machine, Workload work, Framework framework) {
        return new DenseStep(
                dense(machine),
                hostSeconds(machine, work, framework, true),
                first(framework) ? ISSUE_2017_SECONDS : ISSUE_2021_SECONDS,
                interval(machine, work, first(framework)).more90());
    }

    private static boolean first(Framework framework) {
        return framework != Framework.TENSORFLOW_2;
    }

    private static double hostSeconds(Machine machine, Workload work, Framework framework, boolean learns) {
        return first(framework)
                ? KerasHost.onGpus().secondsPerStep()
                : convolutionParts(machine, work, learns).getOrDefault("host", 0.0);
    }

    /** Seconds that the device works on a step. */
    static double deviceSeconds(Machine machine, Workload work, Framework framework, boolean learns) {
        return deviceParts(machine, work, framework, learns).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static Map<String, Double> deviceParts(
            Machine machine, Workload work, Framework framework, boolean learns) {
        if (!work.convolves()) {
            return DenseStep.deviceParts(dense(machine), work, learns);
        }
        Map<String, Double> parts = convolutionParts(machine, work, learns);
        parts.remove("host");
        if (framework != Framework.TENSORFLOW_2) {
            double rate = REORDERING_SHARE * gpu(machine).memoryBytesPerSecond();
            parts.put("reordering", work.reorderedBytes(learns) / rate);
        }
        return parts;
    }

    /** From one to the other by a share of the way, in ratio. */
    private static double between(double one, double other, double share) {
        return one <= 0 || other <= 0
                ? (1 - share) * one + share * other
                : Math.exp((1 - share) * Math.log(one) + share * Math.log(other));
    }

    private static GraphicsProcessor gpu(Machine machine) {
        return machine.gpu().orElseThrow();
    }

    private static ConvolutionTerms terms(Workload work, boolean learns) {
        return ConvolutionTerms.of(work.net(), work.batch(), learns ? work.rule() : UpdateRule.NONE);
    }

    private static Map<String, Double> convolutionParts(Machine machine, Workload work, boolean learns) {
        GraphicsProcessor gpu = gpu(machine);
        Map<String, Double> kepler =
                PublishedSteps.notFrom("p2.xlarge", work.name()).parts(gpu, terms(work, learns));
        Map<String, Double> turing =
                PublishedSteps.notFrom("g4dn.xlarge", work.name()).parts(gpu, terms(work, learns));
        int age = gpu.generation().compareTo(Generation.KEPLER);
        double younger = Math.min(1, age / 3.0);
        Map<String, Double> parts = new LinkedHashMap<>();
        kepler.forEach((name, seconds) -> parts.put(name, between(seconds, turing.getOrDefault(name, 0.0), younger)));
        return parts;
    }

    private static String convolutionSource(Machine machine) {
        return PublishedSteps.INSTANCES.contains(machine.name()) || gpu(machine).generation() == Generation.KEPLER
                ? "ddps-lab/profet 2021, nets other than this"
                : "data sheet, shares between those of a K80 and a T4 (ddps-lab/profet 2021)";
    }

    private static String trust(Machine machine) {
        return dense(machine).timed().isPresent() || PublishedSteps.INSTANCES.contains(machine.name())
                ? "published"
                : "data sheet";
    }

    private static Interval interval(Machine machine, Workload work, boolean first) {
        if (work.convolves()) {
            boolean timed = PublishedSteps.INSTANCES.contains(machine.name());
            return Interval.of(timed && !first ? 0.16 : trust(machine).equals("published") ? 0.3 : 0.8);
        }
        return Interval.of(trust(machine).equals("published") ? 0.3 : 0.6);
    }

    private static List<String> flags(Machine machine, Workload work) {
        if (!dense(machine).timed().isPresent() && !PublishedSteps.INSTANCES.contains(machine.name())) {
            return List.of("outside: this device was never timed, the forecast is by its data sheet");
        }
        return work.convolves() ? List.of() : dense(machine).flags(work);
    }

    private static DenseLayers dense(Machine machine) {
        return DenseLayers.of(gpu(machine));
    }
}
