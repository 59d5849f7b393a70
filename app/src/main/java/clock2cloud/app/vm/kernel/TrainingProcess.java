package clock2cloud.app.vm.kernel;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The trainer in a Java process of its own, in a control group. */
final class TrainingProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final OutputStream orders;

    /** Starts it and waits until it is warm; its warm-up is not limited. */
    TrainingProcess(ControlGroup group) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add("-XX:+UseSerialGC");
        command.add("-Xmx512m");
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TrainingLoad.class.getName()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        group.add(process.pid());
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.getOutputStream();
        String ready = answers.readLine();
        if (!"ready".equals(ready)) {
            throw new IOException("the training process did not start");
        }
    }

    /**
     * Steps, one after the other.
     *
     * @param wallSeconds of each
     * @param cpuSeconds of the thread that trains, over all of them
     * @param otherCores that the other threads used meanwhile: compilers, timers
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Steps(double[] wallSeconds, double cpuSeconds, double otherCores) {
        double meanSeconds() {
            return Arrays.stream(wallSeconds).average().orElse(0);
        }

        /** CPU time of each step: its wall time, without what other programs took from it in the mean. */
        double[] workSeconds() {
            double own = Math.min(1, cpuSeconds / Arrays.stream(wallSeconds).sum());
            return Arrays.stream(wallSeconds).map(wall -> wall * own).toArray();
        }

        /** Both stretches; of the other threads the calmer one, for compilers finish. */
        Steps and(Steps later) {
            double[] both = Arrays.copyOf(wallSeconds, wallSeconds.length + later.wallSeconds.length);
            System.arraycopy(later.wallSeconds, 0, both, wallSeconds.length, later.wallSeconds.length);
            return new Steps(both, cpuSeconds + later.cpuSeconds, Math.min(otherCores, later.otherCores));
        }
    }

    /** Trains for about this time. */
    Steps steps(double seconds) throws IOException {
        Map<String, Double> before = threads();
        long start = System.nanoTime();
        orders.write((seconds + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
        String line = answers.readLine();
        if (line == null || line.isBlank()) {
            throw new IOException("the training process ended");
        }
        double taken = (System.nanoTime() - start) / 1e9;
        double most = 0;
        double all = 0;
        for (Map.Entry<String, Double> thread : threads().entrySet()) {
            double used = thread.getValue() - before.getOrDefault(thread.getKey(), 0.0);
            most = Math.max(most, used);
            all += used;
        }
        double[] wall = Arrays.stream(line.split(" ", -1))
                .mapToDouble(s -> Long.parseLong(s) / 1e6)
                .toArray();
        return new Steps(wall, most, (all - most) / taken);
    }

    /** CPU seconds of every thread that is alive. */
    private Map<String, Double> threads() throws IOException {
        Map<String, Double> seconds = new HashMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path task : tasks.toList()) {
                try {
                    String nanoseconds =
                            Files.readString(task.resolve("schedstat")).split(" ", -1)[0];
                    seconds.put(task.toString(), Long.parseLong(nanoseconds) / 1e9);
                } catch (NoSuchFileException gone) {
                    seconds.remove(task.toString());
                }
            }
        }
        return seconds;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
