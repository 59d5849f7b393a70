package clock2cloud.vm.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SharedHostPropertiesTest {
    private static final List<Machine> MACHINES =
            List.of(Machine.of("a", 1), Machine.of("b", 2, 1.5), Machine.of("c", 3));

    @Provide
    Arbitrary<List<Task>> tasks() {
        Arbitrary<Double> work = Arbitraries.doubles().between(0.1, 100).ofScale(1);
        Arbitrary<Double> arrival = Arbitraries.doubles().between(0, 50).ofScale(0);
        return Combinators.combine(Arbitraries.integers().between(0, 2), work, arrival)
                .as(Task::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 200)
    void everyTaskEndsNoEarlierThanItsWorkAllows(@ForAll("tasks") List<Task> tasks, @ForAll Discipline discipline) {
        SharedHost.Result result = new SharedHost(2, 1, MACHINES, discipline).run(tasks);
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            assertTrue(result.startSeconds()[i] >= task.arrivalSeconds());
            assertTrue(result.finishSeconds()[i] >= result.startSeconds()[i] + task.work() - 1e-9);
        }
        double work = tasks.stream().mapToDouble(Task::work).sum();
        assertTrue(result.makespanSeconds() >= work / 2 - 1e-9);
    }

    @Property(tries = 200)
    void orderAndUnitsDoNotMatter(@ForAll("tasks") List<Task> tasks) {
        double[] ends = new SharedHost(2, 1, MACHINES, Discipline.TIME_SHARED)
                .run(tasks)
                .finishSeconds();
        List<Task> reversed = new ArrayList<>(tasks);
        Collections.reverse(reversed);
        double[] again = new SharedHost(2, 1, MACHINES, Discipline.TIME_SHARED)
                .run(reversed)
                .finishSeconds();
        List<Task> scaled = tasks.stream()
                .map(t -> new Task(t.machine(), t.work() * 1000, t.arrivalSeconds()))
                .toList();
        double[] inThousands = new SharedHost(2, 1000, MACHINES, Discipline.TIME_SHARED)
                .run(scaled)
                .finishSeconds();
        for (int i = 0; i < ends.length; i++) {
            assertEquals(ends[i], again[ends.length - 1 - i], 1e-9 * ends[i]);
            assertEquals(ends[i], inThousands[i], 1e-9 * ends[i]);
        }
    }

    @Property(tries = 100)
    void anIdleNeighbourCostsNothing(@ForAll("tasks") List<Task> tasks) {
        List<Task> onlyA = tasks.stream().filter(t -> t.machine() == 0).toList();
        double[] alone = new SharedHost(1, 1, MACHINES.subList(0, 1), Discipline.TIME_SHARED)
                .run(onlyA)
                .finishSeconds();
        double[] beside = new SharedHost(1, 1, MACHINES, Discipline.TIME_SHARED)
                .run(onlyA)
                .finishSeconds();
        IntStream.range(0, alone.length).forEach(i -> assertEquals(alone[i], beside[i], 1e-9));
    }

    @Test
    void aMachineThatGoesFreesItsShareAndItsTasksNeverEnd() {
        Machine leaver = new Machine("leaver", 1, Double.POSITIVE_INFINITY, 0, 1, 10);
        List<Machine> machines = List.of(leaver, Machine.of("stayer", 1));
        List<Task> tasks = List.of(new Task(0, 100, 0), new Task(1, 10, 0));
        SharedHost.Result result = new SharedHost(1, 1, machines, Discipline.TIME_SHARED).run(tasks, 30);
        // half of the core each until 10; then 5 more for the stayer
        assertEquals(Double.POSITIVE_INFINITY, result.finishSeconds()[0]);
        assertEquals(15, result.finishSeconds()[1], 1e-12);
        assertEquals(5, result.gotWork()[0], 1e-12);
        assertEquals(10, result.wantedWork()[0], 1e-12);
        assertEquals(15, result.wantedWork()[1], 1e-12);
    }

    @Test
    void reservationsAndSharesHold() {
        Machine reserved = new Machine("reserved", 1, Double.POSITIVE_INFINITY, 0.5, 1, Double.POSITIVE_INFINITY);
        Machine heavy = new Machine("heavy", 1, Double.POSITIVE_INFINITY, 0, 9, Double.POSITIVE_INFINITY);
        List<Task> endless = List.of(new Task(0, 1e300, 0), new Task(1, Double.POSITIVE_INFINITY, 0));
        double[] got = new SharedHost(1, 1, List.of(reserved, heavy), Discipline.TIME_SHARED)
                .run(endless, 100)
                .gotWork();
        assertEquals(50, got[0], 1e-9);
        assertEquals(50, got[1], 1e-9);
    }

    @Test
    void badTasksAreNamed() {
        SharedHost host = new SharedHost(1, 1, MACHINES, Discipline.TIME_SHARED);
        assertThrows(IllegalArgumentException.class, () -> host.run(List.of(new Task(7, 1, 0))));
        assertThrows(IllegalArgumentException.class, () -> new Task(0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> Machine.of("a", 0, 1));
    }
}
