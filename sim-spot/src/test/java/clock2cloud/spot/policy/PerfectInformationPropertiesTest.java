package clock2cloud.spot.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.trace.AvailabilityTrace;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PerfectInformationPropertiesTest {

    /** Every schedule of 9 ticks, one by one: 3 to the power of 9. */
    @Property(tries = 60)
    void theDynamicProgrammeEqualsTheExhaustiveSearch(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 25) int overhead,
            @ForAll @IntRange(min = 5, max = 65) int work) {
        boolean[] there = new boolean[9];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < there.length; i++) {
            there[i] = random.nextBoolean();
        }
        if (work + overhead > 90) {
            return;
        }
        DeadlineJob job = new DeadlineJob(work, 90, overhead, 10, 3600 * 3, 3600);
        PolicyOutcome optimum = new PerfectInformation(job, List.of(AvailabilityTrace.of("t", 0, there))).run(0);
        assertEquals(cheapest(job, there, 0, Capacity.NONE, 0, 0), optimum.costDollars(), 1e-9);
    }

    private static double cheapest(
            DeadlineJob job, boolean[] there, int tick, Capacity last, double overheadLeft, double done) {
        if (done >= job.workSeconds() - 1e-9) {
            return 0;
        }
        if (tick == there.length) {
            return Double.POSITIVE_INFINITY;
        }
        double least = Double.POSITIVE_INFINITY;
        for (Capacity next : Capacity.values()) {
            if (next == Capacity.SPOT && !there[tick]) {
                continue;
            }
            double overhead = next == Capacity.NONE ? 0 : next == last ? overheadLeft : job.overheadSeconds();
            double used = next == Capacity.NONE ? 0 : Math.min(overhead, job.tickSeconds());
            double worked = next == Capacity.NONE ? 0 : job.tickSeconds() - used;
            least = Math.min(
                    least,
                    job.dollarsPerTick(next) + cheapest(job, there, tick + 1, next, overhead - used, done + worked));
        }
        return least;
    }

    @Property(tries = 60)
    void aSecondZoneNeverCostsMoreUnderPerfectInformation(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[][] there = new boolean[2][60];
        for (boolean[] zone : there) {
            for (int i = 0; i < zone.length; i++) {
                zone[i] = random.nextInt(3) == 0;
            }
        }
        DeadlineJob job = new DeadlineJob(400, 600, 4, 10, 3, 1);
        AvailabilityTrace one = AvailabilityTrace.of("a", 0, there[0]);
        AvailabilityTrace two = AvailabilityTrace.of("b", 0, there[1]);
        assertTrue(new PerfectInformation(job, List.of(one, two)).run(0).costDollars()
                <= new PerfectInformation(job, List.of(one)).run(0).costDollars() + 1e-9);
    }
}
