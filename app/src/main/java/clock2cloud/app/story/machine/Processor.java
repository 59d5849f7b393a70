package clock2cloud.app.story.machine;

import java.util.List;
import java.util.Optional;

/**
 * The processor of a machine, or the part of one that an instance rents.
 *
 * @param clockHertz at which all cores can work without end
 * @param turboHertz at which they work while it is cool enough
 * @param cores real ones, not hardware threads
 * @param flopsPerCycle fp32 operations that a core can end each cycle
 * @param memoryBytesPerSecond of the memory; for an instance its share of the socket
 * @param tunedFraction the part of peak that a tuned matrix product reaches, where it is published
 * @param plainFraction the same for a plain one
 */
public record Processor(
        String name,
        Optional<String> microarchitecture,
        double clockHertz,
        Optional<Double> turboHertz,
        int cores,
        Optional<Integer> threadsPerCore,
        double flopsPerCycle,
        Optional<Integer> vectorBits,
        List<Cache> caches,
        double memoryBytesPerSecond,
        Optional<Double> memoryBytes,
        Optional<Double> tunedFraction,
        Optional<Double> plainFraction) {
    /** One level of cache; {@code bytes} of one of them. */
    public record Cache(int level, double bytes) {
        public Cache {
            Require.between(level, 1, 4, "cpu.caches.level", "");
            Require.positive(bytes, "cpu.caches.bytes", "bytes");
        }
    }

    public Processor {
        Require.present(name, "cpu.name");
        Require.between(clockHertz, 1e6, 1e10, "cpu.clockHertz", "Hz");
        Require.between(cores, 1, 4096, "cpu.cores", "cores");
        Require.between(flopsPerCycle, 0.01, 4096, "cpu.flopsPerCycle", "operations");
        Require.between(memoryBytesPerSecond, 1e6, 1e14, "cpu.memoryBytesPerSecond", "B/s");
        double base = clockHertz;
        turboHertz.ifPresent(turbo -> Require.between(turbo, base, 1e10, "cpu.turboHertz", "Hz"));
        threadsPerCore.ifPresent(threads -> Require.between(threads, 1, 8, "cpu.threadsPerCore", "threads"));
        vectorBits.ifPresent(bits -> Require.between(bits, 32, 65_536, "cpu.vectorBits", "bits"));
        memoryBytes.ifPresent(bytes -> Require.positive(bytes, "cpu.memoryBytes", "bytes"));
        tunedFraction.ifPresent(part -> Require.between(part, 0.001, 1, "cpu.tunedFraction", ""));
        plainFraction.ifPresent(part -> Require.between(part, 0.0001, 1, "cpu.plainFraction", ""));
        caches = caches == null ? List.of() : List.copyOf(caches);
    }

    public double peakFlopsPerSecondOfOneCore() {
        return clockHertz * flopsPerCycle;
    }

    public double peakFlopsPerSecond() {
        return cores * peakFlopsPerSecondOfOneCore();
    }

    /** The last level, in bytes; 0 where the file tells of none. */
    public double lastCacheBytes() {
        return caches.isEmpty() ? 0 : caches.get(caches.size() - 1).bytes();
    }

    /** What a tenant counts: hardware threads. */
    public int virtualProcessors() {
        return cores * threadsPerCore.orElse(1);
    }
}
