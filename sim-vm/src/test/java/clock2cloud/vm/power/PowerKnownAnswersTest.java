package clock2cloud.vm.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.vm.task.Discipline;
import clock2cloud.vm.task.Machine;
import clock2cloud.vm.task.SharedHost;
import clock2cloud.vm.task.Task;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerKnownAnswersTest {
    /** SimGrid's energy platform, 100 to 200 W with 120 W for one core of four, so 93.3 W at the least. */
    private static final LinearPower QUAD = new LinearPower(100, 280.0 / 3, 200);

    private static final LinearPower SINGLE = new LinearPower(100, 120, 200);

    /** IBM x3550 with the X5675 as CloudSim's PowerModelSpecPower tests have it, between two figures on a line. */
    @ParameterizedTest
    @CsvSource({"0, 58.4", "0.02, 66.32", "0.1, 98", "0.5, 140", "0.8, 189", "0.87, 200.2", "0.9, 205", "1, 222"})
    void powerBetweenTheMeasuredFigures(double utilisation, double watts) {
        assertEquals(watts, MeasuredPower.IBM_X3550_X5675.watts(utilisation), 1e-9);
    }

    private static double joules(LinearPower power, int cores, int machines, double... work) {
        List<Machine> here = IntStream.range(0, machines)
                .mapToObj(i -> Machine.of("vm" + i, 1))
                .toList();
        List<Task> tasks = IntStream.range(0, work.length)
                .mapToObj(i -> new Task(i % machines, work[i], 0))
                .toList();
        EnergyMeter meter = new EnergyMeter(power);
        new SharedHost(cores, 100e6, here, Discipline.TIME_SHARED).run(tasks, 10, meter);
        return meter.joules();
    }

    /** SimGrid 3.32, s4u-energy-vm: two tasks of 3 s, in one machine of a quad core, on one core, and in two on one core. */
    @Test
    void simgridsMachinesDrawPower() {
        assertEquals(1120, joules(QUAD, 4, 1, 300e6, 300e6), 1e-6);
        assertEquals(1600, joules(SINGLE, 1, 2, 300e6, 300e6), 1e-6);
        assertEquals(1600, joules(SINGLE, 1, 1, 300e6, 300e6), 1e-6);
    }

    /**
     * SimGrid 3.32, s4u-energy-exec: idle for 10 s, 1 s of work, then at a fifth of the speed (90 W idle, 105 W one core) 5 s of
     * work and 14 s of nothing: 1,000, 1,120, 1,645, 2,005, 2,905 J.
     */
    @Test
    void simgridsWorkAtTwoSpeeds() {
        EnergyMeter fast = new EnergyMeter(QUAD);
        List<Machine> one = List.of(Machine.of("vm", 1));
        Task later = new Task(0, 100e6, 10);
        new SharedHost(4, 100e6, one, Discipline.TIME_SHARED).run(List.of(later), 11, fast);
        assertEquals(1120, fast.joules(), 1e-6);
        for (double[] at : new double[][] {{5, 1645}, {9, 2005}, {19, 2905}}) {
            EnergyMeter slow = new EnergyMeter(new LinearPower(90, 90, 150));
            new SharedHost(4, 20e6, one, Discipline.TIME_SHARED).run(List.of(new Task(0, 100e6, 0)), at[0], slow);
            assertEquals(at[1], fast.joules() + slow.joules(), 1e-6);
        }
    }

    /** On a straight line energy is the idle time's and the work's, however it is shared. */
    @Property(tries = 100)
    void energyCountsTheWork(
            @ForAll @IntRange(min = 1, max = 6) int tasks, @ForAll @DoubleRange(min = 1e6, max = 150e6) double work) {
        double[] each = IntStream.range(0, tasks).mapToDouble(i -> work).toArray();
        double expected = 10 * 100 + 100 * tasks * work / 100e6;
        assertEquals(expected, joules(LinearPower.of(100, 200), 1, 2, each), 1e-6);
        assertTrue(joules(SINGLE, 1, 2, each) >= expected - 1e-6);
    }

    @Test
    void badPowersAreNamed() {
        assertThrows(IllegalArgumentException.class, () -> new LinearPower(1, 3, 2));
        assertThrows(IllegalArgumentException.class, () -> LinearPower.of(-1, 3));
        assertThrows(IllegalArgumentException.class, () -> LinearPower.of(1, 3).watts(1.1));
        assertThrows(IllegalArgumentException.class, () -> new MeasuredPower(List.of(1.0)));
    }
}
