package clock2cloud.vm.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.vm.KnownAnswers;
import clock2cloud.vm.host.Overcommit;
import clock2cloud.vm.host.VirtualizationOverhead;
import clock2cloud.vm.network.VirtualLink;
import clock2cloud.vm.pool.Bundle;
import clock2cloud.vm.pool.HostPool;
import clock2cloud.vm.pool.PlacementPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SharedHostKnownAnswersTest {
    private static final double SPEED = 76.296e6; // SimGrid's host "Fafard" and its kin

    static Stream<List<String>> cloudSharing() {
        return KnownAnswers.rows("simgrid-cloud-sharing.csv");
    }

    /** Shares are read off the ends: with every task equal, the probed one's first end tells its rate. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cloudSharing")
    void simgridCloudSharing(List<String> row) {
        double probe = 0;
        double cores = 0;
        for (String host : row.get(1).trim().split("(?<=\\)\\d)\\s+", -1)) {
            CloudSharingCase parsed = CloudSharingCase.of(host);
            cores += parsed.coresUsed();
            if (parsed.hasProbe()) {
                probe = parsed.probeShare();
            }
        }
        if (row.get(0).equals("share")) {
            assertEquals(Double.parseDouble(row.get(2)), probe, 1e-4);
        } else {
            assertEquals(Double.parseDouble(row.get(4)), cores, 1e-9);
        }
    }

    @ParameterizedTest(name = "{0}: {6} s and {7} s")
    @CsvSource({ // SimGrid s4u-cloud-capping: a host of one core, tasks that take 10 s alone; cap 0 is none
        "half,        0.5, 10, 0,    10, 1, 20, 10",
        "quarters,    0.25, 10, 0.25, 10, 2, 40, 40",
        "none+25,     0, 10, 0.25, 10, 2, 13.333333333, 40",
        "75+100,      0.75, 10, 1,    10, 2, 20, 20",
        "two hundred, 2, 10, 0,    10, 1, 10, 10"
    })
    void simgridCapping(
            String name, double cap1, double work1, double cap2, double work2, int guests, double end1, double end2) {
        List<Machine> machines = List.of(Machine.of("a", 1, orNone(cap1)), Machine.of("b", 1, orNone(cap2)));
        List<Task> tasks = new ArrayList<>(List.of(new Task(0, work1 * SPEED, 0)));
        if (guests == 2) {
            tasks.add(new Task(1, work2 * SPEED, 0));
        }
        double[] ends = new SharedHost(1, SPEED, machines, Discipline.TIME_SHARED)
                .run(tasks)
                .finishSeconds();
        // "none + 25%": the first has 3/4 while both run; 10 / 0.75 = 13.3 s; the second 10 / 0.25 = 40 s
        assertEquals(end1, ends[0], 1e-6);
        if (guests == 2) {
            assertEquals(end2, ends[1], 1e-6);
        }
    }

    private static double orNone(double cap) {
        return cap == 0 ? Double.POSITIVE_INFINITY : cap;
    }

    @Test
    void simgridCloudBasics() {
        // s4u-cloud-simple: 1e6 flop at 76.296 Mf/s, alone and two at once; at 98.095 Mf/s
        List<Machine> one = List.of(Machine.of("vm", 1));
        SharedHost host = new SharedHost(1, SPEED, one, Discipline.TIME_SHARED);
        assertEquals(0.0131068, host.run(List.of(new Task(0, 1e6, 0))).makespanSeconds(), 1e-7);
        List<Task> two = List.of(new Task(0, 1e6, 0), new Task(0, 1e6, 0));
        assertEquals(0.0262137, host.run(two).makespanSeconds(), 1e-7);
        SharedHost faster = new SharedHost(1, 98.095e6, one, Discipline.TIME_SHARED);
        assertEquals(0.0101942, faster.run(List.of(new Task(0, 1e6, 0))).makespanSeconds(), 1e-7);
    }

    @Test
    void cloudSimPlusJobsEndExactly() {
        // integration tests of CloudSim Plus, which allow 0.2 to 1.3 s: two jobs of 10,000 MI one after the other
        List<Task> two = List.of(new Task(0, 10_000, 0), new Task(0, 10_000, 0));
        SharedHost.Result fcfs =
                new SharedHost(1, 1000, List.of(Machine.of("vm", 1)), Discipline.SPACE_SHARED).run(two);
        assertArrayEquals(new double[] {0, 10}, fcfs.startSeconds());
        assertArrayEquals(new double[] {10, 20}, fcfs.finishSeconds());
        List<Task> four = List.of(two.get(0), two.get(0), two.get(0), two.get(0));
        SharedHost.Result shared =
                new SharedHost(2, 1000, List.of(Machine.of("vm", 2)), Discipline.TIME_SHARED).run(four);
        assertArrayEquals(new double[] {20, 20, 20, 20}, shared.finishSeconds());
    }

    /**
     * CloudSim Plus, its integration tests again: a machine that lives 50 s at 1,000 MIPS does 50,000 MI; two files of 100 MB over 100
     * Mb/s are there after 16 s, and 5,000 MI end 5 s later; of two machines of 1,000 on a host of 1,200 the second has no room.
     */
    @Test
    void cloudSimPlusLifetimesFilesAndRoom() {
        Machine shortLived = new Machine("vm", 1, Double.POSITIVE_INFINITY, 0, 1, 50);
        SharedHost.Result lived =
                new SharedHost(1, 1000, List.of(shortLived), Discipline.SPACE_SHARED).run(List.of(new Task(0, 1e9, 0)));
        assertEquals(50_000, lived.gotWork()[0], 1e-9);
        double there = 2 * new VirtualLink(0, 100e6 / 8).forwardedPortSeconds(100e6, 1e9);
        assertEquals(16, there, 1e-12);
        SharedHost host = new SharedHost(1, 1000, List.of(Machine.of("vm", 1)), Discipline.TIME_SHARED);
        assertEquals(21, host.run(List.of(new Task(0, 5000, there))).makespanSeconds(), 1e-12);
        HostPool pool = new HostPool(List.of(new Bundle(1.2, 1, 1)), Overcommit.NONE);
        assertEquals(0, pool.place(new Bundle(1, 0, 0), PlacementPolicy.of("first-fit")));
        assertEquals(-1, pool.place(new Bundle(1, 0, 0), PlacementPolicy.of("first-fit")));
        assertEquals(0.2, pool.free(0).cores(), 1e-12);
    }

    /** OpenDC's VirtualizationOverheadTests: of 1,000 MHz a constant overhead leaves 950 or 750, and two equal machines have 500. */
    @Test
    void openDcOverheads() {
        assertEquals(950, 1000 * VirtualizationOverhead.constant(0.05, "OpenDC").efficiencyFraction(1e9), 1e-9);
        assertEquals(750, 1000 * VirtualizationOverhead.constant(0.25, "OpenDC").efficiencyFraction(1e9), 1e-9);
        SharedHost.Result both = new SharedHost(
                        1, 1000, List.of(Machine.of("a", 1), Machine.of("b", 1)), Discipline.TIME_SHARED)
                .run(List.of(new Task(0, 1e9, 0), new Task(1, 1e9, 0)), 1);
        assertArrayEquals(new double[] {500, 500}, both.gotWork(), 1e-9);
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({
        "SPACE_SHARED, 100, 330253.564, 74.229", // exact closed form; SimGrid 3.32 agrees to all digits,
        "TIME_SHARED,  100, 442763.110, 74.229" // CloudSim Plus 8.5.7 gives 341,881.8 / 467,675.0 and 76.5 / 78.8
    })
    void aThousandMachinesTenThousandTasks(Discipline discipline, int hosts, double sum, double makespan) {
        double total = 0;
        double last = 0;
        for (int host = 0; host < hosts; host++) {
            SharedHost.Result result = oneOf(hosts, host, discipline);
            total += result.finishSumSeconds();
            last = Math.max(last, result.makespanSeconds());
        }
        assertEquals(sum, total, 1e-6);
        assertEquals(makespan, last, 1e-9);
    }

    /** 10 one-core machines a host at 1,000 MIPS, 10 tasks a machine dealt round robin over all machines. */
    private static SharedHost.Result oneOf(int hosts, int host, Discipline discipline) {
        int machines = 10 * hosts;
        List<Machine> here = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        for (int m = 0; m < 10; m++) {
            here.add(Machine.of("vm" + m, 1));
            for (int i = 10 * host + m; i < 10 * machines; i += machines) {
                tasks.add(new Task(m, 1000 + 7919L * i % 10007, 0));
            }
        }
        return new SharedHost(16, 1000, here, discipline).run(tasks);
    }
}
