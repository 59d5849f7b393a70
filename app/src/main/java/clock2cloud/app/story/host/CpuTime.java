package clock2cloud.app.story.host;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Processor time of this thread and of the trainer's workers: less than the wall's, and something else was running. */
final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long[] workers;

    /** Of the workers that there are now. */
    CpuTime() {
        long[] others = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("nn-worker"))
                .mapToLong(thread -> thread.getThreadId())
                .toArray();
        workers = LongStream.concat(LongStream.of(Thread.currentThread().getId()), Arrays.stream(others))
                .toArray();
    }

    /** Nanoseconds of each, or none where the system does not tell. */
    long[] nanos() {
        return THREADS.isThreadCpuTimeSupported()
                ? Arrays.stream(workers).map(THREADS::getThreadCpuTime).toArray()
                : new long[0];
    }
}
