package clock2cloud.cluster.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskGraphTest {
    private static TaskGraph.Task task(String name, double seconds, String... parents) {
        List<TaskGraph.Parent> needed = new ArrayList<>();
        for (String parent : parents) {
            needed.add(new TaskGraph.Parent(parent, 0));
        }
        return new TaskGraph.Task(name, seconds * 1e9, Optional.empty(), Optional.of(needed), Optional.empty());
    }

    private static TaskGraph graph(List<TaskGraph.Task> tasks) {
        return new TaskGraph(tasks, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Graham, Bounds on multiprocessing timing anomalies, 1969: more processors, less work, fewer rules: all slower. */
    @ParameterizedTest
    @CsvSource({"3, 0, false, 12", "4, 0, false, 15", "3, 1, false, 13", "3, 0, true, 16"})
    void grahamsAnomaliesAppear(int hosts, int less, boolean fewerRules, double expected) {
        double[] times = {3, 2, 2, 2, 4, 4, 4, 4, 9};
        List<TaskGraph.Task> tasks = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            String[] parents =
                    i == 8 ? new String[] {"1"} : i >= 4 && !(fewerRules && i < 6) ? new String[] {"4"} : new String[0];
            tasks.add(task(String.valueOf(i + 1), times[i] - less, parents));
        }
        assertEquals(
                expected,
                ClusterRunTest.run(ClusterRunTest.star(hosts, 1, 0), graph(tasks))
                        .makespanSeconds(),
                1e-9);
    }

    /**
     * At 1.25 GB/s: b stays where a was, c fetches 2.5e9 B in 2 s and computes until 6 s; d goes to c's host, whose result is
     * the larger, fetches b's 1.25e9 B in 1 s, and computes for 1 s: 8 s. On b's host it would be 9 s.
     */
    @Test
    void aTaskGoesWhereMostOfItsInputIs() {
        List<TaskGraph.Task> tasks = List.of(
                task("a", 1),
                fed("b", 2, new TaskGraph.Parent("a", 1.25e9)),
                fed("c", 3, new TaskGraph.Parent("a", 2.5e9)),
                fed("d", 1, new TaskGraph.Parent("b", 1.25e9), new TaskGraph.Parent("c", 2.5e9)));
        assertEquals(
                8,
                ClusterRunTest.run(ClusterRunTest.star(4, 1, 0), graph(tasks)).makespanSeconds(),
                1e-9);
    }

    private static TaskGraph.Task fed(String name, double seconds, TaskGraph.Parent... parents) {
        return new TaskGraph.Task(
                name, seconds * 1e9, Optional.empty(), Optional.of(List.of(parents)), Optional.empty());
    }

    @Test
    void aCircleIsNamed() {
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> ClusterRunTest.run(
                        ClusterRunTest.star(1, 1, 0),
                        graph(List.of(task("a", 1, "c"), task("b", 1, "a"), task("c", 1, "b"), task("d", 1)))));
        assertEquals("the tasks wait for each other in a circle: a needs c needs b needs a", thrown.getMessage());
    }

    @Test
    void anUnknownParentIsNamed() {
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> ClusterRunTest.run(ClusterRunTest.star(1, 1, 0), graph(List.of(task("a", 1, "x")))));
        assertEquals("task 'a' needs 'x', which is no task", thrown.getMessage());
    }

    /** a (1 s) hands 1.25 GB to b (1 s), which runs where a ran; c needs a too and runs elsewhere: 1 + 1 + 1 s. */
    @Test
    void resultsAreFetchedFromWhereTheyWereComputed() {
        TaskGraph.Task b = new TaskGraph.Task(
                "b", 1e9, Optional.empty(), Optional.of(List.of(new TaskGraph.Parent("a", 1.25e9))), Optional.empty());
        TaskGraph.Task c = new TaskGraph.Task("c", 1e9, Optional.empty(), b.parents(), Optional.empty());
        ClusterRun.Result result = ClusterRunTest.run(ClusterRunTest.star(2, 1, 0), graph(List.of(task("a", 1), b, c)));
        assertEquals(3, result.makespanSeconds(), 1e-9);
        assertEquals(1.25e9, result.deliveredBytes(), 1e-3);
    }

    /** 4 Gflop on 4 cores of 1 Gflop/s take a second; a task for 8 cores has no host. */
    @Test
    void aTaskMayUseSeveralCores() {
        TaskGraph.Task wide = new TaskGraph.Task("wide", 4e9, Optional.of(4), Optional.empty(), Optional.empty());
        TaskGraph.Task wider = new TaskGraph.Task("wider", 4e9, Optional.of(8), Optional.empty(), Optional.empty());
        ClusterRun.Result result = ClusterRunTest.run(ClusterRunTest.star(2, 4, 0), graph(List.of(wider, wide)));
        assertEquals(1, result.makespanSeconds(), 1e-9);
        assertEquals(
                "it needs 8 cores on one host, and none that is up has as many",
                result.undone().get(0).reason());
    }

    @Property(tries = 60)
    void noScheduleIsFasterThanItsBoundsNorSlowerThanGraham(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @IntRange(min = 1, max = 6) int hosts) {
        Random random = new Random(seed);
        List<TaskGraph.Task> tasks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<String> parents = new ArrayList<>();
            for (int p = 0; p < i; p++) {
                if (random.nextInt(4) == 0) {
                    parents.add("t" + p);
                }
            }
            tasks.add(task("t" + i, 1 + random.nextInt(9), parents.toArray(String[]::new)));
        }
        ClusterRun.Result result = ClusterRunTest.run(ClusterRunTest.star(hosts, 1, 0), graph(tasks));
        assertEquals(size, result.doneTasks());
        double bound = Math.max(result.workBoundSeconds(), result.pathBoundSeconds());
        assertTrue(result.makespanSeconds() >= bound * (1 - 1e-12));
        // Graham 1966: a list schedule takes at most work / m + (1 - 1/m) path
        double most = result.workBoundSeconds() + (1 - 1.0 / hosts) * result.pathBoundSeconds();
        assertTrue(result.makespanSeconds() <= most * (1 + 1e-12));
    }

    @Property(tries = 40)
    void anotherMachineNeverSlowsABag(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 80) int size,
            @ForAll @IntRange(min = 1, max = 8) int hosts) {
        Random random = new Random(seed);
        List<Double> sizes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            sizes.add(1e8 + random.nextInt(1000) * 1e7);
        }
        BagOfTasks bag = new BagOfTasks(
                size,
                new Sizes(Optional.empty(), Optional.empty(), Optional.of(sizes)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        double before =
                ClusterRunTest.run(ClusterRunTest.star(hosts, 1, 0), bag).makespanSeconds();
        double after =
                ClusterRunTest.run(ClusterRunTest.star(hosts + 1, 1, 0), bag).makespanSeconds();
        assertTrue(after <= before * (1 + 1e-12));
    }

    @Test
    void aDaxSaysWhoHandsWhatToWhom() {
        String dax = "<adag><job id='A' name='x' runtime='2'><uses file='in' link='input' size='7'/>"
                + "<uses file='m' link='output' size='5'/></job>"
                + "<job id='B' name='y' runtime='3'><uses file='m' link='input' size='5'/></job>"
                + "<child ref='B'><parent ref='A'/></child></adag>";
        List<TaskGraph.Task> tasks =
                Dax.read(new ByteArrayInputStream(dax.getBytes(StandardCharsets.UTF_8)), "w.dax", 1e9);
        assertEquals(2e9, tasks.get(0).flops());
        assertEquals(Optional.of(7.0), tasks.get(0).inputBytes());
        assertEquals(
                Optional.of(List.of(new TaskGraph.Parent("A", 5))), tasks.get(1).parents());
        assertEquals(Optional.of(0.0), tasks.get(1).inputBytes());
    }
}
