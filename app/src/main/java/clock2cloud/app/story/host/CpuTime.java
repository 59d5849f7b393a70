package clock2cloud.app.story.host;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Processor time of this thread and of a trainer's workers: less than the wall's, and another program was running. */
final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long[] workers;

    private CpuTime(long[] workers) {
        this.workers = workers;
    }

    /** The workers that there are now; those of a trainer that is made next are told from them. */
    static long[] workersNow() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("nn-worker"))
                .mapToLong(thread -> thread.getThreadId())
                .sorted()
                .toArray();
    }

    /** Of this thread and of the workers that were not there before. */
    static CpuTime ofNewWorkers(long[] before) {
        LongStream added = Arrays.stream(workersNow()).filter(id -> Arrays.binarySearch(before, id) < 0);
        return new CpuTime(
                LongStream.concat(LongStream.of(Thread.currentThread().getId()), added)
                        .toArray());
    }

    /** Nanoseconds of each, or none where the system does not tell. */
    long[] nanos() {
        return THREADS.isThreadCpuTimeSupported()
                ? Arrays.stream(workers).map(THREADS::getThreadCpuTime).toArray()
                : new long[0];
    }
}
