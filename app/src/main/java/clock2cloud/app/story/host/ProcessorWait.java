package clock2cloud.app.story.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How long this thread and a trainer's workers were ready to run while another program had their processor. Linux tells it of each
 * task (the second number of {@code /proc/PID/task/TID/schedstat}); elsewhere it is taken for the wall's time less the processor's, and
 * workers that sleep while they wait for each other are forgiven a little. Leaves out what a hypervisor or a neighbour on the same core takes.
 */
final class ProcessorWait {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final Path THIS_TASK = Path.of("/proc/thread-self/schedstat");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String WORKER = "nn-worker";
    private static final double FORGIVEN = 0.02;
    private static final double FORGIVEN_SLEEPERS = 0.1;

    private final List<LongSupplier> waits;
    private final double forgiven;

    /** Of readings in nanoseconds; up to this part of a sample is forgiven. */
    ProcessorWait(List<LongSupplier> waits, double forgiven) {
        this.waits = waits;
        this.forgiven = forgiven;
    }

    /** The workers that there are now; those of a trainer that is made next are told from them. */
    static Set<Long> workersNow() {
        return toldBySystem() ? tasks() : threads();
    }

    /** Of this thread and of the workers that were not there before; a worker has its name once it has done something. */
    static ProcessorWait ofNewWorkers(Set<Long> before, LongSupplier nanoClock) {
        Set<Long> added = workersNow();
        added.removeAll(before);
        List<LongSupplier> waits = new ArrayList<>();
        if (toldBySystem()) {
            waits.add(() -> queued(THIS_TASK));
            added.forEach(task -> waits.add(() -> queued(TASKS.resolve(task + "/schedstat"))));
            return new ProcessorWait(waits, FORGIVEN);
        }
        if (THREADS.isThreadCpuTimeSupported()) {
            LongStream.concat(
                            LongStream.of(Thread.currentThread().getId()),
                            added.stream().mapToLong(id -> id))
                    .forEach(id -> waits.add(() -> nanoClock.getAsLong() - THREADS.getThreadCpuTime(id)));
        }
        return new ProcessorWait(waits, added.isEmpty() ? FORGIVEN : FORGIVEN_SLEEPERS);
    }

    private static boolean toldBySystem() {
        return Files.isReadable(THIS_TASK);
    }

    /** Nanoseconds of each so far; none where the system does not tell. */
    long[] nanos() {
        return waits.stream().mapToLong(LongSupplier::getAsLong).toArray();
    }

    /** Whether one of them waited for more than a little of so many seconds, from one reading to the next. */
    boolean isStarved(long[] before, long[] after, double seconds) {
        for (int i = 0; i < before.length; i++) {
            if ((after[i] - before[i]) / 1e9 > forgiven * seconds) {
                return true;
            }
        }
        return false;
    }

    private static long queued(Path schedstat) {
        return queued(read(schedstat));
    }

    static long queued(String schedstat) {
        return Long.parseLong(schedstat.split(" ", -1)[1]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for a task that has just ended. */
    private static String name(Path task) {
        try {
            return read(task.resolve("comm"));
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    private static Set<Long> tasks() {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            return tasks.filter(task -> name(task).startsWith(WORKER))
                    .map(task -> Long.valueOf(task.getFileName().toString()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Long> threads() {
        return Stream.of(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith(WORKER))
                .map(thread -> thread.getThreadId())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
