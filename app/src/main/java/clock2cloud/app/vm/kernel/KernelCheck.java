package clock2cloud.app.vm.kernel;

import clock2cloud.vm.entitlement.Claim;
import clock2cloud.vm.entitlement.Entitlement;
import clock2cloud.vm.scheduler.BandwidthLimit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What the models say beside what the kernel does. */
public final class KernelCheck {
    private static final double SHARE_BOUND = 0.02;

    private final ControlGroups groups;
    private final double seconds;
    private final Consumer<String> progress;
    private final QuietWindow window;
    private final String processor;
    private final List<Line> lines = new ArrayList<>();

    /** One comparison; the bound is the error that we aim to stay under. */
    public record Line(
            String name, double modelled, double measured, double errorFraction, String unit, double boundFraction) {
        /** Whether the error is under the bound. */
        public boolean holds() {
            return errorFraction <= boundFraction;
        }
    }

    /** {@code seconds} for each measurement. */
    public KernelCheck(ControlGroups groups, double seconds, Consumer<String> progress) throws IOException {
        this.processor = Affinity.first(Affinity.allowed());
        this.groups = groups;
        this.seconds = seconds;
        this.progress = progress;
        this.window = new QuietWindow(progress);
    }

    /** Runs all that this machine's controllers allow. */
    public List<Line> run() throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        if (groups.canPin()) {
            for (int weight : new int[] {1, 3, 9}) {
                weights(weight);
            }
        } else {
            progress.accept("skipped: weights need the cpuset controller, or taskset");
        }
        for (double quota : new double[] {0.25, 0.5, 0.8, 1.5}) {
            quota(quota, processors);
        }
        if (groups.has("cpuset")) {
            cpuSet();
        } else {
            progress.accept("skipped: the CPU set needs the cpuset controller");
        }
        if (groups.has("memory")) {
            memory();
        } else {
            progress.accept("skipped: the memory limit needs the memory controller");
        }
        new TrainingCheck(groups, processor, seconds, this::line, progress).run();
        return List.copyOf(lines);
    }

    private void line(String name, double modelled, double measured, String unit, double bound) {
        Line line = new Line(name, modelled, measured, Math.abs(modelled - measured) / measured, unit, bound);
        lines.add(line);
        progress.accept(String.format(
                java.util.Locale.ROOT,
                "%-44s modelled %10.4f  measured %10.4f %s  error %.2f%%",
                name,
                modelled,
                measured,
                unit,
                100 * line.errorFraction()));
    }

    /** Two busy processes on one processor. */
    private void weights(int weight) throws IOException {
        try (ControlGroup light = groups.create();
                ControlGroup heavy = groups.create()) {
            light.processors(processor);
            heavy.processors(processor);
            light.weight(1);
            heavy.weight(weight);
            try (BusyProcess a = new BusyProcess(light);
                    BusyProcess b = new BusyProcess(heavy)) {
                double[] used = window.used(2 * seconds, a, b);
                double[] entitled =
                        Entitlement.divide(1, List.of(Claim.of("light", 1, 1), Claim.of("heavy", 1, weight)));
                line(
                        "share of the heavy one, weights 1:" + weight,
                        entitled[1],
                        used[1] / (used[0] + used[1]),
                        "of a core",
                        SHARE_BOUND);
                if (weight > 1) {
                    line(
                            "share of the light one, weights 1:" + weight,
                            entitled[0],
                            used[0] / (used[0] + used[1]),
                            "of a core",
                            SHARE_BOUND);
                }
            }
        }
    }

    /** As many busy processes as the quota can feed. */
    private void quota(double quota, int processors) throws IOException {
        int threads = (int) Math.ceil(quota);
        if (threads > processors) {
            progress.accept("skipped: a quota of " + quota + " cores needs " + threads + " processors");
            return;
        }
        try (ControlGroup group = groups.create()) {
            group.quota(quota);
            List<BusyProcess> busy = new ArrayList<>();
            try {
                for (int i = 0; i < threads; i++) {
                    busy.add(new BusyProcess(group));
                }
                double[] used = window.used(seconds, busy.toArray(BusyProcess[]::new));
                double modelled = BandwidthLimit.ofCores(quota).coreFraction(threads);
                line(
                        "CPU under a quota of " + Math.round(quota * 100) + "%",
                        modelled,
                        Arrays.stream(used).sum(),
                        "cores",
                        SHARE_BOUND);
            } finally {
                busy.forEach(BusyProcess::close);
            }
        }
    }

    /** Two busy processes that may use one processor. */
    private void cpuSet() throws IOException {
        try (ControlGroup group = groups.create()) {
            group.processors(processor);
            try (BusyProcess a = new BusyProcess(group);
                    BusyProcess b = new BusyProcess(group)) {
                double[] used = window.used(seconds, a, b);
                line("CPU of two processes on a set of one", 1, used[0] + used[1], "cores", SHARE_BOUND);
            }
        }
    }

    /** A process that wants four times the limit is stopped at it. */
    private void memory() throws IOException {
        long limit = 64L << 20;
        try (ControlGroup group = groups.create()) {
            group.memoryLimit(limit);
            String hog = "read go; head -c 268435456 /dev/zero | tail";
            Process process = new ProcessBuilder("sh", "-c", hog)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            group.add(process.pid());
            process.getOutputStream().write('\n');
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            line(
                    "peak memory under a limit of 64 MiB",
                    limit / 1048576.0,
                    group.memoryPeak() / 1048576.0,
                    "MiB",
                    SHARE_BOUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
