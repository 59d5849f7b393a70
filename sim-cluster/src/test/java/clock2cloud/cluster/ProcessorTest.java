package clock2cloud.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    /** 1 GHz, 2 flops a cycle, 4 lanes: 8 GFLOP/s. L1 32 GB/s, L2 16 GB/s, memory 4 GB/s for one core, 6 for both. */
    private final Processor chip = new Processor(
            "chip",
            1e9,
            2,
            2,
            4,
            List.of(
                    new MemoryLevel("L1", 32e3, 4e-9, 32e9, Double.POSITIVE_INFINITY),
                    new MemoryLevel("L2", 1e6, 12e-9, 16e9, 32e9),
                    new MemoryLevel("memory", Double.POSITIVE_INFINITY, 80e-9, 4e9, 6e9)));

    @Test
    void theLaptopsPeakIsTheFactSheets() {
        // 2.53e9 x 2 x 4 = 20.24 GFLOP/s a core, 40.48 the chip
        assertEquals(20.24e9, Processor.core2DuoP8700().peakFlopsPerSecond(1));
        assertEquals(40.48e9, Processor.core2DuoP8700().peakFlopsPerSecond(2));
        assertEquals(20.24 / 4.1, Processor.core2DuoP8700().roofline(1).ridgeFlopsPerByte(), 1e-12);
    }

    /** 8 Mflop = 1 ms; 16 MB through L1 0.5 ms, L2 1 ms, memory 4 ms. */
    @Test
    void aStreamFromMemory() {
        KernelTime time = chip.time(Kernel.streaming("stream", 8e6, 16e6, 16e6, chip), 1);
        assertEquals(4e-3, time.rooflineSeconds(), 1e-12);
        assertEquals(5.5e-3, time.ecmSeconds(), 1e-12);
        assertEquals(6.5e-3, time.additiveSeconds(), 1e-12);
        assertEquals("memory", time.bound());
    }

    /** On two cores arithmetic halves to 0.5 ms, L1 0.25, L2 0.5, but memory only goes from 4 to 6 GB/s: 2.667 ms. */
    @Test
    void twoCoresShareTheMemory() {
        KernelTime time = chip.time(Kernel.streaming("stream", 8e6, 16e6, 16e6, chip), 2);
        assertEquals(16e6 / 6e9, time.rooflineSeconds(), 1e-12);
        assertEquals(0.75e-3 + 16e6 / 6e9, time.ecmSeconds(), 1e-12);
        assertEquals(1.5, chip.levels().get(2).saturationCores());
    }

    @Test
    void aSmallSetStaysInItsCache() {
        KernelTime time = chip.time(Kernel.streaming("stream", 8e6, 16e6, 30e3, chip), 1);
        assertEquals(
                List.of("flops", "L1"),
                time.terms().stream().map(KernelTime.Term::name).toList());
        assertEquals("flops", time.bound());
    }

    @Test
    void manyCallsAndChainedReadsAreNamed() {
        Kernel calls = new Kernel("tiny", 8, List.of(32.0), 0, 1000, 1e-6);
        assertEquals("calls", chip.time(calls, 1).bound());
        assertEquals(1e-3 + 1e-9, chip.time(calls, 1).rooflineSeconds(), 1e-15);
        // a million reads of memory, each 80 ns, one after the other: 80 ms
        Kernel chain = new Kernel("list", 0, List.of(0.0, 0.0, 64e6), 1e6, 0, 0);
        assertEquals("latency", chip.time(chain, 1).bound());
        assertEquals(0.08 + 0.016, chip.time(chain, 1).additiveSeconds(), 1e-12);
    }

    @Property(tries = 200)
    void rooflineEcmAndAdditiveAreInThatOrder(
            @ForAll @DoubleRange(max = 1e9) double flops,
            @ForAll @DoubleRange(max = 1e9) double bytes,
            @ForAll @DoubleRange(max = 1e9) double set,
            @ForAll @IntRange(min = 1, max = 2) int cores) {
        KernelTime time = chip.time(Kernel.streaming("any", flops, bytes, set, chip), cores);
        assertTrue(time.rooflineSeconds() <= time.ecmSeconds());
        assertTrue(time.ecmSeconds() <= time.additiveSeconds());
        assertTrue(time.additiveSeconds() <= time.terms().size() * time.rooflineSeconds() * (1 + 1e-12));
    }

    @Property(tries = 100)
    void aSharedCacheMissesMoreTheMoreShareIt(
            @ForAll @IntRange(min = 1, max = 64) int cores, @ForAll @DoubleRange(max = 1e7) double set) {
        SharedCache cache = new SharedCache(3e6);
        for (SharedCache.Pattern pattern : SharedCache.Pattern.values()) {
            double miss = cache.missFraction(pattern, cores, set);
            assertTrue(miss >= 0 && miss <= 1);
            assertTrue(cache.missFraction(pattern, cores + 1, set) >= miss);
        }
        assertTrue(cache.missFraction(SharedCache.Pattern.RANDOM, cores, set)
                <= cache.missFraction(SharedCache.Pattern.CIRCULAR, cores, set));
    }

    /** Two cores of two threads, each thread alone busy 80%: 1, 2, then 3 threads 1.25 + 1, four 2.5. */
    @Test
    void threadsOnOneCoreFillTheGaps() {
        SmtSpeedup smt = new SmtSpeedup(2, 2, 0.8);
        assertEquals(1, smt.speedup(1));
        assertEquals(2, smt.speedup(2));
        assertEquals(2.25, smt.speedup(3));
        assertEquals(2.5, smt.speedup(4));
        assertEquals(2.5, smt.speedup(9));
    }

    @Test
    void sunNiContainsAmdahlAndGustafson() {
        assertEquals(new AmdahlSpeedup(0.1).speedup(8), new SunNiSpeedup(0.1, 0).speedup(8), 1e-12);
        assertEquals(new GustafsonSpeedup(0.1).speedup(8), new SunNiSpeedup(0.1, 1).speedup(8), 1e-12);
        assertTrue(new SunNiSpeedup(0.1, 1.5).speedup(8) > 7.3);
    }

    /** Z = 3, S = 1: one thread 1/4 round a second; two: R = 1 (1 + 1/4), X = 2 / 4.25. The limit is 1 / S. */
    @Test
    void aLockByMeanValues() {
        LockContention lock = new LockContention(3, 1);
        assertEquals(0.25, lock.throughput(1), 1e-12);
        assertEquals(2 / 4.25, lock.throughput(2), 1e-12);
        assertEquals(0.25, lock.waitSeconds(2), 1e-12);
        assertEquals(4, lock.saturationThreads());
        assertTrue(lock.throughput(100) < 1 + 1e-12 && lock.throughput(100) > 0.999);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> chip.peakFlopsPerSecond(3));
        assertThrows(IllegalArgumentException.class, () -> new MemoryLevel("L9", 1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SmtSpeedup(2, 2, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> chip.time(new Kernel("deep", 1, List.of(1.0, 1.0, 1.0, 1.0), 0, 0, 0), 1));
    }
}
