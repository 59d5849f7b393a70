package clock2cloud.vm.host;

import static clock2cloud.vm.Domain.positive;

/**
 * How much may be sold of what is there: 1 sells it once, 0.8 holds a fifth back, 4 sells every core four times.
 *
 * @param cpuRatio sold over physical core time
 * @param ramRatio sold over physical memory
 * @param diskRatio sold over physical disk
 */
public record Overcommit(double cpuRatio, double ramRatio, double diskRatio) {
    /** Everything is sold once. */
    public static final Overcommit NONE = new Overcommit(1, 1, 1);

    public Overcommit {
        positive(cpuRatio, "CPU overcommit", "sold per physical");
        positive(ramRatio, "RAM overcommit", "sold per physical");
        positive(diskRatio, "disk overcommit", "sold per physical");
    }
}
