package clock2cloud.vm.host;

/**
 * What an admitted virtual machine really gets. Half a CPU is not a CPU of half the clock: {@code clockHertz} stays the
 * host's, and the slice has it for {@code cpuFraction} of the time.
 *
 * @param coreEquivalents whole cores' worth of time
 * @param virtualCores the fewest virtual CPUs that can use that time
 * @param clockHertz clock while it runs
 * @param peakFlopsPerSecond the slice of the host's peak, before the hypervisor's part
 * @param effectiveFlopsPerSecond what the guest's own instructions get of it
 */
public record Slice(
        String name,
        double cpuFraction,
        double coreEquivalents,
        int virtualCores,
        double clockHertz,
        double peakFlopsPerSecond,
        double effectiveFlopsPerSecond,
        double ramBytes,
        double diskBytes) {
    /** The slice that {@code request} cuts from {@code host}, admitted or not. */
    public static Slice of(Host host, SliceRequest request, VirtualizationOverhead overhead) {
        double cores = request.cpuFraction() * host.cores();
        double peak = request.cpuFraction() * host.peakFlopsPerSecond();
        return new Slice(
                request.name(),
                request.cpuFraction(),
                cores,
                (int) Math.max(1, Math.ceil(cores - 1e-9)),
                host.clockHertz(),
                peak,
                peak * overhead.efficiencyFraction(host.clockHertz()),
                request.ramFraction() * host.ramBytes(),
                request.diskBytes());
    }

    /** Seconds of wall time for {@code flops} operations at full use of the slice. */
    public double seconds(double flops) {
        return flops / effectiveFlopsPerSecond;
    }
}
