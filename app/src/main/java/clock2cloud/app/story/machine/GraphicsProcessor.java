package clock2cloud.app.story.machine;

import java.util.Optional;

/**
 * One GPU as a program sees it; of a board with two dies, one die.
 *
 * @param generation kepler, maxwell, pascal, volta, turing, ampere, ada or hopper
 * @param count how many the machine has
 * @param multiprocessors that share the tiles of a product
 * @param peakFlopsPerSecond fp32 without tensor cores, at {@code clockHertz}
 * @param peakMemoryBytesPerSecond by the data sheet
 * @param memoryBytesPerSecond as measured where that is published, with ECC as rented
 * @param pcieBytesPerSecond from the host to this device
 */
public record GraphicsProcessor(
        String name,
        Generation generation,
        Optional<Integer> count,
        int multiprocessors,
        double clockHertz,
        double boostHertz,
        double peakFlopsPerSecond,
        double boostFlopsPerSecond,
        double memoryBytes,
        Optional<Double> peakMemoryBytesPerSecond,
        double memoryBytesPerSecond,
        Optional<Double> pcieBytesPerSecond) {
    /** What was new together; kernels and their limits differ between generations more than within one. */
    public enum Generation {
        KEPLER,
        MAXWELL,
        PASCAL,
        VOLTA,
        TURING,
        AMPERE,
        ADA,
        HOPPER
    }

    public GraphicsProcessor {
        Require.present(name, "gpu.name");
        Require.present(generation, "gpu.generation");
        count.ifPresent(devices -> Require.between(devices, 1, 1024, "gpu.count", "devices"));
        Require.between(multiprocessors, 1, 10_000, "gpu.multiprocessors", "multiprocessors");
        Require.between(clockHertz, 1e6, 1e10, "gpu.clockHertz", "Hz");
        Require.between(boostHertz, clockHertz, 1e10, "gpu.boostHertz", "Hz");
        Require.between(peakFlopsPerSecond, 1e9, 1e17, "gpu.peakFlopsPerSecond", "FLOP/s");
        Require.between(boostFlopsPerSecond, peakFlopsPerSecond, 1e17, "gpu.boostFlopsPerSecond", "FLOP/s");
        Require.between(memoryBytes, 1e6, 1e15, "gpu.memoryBytes", "bytes");
        Require.between(memoryBytesPerSecond, 1e9, 1e15, "gpu.memoryBytesPerSecond", "B/s");
        double usable = memoryBytesPerSecond;
        peakMemoryBytesPerSecond.ifPresent(
                peak -> Require.between(peak, usable, 1e15, "gpu.peakMemoryBytesPerSecond", "B/s"));
        pcieBytesPerSecond.ifPresent(rate -> Require.between(rate, 1e6, 1e13, "gpu.pcieBytesPerSecond", "B/s"));
    }

    /** What a batch reaches the device at; 6 GB/s where the file does not say. */
    public double feedBytesPerSecond() {
        return pcieBytesPerSecond.orElse(6e9);
    }
}
