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
            List.of(Machine.of("a", 1), new Machine("b", 2, 1.5), Machine.of("c", 3));

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
    void badTasksAreNamed() {
        SharedHost host = new SharedHost(1, 1, MACHINES, Discipline.TIME_SHARED);
        assertThrows(IllegalArgumentException.class, () -> host.run(List.of(new Task(7, 1, 0))));
        assertThrows(IllegalArgumentException.class, () -> new Task(0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Machine("a", 0, 1));
    }
}
