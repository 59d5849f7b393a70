package clock2cloud.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.cluster.hdfs.ReadCost;
import clock2cloud.cluster.schedule.ListSchedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class OverlappedJobsTest {
    /** eduWRENCH A.1, I/O: 10 jobs of 200 MB in, 2,500 Gflop, 100 MB out, at 100 MB/s and 100 Gflop/s: 2 + 250 + 1 s. */
    @Test
    void tenJobsOfEduWrench() {
        OverlappedJobs jobs = new OverlappedJobs(10, 2, 25, 1);
        assertEquals(253, jobs.seconds(), 1e-12);
        assertEquals(280, jobs.serialSeconds(), 1e-12);
        assertEquals(0.988, jobs.coreFraction(), 5e-4);
    }

    /** The disk is busy all the time when it is the slower one: 3 jobs, 2 + 1 + 2, then 4 more for each. */
    @Test
    void aSlowDiskHidesTheComputing() {
        assertEquals(5 + 2 * 4, new OverlappedJobs(3, 2, 1, 2).seconds(), 1e-12);
    }

    /** SimGrid 3.32, s4u-io-disk-raw: 400 kB written at 40 MB/s, 200 kB read at 100 MB/s, 800 kB written at 64 MB/s: 0.0245 s. */
    @Test
    void disksOfSimGrid() {
        AlphaBeta none = new AlphaBeta(0, 1e12);
        double seconds = 0;
        double[][] accesses = {{4e5, 4e7}, {2e5, 1e8}, {8e5, 6.4e7}};
        for (double[] access : accesses) {
            seconds += new ReadCost(access[1], none, none, none).seconds(access[0], ReadCost.Locality.SHORT_CIRCUIT);
        }
        assertEquals(0.0245, seconds, 1e-9);
    }

    /** eduWRENCH A.3.3, 80 tasks on 20 workers: "random really looks as good as anything"; here within a third of longest first. */
    @Test
    void aRandomOrderIsAlmostAsGoodAsLongestFirst() {
        Random random = new Random(1);
        double ratio = 0;
        int rounds = 50;
        for (int round = 0; round < rounds; round++) {
            List<Double> sizes = new ArrayList<>(DoubleStream.generate(() -> 10 + 20 * random.nextDouble())
                    .limit(80)
                    .boxed()
                    .toList());
            Collections.shuffle(sizes, random);
            ListSchedule list = ListSchedule.independent(sizes);
            ratio +=
                    list.run(20).makespanSeconds() / list.longestFirst().run(20).makespanSeconds() / rounds;
        }
        assertTrue(ratio >= 1 && ratio < 4 / 3.0, "ratio " + ratio);
    }
}
