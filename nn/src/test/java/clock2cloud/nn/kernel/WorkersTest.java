package clock2cloud.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkersTest {
    /** A clock that a worker alone reads, and that goes on by 16 µs between two readings: 1 µs for each of 16 crossings. */
    @Test
    void theBarrierIsTimedByTheCrossing() {
        Thread first = Thread.currentThread();
        AtomicLong now = new AtomicLong();
        try (Workers workers = new Workers(3)) {
            double seconds =
                    workers.barrierSeconds(() -> Thread.currentThread() == first ? now.addAndGet(16_000) : now.get());
            assertEquals(1e-6, seconds, 1e-15);
        }
    }

    @Test
    void oneWorkerHasNobodyToWaitFor() {
        try (Workers workers = new Workers(1)) {
            assertEquals(0, workers.barrierSeconds(System::nanoTime));
        }
    }
}
