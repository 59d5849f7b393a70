package clock2cloud.spot.catalogue;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of the catalogue. The peaks are vendor figures, inputs and never measurements; what the catalogue does not know
 * is empty.
 *
 * @param gpuPeakFlopsPerSecond single precision at boost clock, one device
 * @param gpuMemoryBytesPerSecond peak of one device
 * @param price2017DollarsPerHour on demand, Linux, us-east-1, July 2017 (or when first seen, later in 2017)
 * @param price2026DollarsPerHour on demand, Linux, us-east-1, July 2026
 */
public record InstanceType(
        String name,
        int virtualCpus,
        double memoryBytes,
        String cpuModel,
        String microarchitecture,
        int physicalCores,
        double cpuHertz,
        int flopsPerCycleAndCore,
        double cpuPeakFlopsPerSecond,
        double socketMemoryBytesPerSecond,
        double fairShareMemoryBytesPerSecond,
        Optional<String> gpuDevice,
        int gpuDevices,
        OptionalDouble gpuBasePeakFlopsPerSecond,
        OptionalDouble gpuPeakFlopsPerSecond,
        OptionalDouble gpuMemoryBytes,
        OptionalDouble gpuMemoryBytesPerSecond,
        String network,
        OptionalDouble price2017DollarsPerHour,
        OptionalDouble price2026DollarsPerHour,
        OptionalDouble coreMarkPerSecond,
        String source) {}
