package clock2cloud.nn.kernel;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * A fixed group that runs one program on many data: {@link #run} starts the same task on every worker, the caller being
 * worker 0, and {@link #await} is their common barrier. Between tasks the others are parked: an idle group costs nothing.
 */
public final class Workers implements AutoCloseable {
    private static final int MOST = 1024;
    private static final int READINGS = 25;
    private static final int CROSSINGS = 16; // of the barrier in a reading

    private final int count;
    private final Barrier barrier;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile IntConsumer task = Workers::rest;
    private final AtomicInteger round = new AtomicInteger();
    private volatile boolean closed;

    public Workers(int count) {
        if (!(count >= 1 && count <= MOST)) {
            throw new IllegalArgumentException("threads " + count + " must be 1 to " + MOST);
        }
        this.count = count;
        this.barrier = new Barrier(count);
        barrier.enrol(0, Thread.currentThread());
        for (int worker = 1; worker < count; worker++) {
            int number = worker;
            Thread thread = new Thread(() -> serve(number), "nn-worker-" + worker);
            thread.setDaemon(true);
            barrier.enrol(worker, thread);
            thread.start();
        }
    }

    public int count() {
        return count;
    }

    /** Runs {@code work} once on every worker, and returns when all are done. Not to be called from two threads. */
    public void run(IntConsumer work) {
        barrier.enrol(0, Thread.currentThread());
        task = work;
        round.incrementAndGet();
        barrier.wakeAll();
        perform(0);
        Throwable thrown = failure.get();
        if (thrown instanceof IllegalArgumentException refused) {
            throw refused;
        }
        if (thrown != null) {
            throw new IllegalStateException("a worker failed: " + thrown, thrown);
        }
    }

    /** Waits, inside a task, until every worker has come here. */
    public void await(int worker) {
        barrier.await(worker);
    }

    /**
     * Seconds of a crossing of the barrier when nobody is late, the fastest tenth of 25 readings; 0 where one works alone. It tells how far
     * apart the workers' cores are: two that share a cache pass a line on in a quarter of the time that two on different dies need.
     */
    public double barrierSeconds(LongSupplier nanoClock) {
        if (count == 1) {
            return 0;
        }
        double[] seconds = new double[READINGS];
        run(worker -> {
            for (int reading = 0; reading < READINGS; reading++) {
                long start = nanoClock.getAsLong();
                for (int i = 0; i < CROSSINGS; i++) {
                    await(worker);
                }
                if (worker == 0) {
                    seconds[reading] = (nanoClock.getAsLong() - start) / 1e9 / CROSSINGS;
                }
            }
        });
        Arrays.sort(seconds);
        return seconds[READINGS / 10];
    }

    private static void rest(int worker) {}

    private void perform(int worker) {
        try {
            task.accept(worker);
            barrier.await(worker);
        } catch (RuntimeException | Error thrown) {
            failure.compareAndSet(null, thrown);
            barrier.breakUp();
        }
    }

    private void serve(int worker) {
        int served = 0;
        while (!closed) {
            if (round.get() == served) {
                LockSupport.park(this);
            } else {
                served++;
                perform(worker);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        barrier.wakeAll();
    }
}
