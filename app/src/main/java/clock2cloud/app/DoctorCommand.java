package clock2cloud.app;

import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.nn.FmaPeak;
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
    private static final int PEAK_READINGS = 25;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c doctor}; the peaks are multiply-adds in registers, on one thread and on all processors. */
    record Result(
            String java,
            String operatingSystem,
            int processors,
            boolean vectorModule,
            String kernels,
            double peakFlopsPerSecondOfOne,
            double peakFlopsPerSecondOfAll) {}

    @Override
    public Integer call() {
        int processors = Runtime.getRuntime().availableProcessors();
        Result result = new Result(
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                processors,
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
                FastKernels.here().name(),
                peak(1),
                peak(processors));
        Table table = Table.of("what", "here")
                .row("Java", result.java())
                .row("system", result.operatingSystem())
                .row("processors", result.processors())
                .row("vector module", result.vectorModule() ? "present" : "absent: the trainer runs its scalar kernels")
                .row("kernels", result.kernels())
                .row("peak of one thread", human(result.peakFlopsPerSecondOfOne()))
                .row("peak of all", human(result.peakFlopsPerSecondOfAll()));
        return common.report().json(result).table(table).print();
    }

    private static double peak(int threads) {
        return new FmaPeak(FastKernels.here(), threads, System::nanoTime)
                .flopsPerSecond(PEAK_READINGS)
                .median();
    }

    private static String human(double flopsPerSecond) {
        return Quantities.format(flopsPerSecond, Unit.FLOPS_PER_SECOND);
    }
}
