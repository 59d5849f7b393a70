package clock2cloud.app.vm.kernel;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /** Wall time of every step, in seconds, over about this time. */
    double[] steps(double seconds) throws IOException {
        orders.write((seconds + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
        String line = answers.readLine();
        if (line == null || line.isBlank()) {
            throw new IOException("the training process ended");
        }
        return Arrays.stream(line.split(" ", -1))
                .mapToDouble(s -> Long.parseLong(s) / 1e6)
                .toArray();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
