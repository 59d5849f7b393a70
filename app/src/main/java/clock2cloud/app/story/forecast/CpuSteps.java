package clock2cloud.app.story.forecast;

import clock2cloud.app.story.machine.Processor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step on a processor: products at a share of the peak of the cores, weights through the memory, Python's own time, and a
 * cost for every core that is told to help, which grows with the activations that are cut up. That last term is why more
 * virtual processors can be slower.
 */
public final class CpuSteps {
    /** Share of peak that Eigen's products reach, compiled for the processor; published: 45% on a Q9400. */
    private static final double EIGEN_SHARE = 0.4;

    /** The same as pip ships it, without AVX: half of it, at a quarter of the vector and twice the share. */
    private static final double PIP_SHARE = 0.2;

    /** No framework of 2017 used more than AVX2. */
    private static final double AVX2_FLOPS = 32;

    /** Bytes of activations whose handing out costs as much as the call itself. */
    private static final double HANDED_BYTES = 39.4e6;

    /** Passes over the activations, and floats read and written a weight besides the rule's own. */
    private static final int ACTIVATION_PASSES = 6;

    private static final int WEIGHT_FLOATS = 5;

    /** The own trainer: share of peak, microseconds an operation, part that more cores do not speed up. */
    private static final double OWN_SHARE = 0.5;

    private static final double OWN_CALL_SECONDS = 2e-6;

    private static final double OWN_SERIAL = 0.15;

    private CpuSteps() {}

    /** The products and the weights alone, for a number of cores of a processor. */
    static double computeSeconds(Processor cpu, int cores, Workload work, Framework build, boolean learns) {
        return products(cpu, cores, work, build, learns) + weights(cpu, cores, work, learns);
    }

    private static double products(Processor cpu, int cores, Workload work, Framework build, boolean learns) {
        double share = build == Framework.KERAS_2017_PIP ? PIP_SHARE : EIGEN_SHARE;
        double peak = cores * cpu.clockHertz() * Math.min(AVX2_FLOPS, cpu.flopsPerCycle());
        return work.productFlops(learns) / (share * peak);
    }

    private static double weights(Processor cpu, int cores, Workload work, boolean learns) {
        double floats = learns ? WEIGHT_FLOATS + work.rule().floatsPerWeight() : 1;
        return 4.0 * work.net().parameters() * floats / (cpu.memoryBytesPerSecond() * cores / cpu.cores());
    }

    /** How many times a core's own cost a step pays. */
    static double handing(int cores, Workload work, boolean learns) {
        double bytes = 4.0 * work.activations() * (learns ? ACTIVATION_PASSES : ACTIVATION_PASSES / 3.0);
        return cores * (1 + bytes / HANDED_BYTES);
    }

    /** A step under Keras. */
    static Breakdown keras(Processor cpu, int cores, Workload work, Framework build, boolean learns) {
        KerasHost host = KerasHost.onProcessors(build);
        double products = products(cpu, cores, work, build, learns);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                "host", host.secondsPerStep(), "one constant a build", "fitted to minimaxir 2017, 8 to 32 vCPU"));
        parts.add(new Part(
                "products",
                products,
                "operations of the products / (share of peak × peak of the cores)",
                "Eigen reaches 45% of a Q9400's peak (published); 40% taken"));
        parts.add(new Part(
                "weights",
                weights(cpu, cores, work, learns),
                "weights × (5 + the rule's floats) / memory bandwidth of the cores",
                "data sheet"));
        parts.add(new Part(
                "handing out",
                host.secondsPerCore() * handing(cores, work, learns),
                "a core's cost × cores × (1 + activations / 39 MB)",
                "fitted to minimaxir 2017, 8 to 32 vCPU"));
        boolean seen = build != Framework.TENSORFLOW_2
                && cpu.microarchitecture().equals(Optional.of("Skylake"))
                && cores >= 4
                && cores <= 16;
        return new Breakdown(
                parts, Interval.of(seen ? 0.15 : 0.5), seen ? "published" : "data sheet", flags(seen, build));
    }

    private static List<String> flags(boolean seen, Framework build) {
        if (build == Framework.TENSORFLOW_2) {
            return List.of(
                    "outside: on processors Keras of July 2017 was timed, not TensorFlow 2; its constants are taken");
        }
        return seen ? List.of() : List.of("outside: Keras' constants are from 4 to 16 Skylake cores of 2017");
    }

    /** A step of this project's trainer on a processor that it was not calibrated on. */
    public static Breakdown own(Processor cpu, int cores, Workload work, boolean learns) {
        double share = cpu.tunedFraction().orElse(OWN_SHARE);
        double peak = cpu.clockHertz() * cpu.flopsPerCycle();
        double gain = 1 / (OWN_SERIAL + (1 - OWN_SERIAL) / cores);
        double products = work.productFlops(learns) / (share * peak * gain);
        boolean cached = 4.0 * work.net().parameters() <= cpu.lastCacheBytes();
        double weights = cached ? 0 : 4.0 * work.net().parameters() * (learns ? 4 : 1) / cpu.memoryBytesPerSecond();
        double activations = 4.0 * work.activations() * (learns ? 6 : 2) / cpu.memoryBytesPerSecond();
        return new Breakdown(
                List.of(
                        new Part(
                                "products",
                                products,
                                "operations of the products / (share × peak of a core × 1 / (0.15 + 0.85 / cores))",
                                "share: published for tuned products where the file has it, else half"),
                        new Part(
                                "weights",
                                weights,
                                "weights × 4 passes / memory, unless they stay in cache",
                                "data sheet"),
                        new Part("activations", activations, "activations × 6 passes / memory", "data sheet"),
                        new Part(
                                "calls",
                                OWN_CALL_SECONDS * work.kernels(learns),
                                "2 µs an operation",
                                "order of magnitude of this trainer's calls")),
                Interval.of(0.7),
                "data sheet",
                List.of("outside: no machine like it was timed"));
    }
}
