package clock2cloud.vm.disk;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;

/**
 * How a copy-on-write layer grows under random writes: of N blocks, after w writes <i>N (1 − (1 − 1/N)<sup>w</sup>)</i>
 * are expected to be copied (the coupon collector's law). Merging them back costs a read and a write of each.
 *
 * @param diskBytes size of the disk
 * @param blockBytes unit of copying
 */
public record DeltaGrowth(double diskBytes, double blockBytes) {
    public DeltaGrowth {
        positive(diskBytes, "delta growth: disk", "bytes");
        positive(blockBytes, "delta growth: block", "bytes");
    }

    /** Expected size of the layer after {@code writes} uniformly random block writes. */
    public double expectedBytes(double writes) {
        notNegative(writes, "delta growth: writes", "");
        double blocks = diskBytes / blockBytes;
        return -diskBytes * Math.expm1(writes * Math.log1p(-1 / Math.max(1, blocks)));
    }

    /** Time to merge that layer at {@code bytesPerSecond} of disk bandwidth, reads and writes together. */
    public double mergeSeconds(double writes, double bytesPerSecond) {
        return 2 * expectedBytes(writes) / positive(bytesPerSecond, "delta growth: bandwidth", "bytes/s");
    }
}
