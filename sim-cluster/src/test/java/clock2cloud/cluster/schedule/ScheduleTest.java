package clock2cloud.cluster.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
    }

    private static ListSchedule graham(double shorter, int... without) {
        List<List<Integer>> before = new ArrayList<>();
        for (int task = 0; task < 9; task++) {
            before.add(new ArrayList<>());
        }
        before.get(8).add(0);
        for (int task = 4; task < 8; task++) {
            int candidate = task;
            if (Arrays.stream(without).noneMatch(gone -> gone == candidate)) {
                before.get(task).add(3);
            }
        }
        return new ListSchedule(
                Stream.of(3.0, 2.0, 2.0, 2.0, 4.0, 4.0, 4.0, 4.0, 9.0)
                        .map(t -> t - shorter)
                        .toList(),
                before,
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
    }

    /** Graham 1969: 12 on three; one more processor, shorter tasks or fewer constraints make it slower. */
    @Test
    void grahamsAnomalies() {
        assertEquals(12, graham(0).run(3).makespanSeconds());
        assertEquals(15, graham(0).run(4).makespanSeconds());
        assertEquals(13, graham(1).run(3).makespanSeconds());
        assertEquals(16, graham(0, 4, 5).run(3).makespanSeconds());
    }

    /** eduWRENCH, A.2 load imbalance: 10, 16, 4, 5, 11 on two cores: naive 30 s and 76%, best 25 s and 92%. */
    @Test
    void loadImbalance() {
        double[] tasks = {10, 16, 4, 5, 11};
        assertEquals(30, new StaticSchedule(0).run(tasks, 2).makespanSeconds());
        assertEquals(46 / 60.0, new StaticSchedule(0).run(tasks, 2).efficiencyFraction(), 1e-12);
        ScheduledRun best = ListSchedule.independent(List.of(10.0, 16.0, 4.0, 5.0, 11.0))
                .longestFirst()
                .run(2);
        assertEquals(25, best.makespanSeconds());
        assertEquals(0.92, best.efficiencyFraction(), 1e-12);
        assertEquals(
                1,
                ListSchedule.independent(List.of(6.0, 8.0, 7.0, 12.0, 9.0, 3.0))
                        .longestFirst()
                        .run(3)
                        .efficiencyFraction(),
                1e-12);
    }

    /** eduWRENCH: 10 equal tasks on 4 cores leave 30 core seconds idle: 15 s each; 20 tasks, 4 to 8 cores: 5/3. */
    @Test
    void equalTasksInRounds() {
        double[] ten = new double[10];
        Arrays.fill(ten, 15);
        assertEquals(30, QueueSchedule.dynamic(1, 0).run(ten, 4).idleSeconds(), 1e-9);
        double[] twenty = new double[20];
        Arrays.fill(twenty, 1);
        double four = QueueSchedule.dynamic(1, 0).run(twenty, 4).makespanSeconds();
        assertEquals(5 / 3.0, four / QueueSchedule.dynamic(1, 0).run(twenty, 8).makespanSeconds(), 1e-12);
    }

    /** A triangular loop: even blocks give the last worker 7/16 of the work, a queue evens it out. */
    @Test
    void aTriangularLoopNeedsAQueue() {
        double[] tasks = TaskSizes.TRIANGULAR.draw(4000, 1, random(1));
        assertEquals(4 * 7 / 16.0 - 1, new StaticSchedule(0).run(tasks, 4).imbalanceRatio(), 1e-9);
        assertTrue(QueueSchedule.dynamic(1, 0).run(tasks, 4).imbalanceRatio() < 0.002);
        assertTrue(new StealingSchedule(0.001, 1).run(tasks, 4).efficiencyFraction() > 0.99);
    }

    /** When taking costs as much as the task, the queue itself is the limit: T = n x take + the last task. */
    @Test
    void aQueueTakenTooOftenIsTheLimit() {
        double[] tasks = TaskSizes.CONSTANT.draw(1000, 1, random(1));
        assertEquals(1001, QueueSchedule.dynamic(1, 1).run(tasks, 8).makespanSeconds(), 1e-9);
        assertTrue(QueueSchedule.guided(1, 1).run(tasks, 8).makespanSeconds() < 200);
    }

    @Property(tries = 150)
    void everyScheduleDoesEveryTaskOnceAndKeepsTheBounds(
            @ForAll TaskSizes sizes,
            @ForAll @IntRange(max = 300) int count,
            @ForAll @IntRange(min = 1, max = 40) int workers,
            @ForAll @IntRange(max = 3) int overheadTenths,
            @ForAll long seed) {
        double[] tasks = sizes.draw(count, 2, random(seed));
        double work = Arrays.stream(tasks).sum();
        double longest = Arrays.stream(tasks).max().orElse(0);
        double take = overheadTenths / 10.0;
        List<LoopSchedule> all = List.of(
                new StaticSchedule(0),
                new StaticSchedule(3),
                QueueSchedule.dynamic(1, take),
                QueueSchedule.guided(2, take),
                new StealingSchedule(take, seed));
        for (LoopSchedule schedule : all) {
            ScheduledRun run = schedule.run(tasks, workers);
            assertEquals(
                    count,
                    run.pieces().stream()
                            .map(ScheduledRun.Piece::task)
                            .distinct()
                            .count());
            assertEquals(count, run.pieces().size());
            assertEquals(work, run.workSeconds(), 1e-9 * (1 + work));
            assertTrue(run.makespanSeconds() >= LoopSchedule.lowerBoundSeconds(tasks, workers) - 1e-9);
            assertTrue(run.makespanSeconds() <= work + (count + 1) * take * (workers + 1) + 1e-9);
            noOverlap(run);
        }
        double greedy = QueueSchedule.dynamic(1, 0).run(tasks, workers).makespanSeconds();
        assertTrue(greedy <= work / workers + longest * (1 - 1.0 / workers) + 1e-9, "Graham's bound");
    }

    private static void noOverlap(ScheduledRun run) {
        double[] free = new double[run.workers()];
        run.pieces().stream()
                .sorted((a, b) -> Double.compare(a.startSeconds(), b.startSeconds()))
                .forEach(piece -> {
                    assertTrue(piece.startSeconds() >= free[piece.worker()] - 1e-9);
                    free[piece.worker()] = piece.endSeconds();
                });
    }

    @Property(tries = 100)
    void listSchedulesKeepTheirOrderAndBounds(
            @ForAll @IntRange(max = 40) int count, @ForAll @IntRange(min = 1, max = 8) int workers, @ForAll long seed) {
        RandomGenerator random = random(seed);
        List<Double> seconds = new ArrayList<>();
        List<List<Integer>> before = new ArrayList<>();
        for (int task = 0; task < count; task++) {
            seconds.add((double) random.nextInt(1, 9));
            before.add(task > 0 && random.nextBoolean() ? List.of(random.nextInt(task)) : List.of());
        }
        List<Integer> list = new ArrayList<>();
        Collections.addAll(list, ListSchedule.independent(seconds).list().toArray(Integer[]::new));
        Collections.shuffle(list, new java.util.Random(seed));
        ListSchedule schedule = new ListSchedule(seconds, before, list);
        ScheduledRun run = schedule.run(workers);
        double[] end = new double[count];
        run.pieces().forEach(piece -> end[piece.task()] = piece.endSeconds());
        run.pieces().forEach(piece -> before.get(piece.task())
                .forEach(p -> assertTrue(piece.startSeconds() >= end[p] - 1e-9)));
        double bound = schedule.lowerBoundSeconds(workers);
        assertTrue(run.makespanSeconds() >= bound - 1e-9);
        assertTrue(run.makespanSeconds() <= (2 - 1.0 / workers) * bound + 1e-9);
        noOverlap(run);
    }

    @Test
    void aCircleIsNamed() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new ListSchedule(List.of(1.0, 1.0), List.of(List.of(1), List.of(0)), List.of(0, 1)).run(2));
        assertTrue(String.valueOf(e.getMessage()).contains("circle"));
    }

    @Test
    void sizesHaveTheirMean() {
        for (TaskSizes sizes : TaskSizes.values()) {
            double mean =
                    Arrays.stream(sizes.draw(200_000, 5, random(3))).average().orElse(0);
            assertEquals(5, mean, sizes == TaskSizes.PARETO ? 0.5 : 0.05, sizes.name());
        }
    }
}
