package clock2cloud.vm.host;

import static clock2cloud.vm.Domain.gibibytes;
import static clock2cloud.vm.Domain.percent;

import clock2cloud.vm.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A host cut into slices in the order of asking: a request is admitted when its CPU, RAM and disk all fit in what is
 * left, and refused by name otherwise; a later, smaller one may still fit.
 */
public record HostPartition(Host host, Overcommit overcommit, VirtualizationOverhead overhead) {
    private static final double ROUNDING = 1e-9;

    /** Admitted slices, refusals, and what nobody holds. */
    public record Result(
            Host host,
            List<Slice> slices,
            List<Refusal> refusals,
            double freeCpuFraction,
            double freeRamBytes,
            double freeDiskBytes) {
        /** Core time that the admitted slices hold together. */
        public double heldCpuFraction() {
            return slices.stream().mapToDouble(Slice::cpuFraction).sum();
        }
    }

    /** Nothing oversold. */
    public static HostPartition of(Host host, VirtualizationOverhead overhead) {
        return new HostPartition(host, Overcommit.NONE, overhead);
    }

    /** Admits or refuses each request in turn. */
    public Result admit(List<SliceRequest> requests) {
        double cpu = overcommit.cpuRatio();
        double ram = overcommit.ramRatio() * host.ramBytes();
        double disk = overcommit.diskRatio() * host.diskBytes();
        List<Slice> slices = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (SliceRequest request : requests) {
            Slice slice = Slice.of(host, request, overhead);
            Optional<String> reason = reason(slice, cpu, ram, disk);
            if (reason.isPresent()) {
                refusals.add(new Refusal(request.name(), reason.get()));
                continue;
            }
            slices.add(slice);
            cpu = Math.max(0, cpu - slice.cpuFraction());
            ram = Math.max(0, ram - slice.ramBytes());
            disk = Math.max(0, disk - slice.diskBytes());
        }
        return new Result(host, List.copyOf(slices), List.copyOf(refusals), cpu, ram, disk);
    }

    private Optional<String> reason(Slice slice, double cpu, double ram, double disk) {
        if (slice.cpuFraction() > cpu + ROUNDING) {
            return Optional.of(
                    "CPU: asks " + percent(slice.cpuFraction()) + ", " + percent(cpu) + " of the host is left");
        }
        if (slice.ramBytes() > ram + ROUNDING * host.ramBytes()) {
            return Optional.of("RAM: asks " + gibibytes(slice.ramBytes()) + ", " + gibibytes(ram) + " is left");
        }
        if (slice.diskBytes() > disk + ROUNDING * host.diskBytes()) {
            return Optional.of("disk: asks " + gibibytes(slice.diskBytes()) + ", " + gibibytes(disk) + " is left");
        }
        return Optional.empty();
    }
}
