package clock2cloud.cluster;

/**
 * A level that holds data: a cache, or memory as the last and largest.
 *
 * @param name L1, L2, ..., memory
 * @param capacityBytes what one core finds there: all of it, shared or not
 * @param latencySeconds from asking for a line to having it
 * @param coreBytesPerSecond what one core gets from it
 * @param totalBytesPerSecond what all cores together get from it; infinite for a level that every core has of its own
 */
public record MemoryLevel(
        String name,
        double capacityBytes,
        double latencySeconds,
        double coreBytesPerSecond,
        double totalBytesPerSecond) {
    public MemoryLevel {
        Domain.require(capacityBytes > 0, "Memory level " + name, "capacityBytes", "above 0", capacityBytes);
        Domain.notNegative("Memory level " + name, "latencySeconds", latencySeconds);
        Domain.positive("Memory level " + name, "coreBytesPerSecond", coreBytesPerSecond);
        Domain.require(
                totalBytesPerSecond >= coreBytesPerSecond,
                "Memory level " + name,
                "totalBytesPerSecond",
                "at least one core's",
                totalBytesPerSecond);
    }

    /** Bandwidth of a number of cores: straight up, then flat. */
    public double bytesPerSecond(int cores) {
        Domain.atLeast(1, "Memory level " + name, "cores", cores);
        return Math.min(cores * coreBytesPerSecond, totalBytesPerSecond);
    }

    /** From how many cores on the level is saturated. */
    public double saturationCores() {
        return totalBytesPerSecond / coreBytesPerSecond;
    }
}
