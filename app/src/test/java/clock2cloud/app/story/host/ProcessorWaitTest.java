package clock2cloud.app.story.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProcessorWaitTest {
    @Test
    void theSecondNumberOfSchedstatIsTheWaitInTheRunQueue() {
        assertEquals(8_048_340, ProcessorWait.queued("4257606 8048340 2"));
    }

    @Test
    void aSampleIsStarvedWhenOneOfItsThreadsWaitedForMoreThanIsForgiven() {
        ProcessorWait wait = new ProcessorWait(List.of(), 0.02);
        long[] before = {1_000_000, 5_000_000};
        assertFalse(wait.isStarved(before, new long[] {1_190_000, 5_000_000}, 0.01)); // 0.19 of 10 ms
        assertTrue(wait.isStarved(before, new long[] {1_000_000, 5_210_000}, 0.01)); // 0.21 of 10 ms
    }

    @Test
    void aNewWorkerIsToldFromThoseBefore() throws InterruptedException {
        Set<Long> before = ProcessorWait.workersNow();
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread worker = new Thread(
                () -> {
                    there.countDown();
                    try {
                        enough.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "nn-worker-1");
        worker.start();
        there.await();
        long[] first = ProcessorWait.ofNewWorkers(before, System::nanoTime).nanos();
        enough.countDown();
        worker.join();
        assertEquals(2, first.length); // this thread's and the worker's
    }
}
