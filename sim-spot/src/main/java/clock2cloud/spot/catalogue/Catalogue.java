package clock2cloud.spot.catalogue;

import clock2cloud.spot.trace.CsvTable;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The shipped list of instance types, in the order of its file. */
public record Catalogue(List<InstanceType> types) {
    private static final double GIGA = 1e9;
    private static final double GIBI = 1L << 30;

    public Catalogue {
        types = List.copyOf(types);
    }

    /** The catalogue that ships with this module. */
    public static Catalogue shipped() {
        return read(new InputStreamReader(
                Objects.requireNonNull(Catalogue.class.getResourceAsStream("ec2-catalogue.csv")),
                StandardCharsets.UTF_8));
    }

    public static Catalogue read(Reader reader) {
        return new Catalogue(CsvTable.read("ec2-catalogue.csv", reader).rows().stream()
                .map(Catalogue::type)
                .collect(Collectors.toList()));
    }

    /** The type of that name; says which names there are when there is none. */
    public InstanceType type(String name) {
        return types.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown instance type '" + name + "'; the catalogue has "
                                + types.stream().map(InstanceType::name).collect(Collectors.joining(", "))));
    }

    private static InstanceType type(CsvTable.Row row) {
        return new InstanceType(
                row.text("instance_type"),
                row.count("vCPU"),
                row.number("memory_GiB") * GIBI,
                row.text("cpu_model"),
                row.text("cpu_uarch"),
                row.count("physical_cores"),
                row.maybe("cpu_nominal_MHz").orElse(0) * 1e6,
                row.count("fp32_flop_per_cycle_core"),
                scaled(row.maybe("cpu_peak_fp32_GFLOPs_at_nominal"), GIGA).orElse(0),
                row.number("socket_mem_GBs_theoretical") * GIGA,
                row.number("fair_share_mem_GBs") * GIGA,
                Optional.of(row.text("gpu_device")).filter(device -> !device.isEmpty()),
                (int) row.maybe("gpu_devices").orElse(0),
                scaled(row.maybe("gpu_fp32_TF_base"), 1e12),
                scaled(row.maybe("gpu_fp32_TF_boost"), 1e12),
                scaled(row.maybe("gpu_mem_GB"), GIGA),
                scaled(row.maybe("gpu_mem_GBs_peak"), GIGA),
                row.text("network"),
                first(row.maybe("usd_h_2017-07-13"), row.maybe("usd_h_first_seen_late_2017")),
                row.maybe("usd_h_2026-07-20"),
                row.maybe("coremark_measured_2025-26"),
                row.text("source"));
    }

    private static OptionalDouble scaled(OptionalDouble value, double factor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }

    private static OptionalDouble first(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() ? one : other;
    }
}
