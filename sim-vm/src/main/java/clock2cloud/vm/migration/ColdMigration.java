package clock2cloud.vm.migration;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;

/**
 * The machine is saved, its memory image (and its disk, unless that is shared) is sent, and it is restored: it is down
 * all the time.
 *
 * @param memoryBytes image of the used memory
 * @param diskBytes disk to move; 0 with shared storage
 * @param diskBytesPerSecond speed of saving and restoring
 * @param networkBytesPerSecond speed of sending
 */
public record ColdMigration(
        double memoryBytes, double diskBytes, double diskBytesPerSecond, double networkBytesPerSecond) {
    public ColdMigration {
        notNegative(memoryBytes, "cold migration: memory", "bytes");
        notNegative(diskBytes, "cold migration: disk", "bytes");
        positive(diskBytesPerSecond, "cold migration: disk speed", "bytes/s");
        positive(networkBytesPerSecond, "cold migration: network", "bytes/s");
    }

    /** Save + send + restore. */
    public double downtimeSeconds() {
        double toDiskAndBack = 2 * memoryBytes / diskBytesPerSecond;
        return toDiskAndBack + (memoryBytes + diskBytes) / Math.min(diskBytesPerSecond, networkBytesPerSecond);
    }
}
