package clock2cloud.app.cluster;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The check of data-parallel training: two real worker processes over loopback against one process, bit for bit. */
final class LoopbackTraining {
    private static final double RATE = 0.1;

    private LoopbackTraining() {}

    /**
     * What was measured. The one process holds both workers' copies and adds the same two gradients.
     *
     * @param sameBits the weights of both processes and of one process that adds the same two gradients are identical
     * @param computeSeconds median of a step of half the batch, both processes at once
     * @param allReduceSeconds median of a step's exchange
     * @param oneProcessSeconds median of a step of one process doing both halves
     * @param forecast what the law makes of shorter and longer steps
     */
    record Result(
            boolean sameBits,
            String fingerprint,
            int steps,
            double gradientBytes,
            double computeSeconds,
            double allReduceSeconds,
            double stepSeconds,
            double oneProcessSeconds,
            LoopbackForecast forecast) {}

    static Result run(int[] layers, int batch, int steps, long seed) {
        int warmUp = steps;
        List<String> arguments = List.of(
                Arrays.stream(layers).mapToObj(String::valueOf).collect(Collectors.joining(",")),
                String.valueOf(batch),
                String.valueOf(steps),
                String.valueOf(warmUp),
                String.valueOf(RATE),
                String.valueOf(seed));
        try {
            Process first = start("0", "0", arguments);
            Process second = null;
            try (BufferedReader firstOut = first.inputReader(StandardCharsets.UTF_8)) {
                second = start("1", answer(firstOut, "port ")[0], arguments);
                try (BufferedReader secondOut = second.inputReader(StandardCharsets.UTF_8)) {
                    return result(answer(firstOut, "done "), answer(secondOut, "done "), layers, batch, steps, seed);
                }
            } finally {
                first.destroyForcibly();
                if (second != null) {
                    second.destroyForcibly();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a worker process could not be run", e);
        }
    }

    private static Result result(String[] first, String[] second, int[] layers, int batch, int steps, long seed) {
        double[] alone = new double[steps];
        long fingerprint;
        DataSet data = Mnist.load().train();
        try (Replica replica = new Replica(layers, data, batch, 2, RATE, seed);
                Replica other = new Replica(layers, data, batch, 2, RATE, seed)) {
            for (int step = 0; step < 2 * steps; step++) {
                both(replica, other, step);
            }
            fingerprint = replica.fingerprint();
            // one thread reaches here before its code is compiled for good, so it goes on, and the last steps count
            for (int step = 2 * steps; step < 8 * steps; step++) {
                alone[step % steps] = both(replica, other, step);
            }
        }
        Arrays.sort(alone);
        String one = String.valueOf(fingerprint);
        double[] ours = numbers(first);
        double[] theirs = numbers(second);
        LoopbackForecast.Step measured = LoopbackForecast.Step.of(ours, theirs, 0);
        double bytes = ours[2];
        return new Result(
                one.equals(first[0]) && one.equals(second[0]),
                Long.toHexString(fingerprint),
                steps,
                bytes,
                measured.computeSeconds(),
                measured.allReduceSeconds(),
                measured.seconds(),
                alone[steps / 2],
                LoopbackForecast.of(
                        LoopbackForecast.Step.of(ours, theirs, 3),
                        LoopbackForecast.Step.of(ours, theirs, 5),
                        RingWorker.shorter(batch) / 2,
                        batch,
                        bytes));
    }

    /** What a worker says after its fingerprint. */
    private static double[] numbers(String[] answer) {
        return Arrays.stream(answer).skip(1).mapToDouble(Double::parseDouble).toArray();
    }

    /** A step of both halves in one process; its seconds, as if it had one net. */
    private static double both(Replica replica, Replica other, int step) {
        long start = System.nanoTime();
        float[] sum = replica.gradient(step, 0);
        float[] more = other.gradient(step, 1);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
        replica.step(sum);
        double seconds = (System.nanoTime() - start) / 1e9;
        other.step(sum);
        return seconds;
    }

    private static Process start(String rank, String port, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Djava.awt.headless=true"));
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RingWorker.class.getName(), rank, port));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String[] answer(BufferedReader worker, String word) throws IOException {
        for (String line = worker.readLine(); line != null; line = worker.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length()).split(" ", -1);
            }
        }
        throw new IOException("a worker process ended without '" + word.strip() + "'");
    }
}
