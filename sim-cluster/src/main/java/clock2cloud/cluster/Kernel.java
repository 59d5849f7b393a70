package clock2cloud.cluster;

import java.util.Collections;
import java.util.List;

/**
 * Work that a processor does: arithmetic, bytes that cross each memory level, and how often it is called.
 *
 * @param name what it computes
 * @param flops floating-point operations in all
 * @param bytesByLevel bytes in and out of each level, from the first cache outwards; missing ones are 0
 * @param chainedReads reads of which each must end before the next address is known; they pay the latency of the outermost
 *     level that has bytes
 * @param calls how often it is started
 * @param callSeconds what one start costs
 */
public record Kernel(
        String name, double flops, List<Double> bytesByLevel, double chainedReads, double calls, double callSeconds) {
    public Kernel {
        bytesByLevel = List.copyOf(bytesByLevel);
        Domain.notNegative("Kernel " + name, "flops", flops);
        bytesByLevel.forEach(bytes -> Domain.notNegative("Kernel " + name, "bytes", bytes));
        Domain.notNegative("Kernel " + name, "chainedReads", chainedReads);
        Domain.notNegative("Kernel " + name, "calls", calls);
        Domain.notNegative("Kernel " + name, "callSeconds", callSeconds);
    }

    /** Streams {@code bytes} once over a working set, through every level down to the one that holds the set. */
    public static Kernel streaming(
            String name, double flops, double bytes, double workingSetBytes, Processor processor) {
        int home = processor.home(workingSetBytes);
        return new Kernel(name, flops, Collections.nCopies(home + 1, bytes), 0, 1, 0);
    }

    /** The same work in so many calls of such a cost. */
    public Kernel withCalls(double calls, double callSeconds) {
        return new Kernel(name, flops, bytesByLevel, chainedReads, calls, callSeconds);
    }

    /** Flops per byte of the outermost level in use; infinite without bytes. */
    public double flopsPerByte() {
        return flops / bytesByLevel.stream().filter(bytes -> bytes > 0).reduce(0.0, (inner, outer) -> outer);
    }
}
