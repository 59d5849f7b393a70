package clock2cloud.app.vm;

import clock2cloud.app.Common;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Json;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.vm.Refusal;
import clock2cloud.vm.host.Host;
import clock2cloud.vm.host.HostPartition;
import clock2cloud.vm.host.Slice;
import clock2cloud.vm.host.SliceRequest;
import clock2cloud.vm.host.VirtualizationOverhead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c vm slice}. */
@Command(
        name = "slice",
        description = "What virtual machines with X%% CPU, Y%% RAM and Z disk get of a host, and which are refused.",
        footer = {
            "",
            "Example: ./c2c vm slice --host docs/examples/host-laptop-2009.json --vm 50%,25%,10GiB --vm db=60%,50%,20%"
        })
final class SliceCommand implements Callable<Integer> {
    private static final double SMALLEST_BARE = 1e6;

    @Mixin
    private Common common;

    @Mixin
    private OverheadOption overhead;

    @Option(names = "--host", required = true, paramLabel = "HOST.json", description = "The machine to be cut.")
    private Path hostFile;

    @Option(
            names = "--vm",
            required = true,
            paramLabel = "[NAME=]CPU,RAM,DISK",
            description = "A slice: percent of the CPU, percent or bytes of RAM, percent or bytes of disk. Repeatable.")
    private List<String> machines = List.of();

    /** The answer as JSON. */
    record Answer(
            Host host,
            double hostPeakFlopsPerSecond,
            double efficiencyFraction,
            String overheadSource,
            List<Slice> slices,
            List<Refusal> refused,
            double freeCpuFraction,
            double freeRamBytes,
            double freeDiskBytes) {}

    @Override
    public Integer call() {
        Host host = Json.readWhole(hostFile, HostFile.class).host();
        VirtualizationOverhead lost = overhead.overhead();
        List<SliceRequest> requests = new ArrayList<>();
        for (String machine : machines) {
            SliceRequest request = request(machine, "vm" + (requests.size() + 1), host);
            if (requests.stream().anyMatch(r -> r.name().equals(request.name()))) {
                throw new IllegalArgumentException(
                        "--vm " + machine + ": the name " + request.name() + " is used twice");
            }
            requests.add(request);
        }
        HostPartition.Result result = HostPartition.of(host, lost).admit(requests);
        double efficiency = lost.efficiencyFraction(host.clockHertz());
        var report = common.report()
                .json(new Answer(
                        host,
                        host.peakFlopsPerSecond(),
                        efficiency,
                        lost.source(),
                        result.slices(),
                        result.refusals(),
                        result.freeCpuFraction(),
                        result.freeRamBytes(),
                        result.freeDiskBytes()))
                .table(table(result))
                .explain(explanation(host, lost, result));
        result.refusals().forEach(r -> report.say("Refused " + r.name() + ": " + r.reason() + "."));
        return report.say("A slice keeps the host's clock of " + Quantities.format(host.clockHertz(), Unit.HERTZ)
                        + " and has it for a part of the time.")
                .print();
    }

    private static SliceRequest request(String text, String defaultName, Host host) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? defaultName : text.substring(0, equals).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("--vm " + text + ": the name before = is empty");
        }
        String[] parts = text.substring(equals + 1).split(",", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "--vm " + text + ": three parts are needed, CPU,RAM,DISK, for example 50%,25%,10GiB");
        }
        try {
            return new SliceRequest(
                    name,
                    Quantities.parse(parts[0], Unit.FRACTION),
                    bytes(parts[1], host.ramBytes()) / host.ramBytes(),
                    bytes(parts[2], host.diskBytes()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--vm " + text + ": " + e.getMessage(), e);
        }
    }

    /**
     * Bytes; a percentage is of {@code whole}. More bytes than the host has are for admission to refuse. A small number without a
     * unit is nobody's number of bytes: a fraction was meant, or GiB.
     */
    private static double bytes(String text, double whole) {
        if (text.strip().endsWith("%")) {
            return Quantities.parse(text, Unit.FRACTION) * whole;
        }
        double bytes = Quantities.parse(text, Unit.BYTES);
        if (bytes > 0
                && bytes < SMALLEST_BARE
                && !Character.isLetter(text.strip().charAt(text.strip().length() - 1))) {
            throw new IllegalArgumentException("'" + text.strip() + "' has no unit: write 25% or 10GiB");
        }
        return bytes;
    }

    private static Table table(HostPartition.Result result) {
        Table table = Table.of(
                "vm",
                "cpuFraction",
                "cores",
                "vcpus",
                "clockHertz",
                "effectiveFlopsPerSecond",
                "ramBytes",
                "diskBytes",
                "");
        for (Slice s : result.slices()) {
            table = table.row(
                    s.name(),
                    s.cpuFraction(),
                    s.coreEquivalents(),
                    s.virtualCores(),
                    s.clockHertz(),
                    s.effectiveFlopsPerSecond(),
                    s.ramBytes(),
                    s.diskBytes(),
                    "admitted");
        }
        for (Refusal r : result.refusals()) {
            table = table.row(
                    r.name(), none(), none(), none(), none(), none(), none(), none(), "refused: " + r.reason());
        }
        return table.row(
                "(free)",
                result.freeCpuFraction(),
                result.freeCpuFraction() * result.host().cores(),
                none(),
                none(),
                none(),
                result.freeRamBytes(),
                result.freeDiskBytes(),
                "");
    }

    private static java.util.Optional<Object> none() {
        return java.util.Optional.empty();
    }

    private static Explanation explanation(Host host, VirtualizationOverhead lost, HostPartition.Result result) {
        double part = result.slices().isEmpty() ? 0 : result.slices().get(0).cpuFraction();
        double efficiency = lost.efficiencyFraction(host.clockHertz());
        return Explanation.of(
                "Slice of a host",
                "FLOP/s = X × cores × clock × FLOP/cycle × efficiency",
                Quantities.significant(part) + " × " + host.cores() + " × "
                        + Quantities.format(host.clockHertz(), Unit.HERTZ) + " × " + host.flopsPerCycle() + " × "
                        + Quantities.significant(efficiency) + " = "
                        + Quantities.format(part * host.peakFlopsPerSecond() * efficiency, Unit.FLOPS_PER_SECOND),
                "the neighbours do not disturb caches or memory bandwidth",
                "overhead: " + lost.source());
    }
}
