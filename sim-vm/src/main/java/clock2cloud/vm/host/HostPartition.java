package clock2cloud.vm.host;

import clock2cloud.vm.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
                    text("CPU: asks %.4g%%, %.4g%% of the host is left", slice.cpuFraction() * 100, cpu * 100));
        }
        if (slice.ramBytes() > ram + ROUNDING * host.ramBytes()) {
            return Optional.of(text("RAM: asks %.6g GiB, %.6g GiB is left", gibi(slice.ramBytes()), gibi(ram)));
        }
        if (slice.diskBytes() > disk + ROUNDING * host.diskBytes()) {
            return Optional.of(text("disk: asks %.6g GiB, %.6g GiB is left", gibi(slice.diskBytes()), gibi(disk)));
        }
        return Optional.empty();
    }

    private static double gibi(double bytes) {
        return bytes / (1L << 30);
    }

    private static String text(String format, double asked, double left) {
        return String.format(Locale.ROOT, format, asked, left);
    }
}
