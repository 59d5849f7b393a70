package clock2cloud.app;

import clock2cloud.app.table.Table;
import clock2cloud.nn.kernel.FastKernels;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What this machine offers, and what is missing. */
@Command(
        name = "doctor",
        description = "What this machine offers the trainer, and what is missing.",
        footer = {"", "Example: ./c2c doctor"})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    /** The JSON of {@code c2c doctor}. */
    record Result(String java, String operatingSystem, int processors, boolean vectorModule, String kernels) {}

    @Override
    public Integer call() {
        Result result = new Result(
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
                FastKernels.here().name());
        Table table = Table.of("what", "here")
                .row("Java", result.java())
                .row("system", result.operatingSystem())
                .row("processors", result.processors())
                .row("vector module", result.vectorModule() ? "present" : "absent: the trainer runs its scalar kernels")
                .row("kernels", result.kernels());
        return common.report().json(result).table(table).print();
    }
}
