package clock2cloud.app.vm;

import clock2cloud.app.Common;
import clock2cloud.app.Report;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Table;
import clock2cloud.app.vm.kernel.ControlGroups;
import clock2cloud.app.vm.kernel.KernelCheck;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c vm check}. */
@Command(
        name = "check",
        description =
                "Holds shares, quotas, CPU sets, memory limits and the trainer's steps against this Linux kernel.",
        footer = {
            "",
            "Example: ./c2c vm check --format json",
            "Needs root, or a delegated control group; see docs/json-vm.md"
        })
final class KernelCheckCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--seconds",
            defaultValue = "4",
            converter = Converters.Seconds.class,
            description =
                    "Length of one measurement (default: ${DEFAULT-VALUE}; about 20 of them). The trainer's take"
                            + " twice that in rounds of 2 s, five at least, and up to three times as many until enough were calm.")
    private double seconds;

    /** The answer as JSON; nothing was checked when it was skipped. */
    record Answer(Optional<Integer> controlGroupVersion, Optional<String> skipped, List<KernelCheck.Line> checks) {}

    @Override
    public Integer call() throws IOException {
        if (seconds < 0.2 || seconds > 600) {
            throw new IllegalArgumentException("--seconds " + seconds + " is not between 0.2 and 600");
        }
        ControlGroups.Found found = ControlGroups.find();
        if (found.groups().isEmpty()) {
            return common.report()
                    .json(new Answer(Optional.empty(), Optional.of(found.reason()), List.of()))
                    .table(Table.of("check", "modelled", "measured"))
                    .say("SKIPPED: " + found.reason() + ".")
                    .print();
        }
        try (ControlGroups groups = found.groups().get()) {
            List<KernelCheck.Line> lines = new KernelCheck(groups, seconds, common::progress).run();
            return report(groups.version(), lines).print();
        }
    }

    private Report report(int version, List<KernelCheck.Line> lines) {
        Table table = Table.of("check", "modelled", "measured", "unit", "errorFraction", "boundFraction");
        for (KernelCheck.Line line : lines) {
            table = table.row(
                    line.name(),
                    line.modelled(),
                    line.measured(),
                    line.unit(),
                    line.errorFraction(),
                    line.boundFraction());
        }
        Report report = common.report()
                .json(new Answer(Optional.of(version), Optional.empty(), lines))
                .table(table);
        List<String> over = lines.stream()
                .filter(l -> !l.holds())
                .map(KernelCheck.Line::name)
                .toList();
        return over.isEmpty() ? report : report.failed("over the bound: " + String.join("; ", over));
    }
}
