package clock2cloud.vm.host;

import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.require;

/**
 * "This operating system can only use X% of the CPU, Y% of the RAM, and we dedicate Z bytes of disk."
 *
 * @param cpuFraction part of all the host's core time, in (0, 1]
 * @param ramFraction part of the host's memory, in (0, 1]
 * @param diskBytes disk set aside
 */
public record SliceRequest(String name, double cpuFraction, double ramFraction, double diskBytes) {
    public SliceRequest {
        fraction(cpuFraction, "VM " + name + ": CPU");
        fraction(ramFraction, "VM " + name + ": RAM");
        require(cpuFraction > 0 && ramFraction > 0, () -> "VM " + name + ": CPU and RAM must be above 0%");
        notNegative(diskBytes, "VM " + name + ": disk", "bytes");
    }

    /** The same with the disk as a part of the host's. */
    public static SliceRequest ofDiskFraction(
            String name, double cpuFraction, double ramFraction, double diskFraction, Host host) {
        fraction(diskFraction, "VM " + name + ": disk");
        return new SliceRequest(name, cpuFraction, ramFraction, diskFraction * host.diskBytes());
    }
}
