package clock2cloud.cluster;

/**
 * The roofline: a kernel runs as fast as the arithmetic or the memory lets it, whichever is slower.
 *
 * <p>P(I) = min(peak, I &times; bandwidth), with I the flops done per byte moved; t = max(flops / peak, bytes / bandwidth).
 *
 * <p>Source: S. Williams, A. Waterman, D. Patterson, <i>Roofline</i>, CACM 52(4), 2009. Leaves out latency, calls and every
 * overlap that is less than perfect: a processor adds those.
 */
public record Roofline(double peakFlopsPerSecond, double memoryBytesPerSecond) {
    public Roofline {
        Domain.positive("Roofline", "peakFlopsPerSecond", peakFlopsPerSecond);
        Domain.positive("Roofline", "memoryBytesPerSecond", memoryBytesPerSecond);
    }

    /** Flops per second at an intensity in flops per byte. */
    public double flopsPerSecond(double flopsPerByte) {
        Domain.notNegative("Roofline", "flopsPerByte", flopsPerByte);
        return Math.min(peakFlopsPerSecond, flopsPerByte * memoryBytesPerSecond);
    }

    /** Time of a kernel. */
    public double seconds(double flops, double bytes) {
        Domain.notNegative("Roofline", "flops", flops);
        Domain.notNegative("Roofline", "bytes", bytes);
        return Math.max(flops / peakFlopsPerSecond, bytes / memoryBytesPerSecond);
    }

    /** Flops per byte where the slope meets the roof. */
    public double ridgeFlopsPerByte() {
        return peakFlopsPerSecond / memoryBytesPerSecond;
    }

    /** Below the ridge memory bounds, from it on arithmetic. */
    public boolean memoryBound(double flopsPerByte) {
        return flopsPerByte < ridgeFlopsPerByte();
    }
}
