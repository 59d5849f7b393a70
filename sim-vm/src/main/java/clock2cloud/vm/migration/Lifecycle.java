package clock2cloud.vm.migration;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

/**
 * How long a machine takes to come, sleep, wake and change size.
 *
 * @param firmwareSeconds before the first disk read
 * @param bootReadBytes what an operating system reads to come up
 * @param bootCpuSeconds CPU time of the boot at one core
 * @param diskBytesPerSecond speed of the disk slice
 * @param cores cores of the slice
 */
public record Lifecycle(
        double firmwareSeconds, double bootReadBytes, double bootCpuSeconds, double diskBytesPerSecond, double cores) {
    public Lifecycle {
        notNegative(firmwareSeconds, "boot: firmware", "s");
        notNegative(bootReadBytes, "boot: bytes read", "bytes");
        notNegative(bootCpuSeconds, "boot: CPU time", "s");
        positive(diskBytesPerSecond, "boot: disk speed", "bytes/s");
        positive(cores, "boot: cores", "");
    }

    /** Firmware, then the longer of reading and computing, which overlap. */
    public double bootSeconds() {
        double compute = bootCpuSeconds / Math.min(1, cores);
        return firmwareSeconds + Math.max(bootReadBytes / diskBytesPerSecond, compute);
    }

    /** Writes the used memory to disk. */
    public double saveSeconds(double usedBytes) {
        return notNegative(usedBytes, "save: used memory", "bytes") / diskBytesPerSecond;
    }

    /** Reads it back. */
    public double restoreSeconds(double usedBytes) {
        return saveSeconds(usedBytes);
    }

    /**
     * Downtime of a resize: none if the guest can take processors and memory while it runs and nothing shrinks, a reboot
     * otherwise.
     */
    public double resizeSeconds(double coresFactor, double ramFactor, boolean hotPlug) {
        require(coresFactor > 0 && ramFactor > 0, "resize: factors must be above 0");
        return hotPlug && coresFactor >= 1 && ramFactor >= 1 ? 0 : bootSeconds();
    }
}
