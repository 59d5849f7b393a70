package clock2cloud.vm.pool;

import static clock2cloud.vm.Domain.gibibytes;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;

/**
 * Cores, memory and disk: what a host has, or what a machine asks for. Counted in millionths of a core and in whole
 * bytes, so that giving back restores exactly what was taken.
 */
public record Bundle(double cores, double ramBytes, double diskBytes) {
    /** Largest number that can be counted: 4 · 10¹⁸. */
    static final double COUNTABLE = 4e18;

    public Bundle {
        notNegative(cores, "cores", "");
        notNegative(ramBytes, "RAM", "bytes");
        notNegative(diskBytes, "disk", "bytes");
        if (cores * 1e6 > COUNTABLE || ramBytes > COUNTABLE || diskBytes > COUNTABLE) {
            throw new IllegalArgumentException("cores, RAM or disk beyond what can be counted");
        }
    }

    long microCores() {
        return Math.round(cores * 1e6);
    }

    long wholeRamBytes() {
        return Math.round(ramBytes);
    }

    long wholeDiskBytes() {
        return Math.round(diskBytes);
    }

    /** Each part times {@code factor}. */
    public Bundle times(double factor) {
        return new Bundle(cores * factor, ramBytes * factor, diskBytes * factor);
    }

    @Override
    public String toString() {
        return number(cores) + " cores, " + gibibytes(ramBytes) + " RAM, " + gibibytes(diskBytes) + " disk";
    }
}
