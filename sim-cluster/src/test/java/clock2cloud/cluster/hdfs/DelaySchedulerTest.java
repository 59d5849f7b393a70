package clock2cloud.cluster.hdfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clock2cloud.cluster.hdfs.TaskLocality.Level;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Delay scheduling beside Apache Spark's own tests (TaskSetManagerSuite), executors and hosts by their numbers. */
class DelaySchedulerTest {
    private static final List<Integer> NOWHERE = List.of();

    /** "basic delay scheduling": four tasks, two executors on two hosts. */
    @Test
    void levelsAreTriedInTurn() {
        DelayScheduler job = new DelayScheduler(
                List.of(
                        new TaskLocality(List.of(1), List.of(1)),
                        new TaskLocality(List.of(2), List.of(2)),
                        new TaskLocality(List.of(2), List.of(1, 2)),
                        new TaskLocality(NOWHERE, NOWHERE)),
                10);
        assertEquals(OptionalInt.of(0), job.offer(1, 1, Level.ANY, 0));
        assertEquals(OptionalInt.empty(), job.offer(1, 1, Level.PROCESS, 0));
        assertEquals(OptionalInt.of(2), job.offer(1, 1, Level.NODE, 10));
        assertEquals(OptionalInt.of(1), job.offer(2, 2, Level.NODE, 10));
        assertEquals(OptionalInt.empty(), job.offer(2, 2, Level.NODE, 10));
        assertEquals(OptionalInt.of(3), job.offer(2, 2, Level.NO_PREFERENCE, 20));
        assertEquals(4, job.localStarts());
    }

    /** "we do not need to delay scheduling when we only have noPref tasks in the queue". */
    @Test
    void aTaskThatDoesNotMindDoesNotWait() {
        DelayScheduler job = new DelayScheduler(
                List.of(
                        new TaskLocality(List.of(1), List.of(1)),
                        new TaskLocality(List.of(3), List.of(2)),
                        new TaskLocality(NOWHERE, NOWHERE)),
                10);
        assertEquals(OptionalInt.of(0), job.offer(1, 1, Level.PROCESS, 0));
        assertEquals(OptionalInt.of(1), job.offer(3, 2, Level.PROCESS, 0));
        assertEquals(OptionalInt.empty(), job.offer(3, 2, Level.NODE, 0));
        assertEquals(OptionalInt.of(2), job.offer(3, 2, Level.NO_PREFERENCE, 0));
    }

    /** "multiple offers with no preferences". */
    @Test
    void tasksWithoutPreferencesStartAtOnce() {
        DelayScheduler job = DelayScheduler.onNodes(List.of(NOWHERE, NOWHERE, NOWHERE), 10);
        for (int task = 0; task < 3; task++) {
            assertEquals(OptionalInt.of(task), job.offer(1, 1, Level.NO_PREFERENCE, 0));
        }
        assertEquals(OptionalInt.empty(), job.offer(1, 1, Level.NO_PREFERENCE, 0));
    }

    /** "delay scheduling with failed hosts": nobody offers for the tasks of hosts 2 and 3, so both go far after the wait. */
    @Test
    void whatNobodyOffersForGoesFarAfterTheWait() {
        DelayScheduler job = DelayScheduler.onNodes(List.of(List.of(1), List.of(2), List.of(3)), 10);
        assertEquals(OptionalInt.of(0), job.offer(1, 1, Level.ANY, 0));
        assertEquals(OptionalInt.empty(), job.offer(1, 1, Level.ANY, 0));
        assertEquals(OptionalInt.of(1), job.offer(1, 1, Level.ANY, 20));
        assertEquals(OptionalInt.of(2), job.offer(1, 1, Level.ANY, 20));
        assertEquals(OptionalInt.empty(), job.offer(1, 1, Level.ANY, 20));
        assertEquals(2, job.remoteStarts());
        assertThrows(IllegalArgumentException.class, () -> job.offer(1, 5));
    }

    /** "delay scheduling with fallback": five tasks, three hosts. */
    @Test
    void delaySchedulingFallsBackAsSparksDoes() {
        DelayScheduler job =
                DelayScheduler.onNodes(List.of(List.of(1), List.of(2), List.of(2), List.of(3), List.of(2)), 10);
        assertEquals(OptionalInt.of(0), job.offer(1, 0));
        assertEquals(OptionalInt.empty(), job.offer(1, 0));
        assertEquals(OptionalInt.of(1), job.offer(1, 10));
        assertEquals(OptionalInt.of(2), job.offer(2, 10));
        assertEquals(OptionalInt.of(4), job.offer(2, 10));
        assertEquals(OptionalInt.empty(), job.offer(2, 10));
        assertEquals(OptionalInt.of(3), job.offer(2, 20));
        assertEquals(3, job.localStarts());
        assertEquals(2, job.remoteStarts());
    }

    @Test
    void delaySchedulingIsTheLawOfItsOffers() {
        RandomGenerator random =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(9);
        int local = 0;
        for (int run = 0; run < 20_000; run++) {
            DelayScheduler job = DelayScheduler.onNodes(List.of(List.of(0, 1, 2)), 9.5);
            OptionalInt started = OptionalInt.empty();
            for (int offer = 0; started.isEmpty(); offer++) {
                started = job.offer(random.nextInt(30), offer < 10 ? offer * 0.9 : 10);
            }
            local += job.localStarts();
        }
        // ten offers of random nodes, 3 of 30 local, then one more that takes any: 1 - 0.9^11
        double p = new DelayScheduling(0.1).localProbability(11);
        assertEquals(p, local / 20_000.0, 4 * Math.sqrt(p * (1 - p) / 20_000));
    }
}
