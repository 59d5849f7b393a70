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
final class TrainingProcess implements TrainingSteps.Trainee, AutoCloseable {
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

    /** Goes on in another group. */
    void move(ControlGroup group) throws IOException {
        group.add(process.pid());
    }

    @Override
    public TrainingSteps steps(double seconds) throws IOException {
        Map<Path, Used> before = threads();
        long start = System.nanoTime();
        orders.write((seconds + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
        String line = answers.readLine();
        if (line == null || line.isBlank()) {
            throw new IOException("the training process ended");
        }
        double taken = (System.nanoTime() - start) / 1e9;
        Used most = Used.NOTHING;
        double all = 0;
        for (Map.Entry<Path, Used> thread : threads().entrySet()) {
            Used used = thread.getValue().since(before.getOrDefault(thread.getKey(), Used.NOTHING));
            most = used.cpuSeconds() > most.cpuSeconds() ? used : most;
            all += used.cpuSeconds();
        }
        double[] wall = Arrays.stream(line.split(" ", -1))
                .mapToDouble(s -> Long.parseLong(s) / 1e6)
                .toArray();
        return new TrainingSteps(wall, most.cpuSeconds(), most.switches(), (all - most.cpuSeconds()) / taken);
    }

    /** What a thread has had so far. */
    private record Used(double cpuSeconds, long switches) {
        static final Used NOTHING = new Used(0, 0);

        static Used of(Path task) throws IOException {
            String nanoseconds = Files.readString(task.resolve("schedstat")).split(" ", -1)[0];
            long switches = 0;
            for (String line : Files.readAllLines(task.resolve("status"))) {
                if (line.startsWith("nonvoluntary_ctxt_switches:")) {
                    switches =
                            Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
                }
            }
            return new Used(Long.parseLong(nanoseconds) / 1e9, switches);
        }

        Used since(Used before) {
            return new Used(cpuSeconds - before.cpuSeconds, switches - before.switches);
        }
    }

    /** All threads that are alive. */
    private Map<Path, Used> threads() throws IOException {
        Map<Path, Used> found = new HashMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path task : tasks.toList()) {
                try {
                    found.put(task, Used.of(task));
                } catch (NoSuchFileException gone) {
                    found.remove(task);
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
