package clock2cloud.app.spot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A trainee in a process of its own, seen from outside. */
final class Child implements Worker {
    private static final long POLLS = 200_000_000L;
    private final Path folder;
    private final RehearsalClock clock;
    private final Process process;
    private final BufferedReader says;
    private final OutputStream tell;

    Child(Trainee.Plan plan, RehearsalClock clock) {
        folder = plan.folder();
        this.clock = clock;
        clock.lap();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Trainee.class.getName()));
        command.addAll(plan.arguments());
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        says = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        tell = process.getOutputStream();
    }

    @Override
    public int ready() {
        int epochs = await("ready");
        clock.taken(RehearsalClock.Kind.LAUNCH);
        return epochs;
    }

    @Override
    public int epoch() {
        return asked("epoch", RehearsalClock.Kind.EPOCH);
    }

    @Override
    public int save() {
        return asked("saved", RehearsalClock.Kind.DUMP);
    }

    private int asked(String word, RehearsalClock.Kind kind) {
        clock.lap();
        go();
        int epochs = await(word);
        clock.taken(kind);
        return epochs;
    }

    /** Waits for a line such as {@code epoch 7} and returns its number. */
    private int await(String word) {
        try {
            String line = says.readLine();
            if (line == null || !line.startsWith(word + " ")) {
                throw new IllegalStateException("the trainee said '" + line + "' where '" + word + "' was due");
            }
            return Integer.parseInt(line.substring(word.length() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it go on to its next epoch or dump. */
    private void go() {
        try {
            tell.write('\n');
            tell.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void dieAtWork(double fraction) {
        go();
        try {
            Thread.sleep((long) (1000 * fraction * clock.meanSeconds(RehearsalClock.Kind.EPOCH)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** SIGKILL, and gone. */
    private void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it dump and kills it as soon as the half-written file shows; true when that file is all that is left of it. */
    @Override
    public boolean dieSaving() {
        go();
        for (long i = 0; i < POLLS && !halfWritten() && process.isAlive() && !saved(); i++) {
            Thread.onSpinWait();
        }
        kill();
        return halfWritten();
    }

    private boolean saved() {
        try {
            return says.ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean halfWritten() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
