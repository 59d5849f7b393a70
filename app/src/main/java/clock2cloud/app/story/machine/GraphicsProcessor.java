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
 * @param pcieBytesPerSecond from the host's pinned memory to this device
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
    /**
     * What a batch in ordinary memory reaches a device at on any link: the host copies it to pinned memory first. 9.0 to 9.5
     * GB/s were timed over PCIe 5 with batches of 10 to 200 MB ({@code bench/gpu}).
     */
    private static final double PAGEABLE_BYTES_PER_SECOND = 9e9;

    /** From memory; and as steps of small nets on an H200 ask for it. */
    private static final double GAP_SECONDS = 5e-6;

    private static final double YOUNGER_GAP_SECONDS = 3e-6;

    private static final double USUAL_BYTES_PER_SECOND = 6e9;

    /**
     * What was new together; kernels and their limits differ between generations more than within one. With each the share of its
     * peak that large fp32 matrix products reach: K40 3.15 of 5.04 TFLOP/s (cuBLAS 7.5, clMathLibraries/clBLAS); P100 9.12 of 9.3 and V100
     * 14.78 of 15.7 (Baidu DeepBench); A100 93%, H100 79% (Lee et al., <i>NeuSight</i>, 2025). Maxwell is taken to be like Pascal, Turing
     * like Volta, and Ada like Hopper, which share their doubled units between integers and floats.
     */
    public enum Generation {
        KEPLER(0.625),
        MAXWELL(0.98),
        PASCAL(0.98),
        VOLTA(0.94),
        TURING(0.94),
        AMPERE(0.93),
        ADA(0.79),
        HOPPER(0.79);

        private final double productShare;

        Generation(double productShare) {
            this.productShare = productShare;
        }
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

    /** From the end of a kernel to the beginning of the next, with what an almost empty kernel takes. */
    public double gapSeconds() {
        return generation.compareTo(Generation.AMPERE) < 0 ? GAP_SECONDS : YOUNGER_GAP_SECONDS;
    }

    /** What large fp32 matrix products reach on its generation, by the data sheet's boost clock. */
    public double productFlopsPerSecond() {
        return generation.productShare * boostFlopsPerSecond;
    }

    /** What a batch reaches the device at; 6 GB/s where the file does not say. */
    public double feedBytesPerSecond() {
        return Math.min(pcieBytesPerSecond.orElse(USUAL_BYTES_PER_SECOND), PAGEABLE_BYTES_PER_SECOND);
    }
}
