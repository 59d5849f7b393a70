package clock2cloud.app.story.forecast;

import clock2cloud.app.story.gpu.ConvolutionLaw;
import clock2cloud.app.story.gpu.ConvolutionTerms;
import clock2cloud.app.story.gpu.PublishedSteps;
import clock2cloud.app.story.gpu.TorchSteps;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.GraphicsProcessor.Generation;
import clock2cloud.app.story.machine.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A step on a GPU: what the host takes alone and the batch's way to the device, then the longer of what the host needs to start
 * the kernels and what the device needs to run them. Small nets on fast devices are held by the host: that is why a V100 and an
 * H100 take the same time for them.
 */
final class GpuSteps {
    /** Starting one operation of a graph: TensorFlow 1 and 2 (from memory). */
    private static final double ISSUE_2017_SECONDS = 12e-6;

    private static final double ISSUE_2021_SECONDS = 8e-6;

    /** Half the width of the 90% interval of a step under PyTorch, as a logarithm: hosts differ by a third. */
    static final double TORCH_LOG = 0.4;

    /** TensorFlow before 1.5 kept pixels in another order than the library, and turned them at half the memory's speed. */
    private static final double REORDERING_SHARE = 0.5;

    private static final Set<Framework> OF_2017 = Set.of(Framework.KERAS_2017, Framework.KERAS_2017_PIP);

    private GpuSteps() {}

    /** Each layer called alone, as the published timings were. */
    static Breakdown calls(Machine machine, Workload work, boolean learns) {
        Map<String, Double> sums = new LinkedHashMap<>();
        dense(machine).parts(work, learns, true).forEach((name, seconds) -> sums.merge(name, seconds, Double::sum));
        String source = dense(machine).source();
        List<Part> parts = new ArrayList<>();
        sums.forEach((name, seconds) -> parts.add(new Part(name, seconds, "Σ over layers of " + name, source)));
        return new Breakdown(
                parts,
                dense(machine).interval(work),
                trust(machine, Framework.CALLS),
                flags(machine, work, Framework.CALLS));
    }

    /** A whole net under a framework. */
    static Breakdown framework(Machine machine, Workload work, Framework framework, boolean learns) {
        HostPace host = host(machine, work, framework, learns);
        Map<String, Double> device = deviceParts(machine, work, framework, learns);
        double feed = device.containsKey("feed") ? device.remove("feed") : DenseStep.feedSeconds(gpu(machine), work);
        double busy = device.values().stream().mapToDouble(Double::doubleValue).sum();
        double issue = host.issueSeconds(work.kernels(learns));
        List<Part> parts = new ArrayList<>();
        if (host.aloneSeconds() > 0) {
            parts.add(new Part(
                    "host",
                    host.aloneSeconds(),
                    "one constant a step: Python hands the batch over and waits for the loss",
                    hostSource(framework)));
        }
        parts.add(new Part("feed", feed, "bytes of the batch / rate of ordinary memory", "data sheet, at most 9 GB/s"));
        Part issued = new Part(
                "issue",
                issue,
                host.besideSeconds() > 0
                        ? "one constant a step + kernels × time to start one, beside the device: the longer of the two counts"
                        : "kernels × time to start one, beside the device: the longer of the two counts",
                framework == Framework.PYTORCH_2 ? hostSource(framework) : "microseconds a kernel, from memory");
        parts.add(busy >= issue ? issued.beside() : issued);
        String source =
                work.convolves() ? convolutionSource(machine) : dense(machine).source();
        device.forEach((name, seconds) -> {
            boolean gaps = name.equals("gaps") && !work.convolves();
            Part part = new Part(
                    name,
                    seconds,
                    gaps ? "kernels × time between two" : "Σ over layers of " + name,
                    gaps ? "microseconds a kernel, from memory; from Ampere on as an H200 asks for" : source);
            parts.add(busy >= issue ? part : part.beside());
        });
        return new Breakdown(
                parts, interval(machine, work, framework), trust(machine, framework), flags(machine, work, framework));
    }

    private static String hostSource(Framework framework) {
        return switch (framework) {
            case KERAS_2017, KERAS_2017_PIP -> "fitted to minimaxir 2017 (K80)";
            case PYTORCH_2 -> "fitted to dense nets on two hosts, our own timings of 2026";
            default -> "fitted to ddps-lab/profet 2021";
        };
    }

    /** A step of a net of dense layers alone, whose constants no longer need any file. */
    static DenseStep dense(Machine machine, Workload work, Framework framework) {
        return new DenseStep(
                dense(machine),
                host(machine, work, framework, true),
                interval(machine, work, framework).more90());
    }

    private static HostPace host(Machine machine, Workload work, Framework framework, boolean learns) {
        return switch (framework) {
            case KERAS_2017, KERAS_2017_PIP -> new HostPace(KerasHost.onGpus().secondsPerStep(), 0, ISSUE_2017_SECONDS);
            case PYTORCH_2 ->
                new HostPace(
                        0, TorchSteps.host().stepSeconds(), TorchSteps.host().kernelSeconds());
            default ->
                new HostPace(convolutionParts(machine, work, learns).getOrDefault("host", 0.0), 0, ISSUE_2021_SECONDS);
        };
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
        if (framework == Framework.KERAS_2017 || framework == Framework.KERAS_2017_PIP) {
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

    /** From the laws of the K80 and the T4, and from Ampere on from those of the T4 and the H200. */
    private static Map<String, Double> convolutionParts(Machine machine, Workload work, boolean learns) {
        GraphicsProcessor gpu = gpu(machine);
        ConvolutionTerms terms = terms(work, learns);
        Map<String, Double> turing =
                PublishedSteps.notFrom("g4dn.xlarge", work.name()).parts(gpu, terms);
        int sinceTuring = gpu.generation().compareTo(Generation.TURING);
        int sinceKepler = gpu.generation().compareTo(Generation.KEPLER);
        boolean younger = sinceTuring > 0;
        Map<String, Double> other = younger
                ? TorchSteps.notFrom(work.name()).parts(gpu, terms)
                : PublishedSteps.notFrom("p2.xlarge", work.name()).parts(gpu, terms);
        double share = younger ? 1 - sinceTuring / 3.0 : Math.min(1, sinceKepler / 3.0);
        Map<String, Double> parts = new LinkedHashMap<>();
        other.forEach((name, seconds) -> parts.put(name, between(seconds, turing.getOrDefault(name, 0.0), share)));
        if (younger) {
            parts.put("host", turing.getOrDefault("host", 0.0));
        }
        return parts;
    }

    private static String convolutionSource(Machine machine) {
        Generation generation = gpu(machine).generation();
        if (generation == Generation.HOPPER) {
            return "our own timings on an H200, nets other than this";
        }
        return PublishedSteps.INSTANCES.contains(machine.name()) || generation == Generation.KEPLER
                ? "ddps-lab/profet 2021, nets other than this"
                : generation.compareTo(Generation.TURING) > 0
                        ? "data sheet, shares between those of a T4 (ddps-lab/profet 2021) and an H200 (our own timings)"
                        : "data sheet, shares between those of a K80 and a T4 (ddps-lab/profet 2021)";
    }

    private static String trust(Machine machine, Framework framework) {
        if (timedHere(machine, framework)) {
            return "timed";
        }
        return dense(machine).timed().isPresent() || PublishedSteps.INSTANCES.contains(machine.name())
                ? "published"
                : "data sheet";
    }

    /** Whether we timed steps of such a device under this framework ourselves. */
    private static boolean timedHere(Machine machine, Framework framework) {
        return framework == Framework.PYTORCH_2 && TorchSteps.timed(gpu(machine));
    }

    private static Interval interval(Machine machine, Workload work, Framework framework) {
        if (framework == Framework.PYTORCH_2 && gpu(machine).generation() == Generation.HOPPER) {
            return Interval.of(TORCH_LOG);
        }
        boolean published = trust(machine, framework).equals("published") && framework != Framework.PYTORCH_2;
        if (work.convolves()) {
            boolean timed = PublishedSteps.INSTANCES.contains(machine.name());
            return Interval.of(
                    timed && framework == Framework.TENSORFLOW_2
                            ? 0.16
                            : published ? 0.3 : ConvolutionLaw.NEVER_SEEN_LOG);
        }
        return Interval.of(published ? 0.3 : 0.6);
    }

    private static List<String> flags(Machine machine, Workload work, Framework framework) {
        if (timedHere(machine, framework)) {
            return List.of();
        }
        List<String> flags = new ArrayList<>(ofDevice(machine, work));
        Generation generation = gpu(machine).generation();
        if (framework == Framework.PYTORCH_2) {
            flags.add("outside: PyTorch's share of the host was timed beside an H100 and an H200 alone");
        }
        if (OF_2017.contains(framework) && generation.compareTo(Generation.PASCAL) > 0) {
            flags.add("outside: TensorFlow of 2017 knows no GPU of this generation");
        }
        return flags;
    }

    private static List<String> ofDevice(Machine machine, Workload work) {
        if (!dense(machine).timed().isPresent() && !PublishedSteps.INSTANCES.contains(machine.name())) {
            return List.of("outside: this device was never timed, the forecast is by its data sheet");
        }
        return work.convolves() ? List.of() : dense(machine).flags(work);
    }

    private static DenseLayers dense(Machine machine) {
        return DenseLayers.of(gpu(machine));
    }
}
