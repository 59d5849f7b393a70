package clock2cloud.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class SpeedupPropertiesTest {
    @Property(tries = 200)
    void amdahlGrowsAndStaysBelowItsLimit(
            @ForAll @DoubleRange(max = 1) double serial, @ForAll @IntRange(min = 1, max = 100_000) int workers) {
        AmdahlSpeedup law = new AmdahlSpeedup(serial);
        assertTrue(law.speedup(workers + 1) >= law.speedup(workers));
        assertTrue(law.speedup(workers) <= law.limit() * (1 + 1e-12));
        assertTrue(law.speedup(workers) <= workers * (1 + 1e-12));
        assertEquals(1, law.speedup(1), 1e-12);
    }

    @Property(tries = 200)
    void amdahlThroughOneMeasurementComesBack(
            @ForAll @DoubleRange(max = 1) double serial, @ForAll @IntRange(min = 2, max = 1000) int workers) {
        double seconds = 10 / new AmdahlSpeedup(serial).speedup(workers);
        assertEquals(
                serial,
                AmdahlSpeedup.of(10, workers, Math.max(seconds, 10.0 / workers)).serialFraction(),
                1e-9);
    }

    /** The scaled job's serial share of the one-worker time is s / (s + (1 - s) p): with it Amdahl says the same. */
    @Property(tries = 200)
    void gustafsonIsAmdahlOfTheScaledJob(
            @ForAll @DoubleRange(max = 1) double serial, @ForAll @IntRange(min = 1, max = 1000) int workers) {
        double oneWorkerSerial = serial / (serial + (1 - serial) * workers);
        double amdahl = new AmdahlSpeedup(oneWorkerSerial).speedup(workers);
        assertEquals(amdahl, new GustafsonSpeedup(serial).speedup(workers), 1e-9 * workers);
    }

    @Property(tries = 200)
    void scalabilityWithoutCoherencyIsAmdahl(
            @ForAll @DoubleRange(max = 1) double contention, @ForAll @IntRange(min = 1, max = 1000) int workers) {
        assertEquals(
                new AmdahlSpeedup(contention).speedup(workers),
                UniversalScalability.of(contention, 0).speedup(workers),
                1e-9 * workers);
    }

    @Property(tries = 200)
    void noNumberOfWorkersBeatsThePeak(
            @ForAll @DoubleRange(max = 1) double contention,
            @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 1) double coherency,
            @ForAll @IntRange(min = 1, max = 100_000) int workers) {
        UniversalScalability law = new UniversalScalability(contention, coherency, 7);
        assertTrue(law.throughput(workers) <= law.peakThroughput() * (1 + 1e-12));
        assertTrue(law.speedup(workers) <= new AmdahlSpeedup(contention).speedup(workers) * (1 + 1e-12));
    }

    @Property(tries = 200)
    void rooflineIsTheSlowerOfTwo(
            @ForAll @DoubleRange(min = 1, max = 1e12) double flops,
            @ForAll @DoubleRange(min = 1, max = 1e12) double bytes) {
        Roofline roofline = new Roofline(20.24e9, 8.53e9);
        double seconds = roofline.seconds(flops, bytes);
        assertEquals(flops / roofline.flopsPerSecond(flops / bytes), seconds, 1e-9 * seconds);
        assertEquals(bytes / 8.53e9 > flops / 20.24e9, roofline.memoryBound(flops / bytes));
    }

    @Property(tries = 200)
    void everyAllReduceMovesAtLeastWhatItMust(
            @ForAll AllReduce algorithm,
            @ForAll @IntRange(min = 2, max = 5000) int workers,
            @ForAll @DoubleRange(min = 0, max = 1e9) double bytes) {
        AlphaBeta link = new AlphaBeta(1e-5, 1.25e9);
        double seconds = algorithm.seconds(link, workers, bytes);
        // Thakur 2005: log2 p messages, and (p - 1) / p of the vector, each pair of workers full duplex
        assertTrue(seconds >= (bytes / 1.25e9) * (workers - 1) / workers);
        assertTrue(algorithm.seconds(link, workers, 2 * bytes) >= seconds);
        assertEquals(0, algorithm.seconds(link, 1, bytes));
    }

    @Property(tries = 200)
    void noOtherNumberOfBuildersIsFaster(
            @ForAll @Scale(4) @DoubleRange(min = 1e-4, max = 100) double overhead,
            @ForAll @IntRange(min = 1, max = 3000) int workers) {
        DividedSum sum = new DividedSum(1e12, 1e9, overhead, overhead / 2);
        assertTrue(sum.seconds(sum.bestWorkers()) <= sum.seconds(workers) * (1 + 1e-12));
        assertEquals(sum.seconds(workers), sum.workSeconds(workers) + sum.overheadSeconds(workers));
        assertTrue(sum.speedup(workers) <= workers * (1 + 1e-12));
    }

    @Property(tries = 200)
    void littleHolds(
            @ForAll @IntRange(min = 1, max = 200) int servers,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double load) {
        MultiServerQueue queue = new MultiServerQueue(servers, load * servers * 3, 3);
        assertEquals(queue.arrivalsPerSecond() * queue.sojournSeconds(), queue.present(), 1e-9 * queue.present());
        assertEquals(queue.arrivalsPerSecond() * queue.waitSeconds(), queue.waiting(), 1e-9 * queue.present());
        assertTrue(queue.waitProbability() <= 1);
    }

    @Property(tries = 50)
    void oneExponentialServerIsTheSameQueueTwice(@ForAll @DoubleRange(min = 0.01, max = 0.99) double load) {
        assertEquals(
                new MultiServerQueue(1, load, 1).waitSeconds(),
                new SingleServerQueue(load, 1, 2).waitSeconds(),
                1e-9 / (1 - load));
    }

    @Property(tries = 20)
    void nothingOutsideTheDomainIsAnswered(@ForAll @Scale(3) @DoubleRange(min = -9, max = -0.001) double below) {
        assertThrows(IllegalArgumentException.class, () -> new AmdahlSpeedup(below));
        assertThrows(IllegalArgumentException.class, () -> new AmdahlSpeedup(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new GustafsonSpeedup(1 - below));
        assertThrows(IllegalArgumentException.class, () -> new Roofline(below, 1));
        assertThrows(IllegalArgumentException.class, () -> new AlphaBeta(below, 1));
        assertThrows(IllegalArgumentException.class, () -> new MultiServerQueue(2, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new DividedSum(1, 1, below, 0));
        assertThrows(IllegalArgumentException.class, () -> UniversalScalability.of(0.1, 0.1)
                .speedup(0));
    }

    /**
     * eduWRENCH A.2: 10 min on one core and 6 on four mean 4.67 min of serial work; of a program that is 92% parallel six cores spend
     * 64 to 66% of the time in that part; 40% parallel never gains more than 1.667; 1 h at 80% efficiency on 6 cores takes 12.5 min.
     */
    @Test
    void exercisesOnDataParallelism() {
        assertEquals(4.67, 10 * AmdahlSpeedup.of(10, 4, 6).serialFraction(), 0.005);
        assertEquals(0.65, 1 - 0.08 * new AmdahlSpeedup(0.08).speedup(6), 0.01);
        assertEquals(1.667, new AmdahlSpeedup(0.6).limit(), 5e-4);
        double serial = AmdahlSpeedup.of(60, 6, 12.5).serialFraction();
        assertEquals(0.8, new AmdahlSpeedup(serial).speedup(6) / 6, 1e-12);
    }
}
