package clock2cloud.app.nn;

import clock2cloud.app.Common;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A line on a terminal that says how far training is, how fast, and how long it will take; silent anywhere else. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long EVERY_NANOS = 200_000_000;

    private final LongSupplier rowsDone;
    private final long rowsInAll;
    private final PrintStream to;
    private final Thread thread;
    private volatile boolean closed;

    private ProgressBar(LongSupplier rowsDone, long rowsInAll, PrintStream to) {
        this.rowsDone = rowsDone;
        this.rowsInAll = rowsInAll;
        this.to = to;
        this.thread = new Thread(this::show, "progress");
        thread.setDaemon(true);
    }

    /** Does the work, under a line if standard error is a terminal, as the launcher says it is. */
    static <T> T during(Common common, LongSupplier rowsDone, long rowsInAll, Supplier<T> work) {
        ProgressBar bar = new ProgressBar(rowsDone, rowsInAll, System.err);
        if (Boolean.getBoolean("clock2cloud.terminal") && !common.quiet()) {
            bar.thread.start();
        }
        try {
            return work.get();
        } finally {
            bar.close();
        }
    }

    private void show() {
        long start = System.nanoTime();
        long before = rowsDone.getAsLong();
        while (!closed) {
            LockSupport.parkNanos(EVERY_NANOS);
            double seconds = (System.nanoTime() - start) / 1e9;
            long done = rowsDone.getAsLong();
            to.print("\r" + line(done, rowsInAll, (done - before) / seconds) + " ");
            to.flush();
        }
        to.print("\r" + " ".repeat(WIDTH + 50) + "\r");
        to.flush();
    }

    static String line(long done, long all, double rowsPerSecond) {
        int filled = (int) (WIDTH * Math.min(1, (double) done / Math.max(1, all)));
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        String left = rowsPerSecond > 0 ? String.format(Locale.ROOT, "%.0f s left", (all - done) / rowsPerSecond) : "";
        return String.format(Locale.ROOT, "[%s] %,.0f images/s, %s", bar, rowsPerSecond, left);
    }

    private void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
