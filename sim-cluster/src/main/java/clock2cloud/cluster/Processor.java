package clock2cloud.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * A processor as its rates: clock &times; flops per cycle &times; width, and a ladder of memory levels.
 *
 * <p>Gives a kernel's time three ways. Roofline: the slowest term alone, everything overlaps. ECM: arithmetic overlaps the
 * transfers, the transfers between levels follow each other, t = max(T<sub>flops</sub>, &Sigma; T<sub>level</sub>). Additive:
 * nothing overlaps. Calls and chained reads are added in all three. Sources: Williams and others, CACM 52(4), 2009; J. Treibig
 * and G. Hager, <i>Introducing a performance model for bandwidth-limited loop kernels</i>, PPAM 2009. Leaves out
 * instruction mix, port conflicts, prefetching and turbo: put the rates that were measured.
 *
 * @param name the chip
 * @param clockHertz the clock under load
 * @param cores cores
 * @param flopsPerCycle floating-point operations per cycle and lane of one core
 * @param vectorLanes numbers per vector
 * @param levels the caches from the core outwards, then memory
 */
public record Processor(
        String name, double clockHertz, int cores, double flopsPerCycle, int vectorLanes, List<MemoryLevel> levels) {
    public Processor {
        levels = List.copyOf(levels);
        Domain.positive("Processor " + name, "clockHertz", clockHertz);
        Domain.atLeast(1, "Processor " + name, "cores", cores);
        Domain.positive("Processor " + name, "flopsPerCycle", flopsPerCycle);
        Domain.atLeast(1, "Processor " + name, "vectorLanes", vectorLanes);
        Domain.atLeast(1, "Processor " + name, "memory levels", levels.size());
    }

    /**
     * The chip of the mid-2009 laptop: 2.53 GHz, single precision, 4 lanes, one multiply and one add a cycle; 32 KiB and 3 MiB
     * of cache of 3 and 15 cycles, memory of 211 cycles behind a bus of 8.53 GB/s of which a core gets 4.1 GB/s (latencies and
     * stream measured on the sibling P8400, same core and cache, at 2.26 GHz; L2's 8 bytes a cycle after its line rate).
     */
    public static Processor core2DuoP8700() {
        double clock = 2.53e9;
        return new Processor(
                "Core 2 Duo P8700",
                clock,
                2,
                2,
                4,
                List.of(
                        new MemoryLevel("L1", 32 << 10, 3 / clock, 16 * clock, Double.POSITIVE_INFINITY),
                        new MemoryLevel("L2", 3 << 20, 15 / clock, 8 * clock, 16 * clock),
                        new MemoryLevel("memory", Double.POSITIVE_INFINITY, 93e-9, 4.1e9, 8.2e9)));
    }

    /** Flops per second of so many cores when every lane is busy. */
    public double peakFlopsPerSecond(int activeCores) {
        Domain.require(
                activeCores >= 1 && activeCores <= cores,
                "Processor " + name,
                "active cores",
                "from 1 to " + cores,
                activeCores);
        return activeCores * clockHertz * flopsPerCycle * vectorLanes;
    }

    /** Index of the first level that holds a working set; the last when none does. */
    public int home(double workingSetBytes) {
        Domain.notNegative("Processor " + name, "workingSetBytes", workingSetBytes);
        int level = 0;
        while (level < levels.size() - 1 && levels.get(level).capacityBytes() < workingSetBytes) {
            level++;
        }
        return level;
    }

    /** The roofline over memory for so many cores. */
    public Roofline roofline(int activeCores) {
        MemoryLevel memory = levels.get(levels.size() - 1);
        return new Roofline(peakFlopsPerSecond(activeCores), memory.bytesPerSecond(activeCores));
    }

    /** Time of a kernel whose work is spread evenly over so many cores. */
    public KernelTime time(Kernel kernel, int activeCores) {
        Domain.require(
                kernel.bytesByLevel().size() <= levels.size(),
                "Processor " + name,
                "levels of kernel " + kernel.name(),
                "at most " + levels.size(),
                kernel.bytesByLevel().size());
        List<KernelTime.Term> terms = new ArrayList<>();
        terms.add(new KernelTime.Term("flops", kernel.flops() / peakFlopsPerSecond(activeCores)));
        double latency = levels.get(0).latencySeconds();
        for (int i = 0; i < kernel.bytesByLevel().size(); i++) {
            MemoryLevel level = levels.get(i);
            double bytes = kernel.bytesByLevel().get(i);
            terms.add(new KernelTime.Term(level.name(), bytes / level.bytesPerSecond(activeCores)));
            latency = bytes > 0 ? level.latencySeconds() : latency;
        }
        return new KernelTime(
                terms, kernel.chainedReads() * latency / activeCores, kernel.calls() * kernel.callSeconds());
    }
}
