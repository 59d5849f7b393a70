package clock2cloud.app;

import clock2cloud.app.story.host.Calibration;
import clock2cloud.app.story.host.CalibrationCache;
import clock2cloud.app.table.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times the trainer's operations on this machine and keeps the result for later forecasts. */
@Command(
        name = "calibrate",
        description = "Time the trainer's single operations on this machine, and keep the result for later forecasts.",
        footer = {"", "Example: ./c2c calibrate --quick"})
final class CalibrateCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(names = "--quick", description = "A fifth of the time.")
    private boolean quick;

    @Override
    public Integer call() {
        CalibrationCache cache = CalibrationCache.ofUser(common::progress);
        Calibration made =
                cache.make(common.threads(), quick ? CalibrationCache.QUICK_SECONDS : CalibrationCache.FULL_SECONDS);
        Table table = Table.of("what", "threads", "timeSeconds", "stepRatio");
        for (Calibration.Barrier barrier : made.barriers()) {
            table = table.row("barrier", barrier.threads(), barrier.seconds(), "");
        }
        for (Calibration.Composed step : made.composed()) {
            table = table.row("step of " + step.net(), step.threads(), "", step.stepRatio());
        }
        return common.report()
                .json(made)
                .table(table)
                .say(made.timed().size() + " operations timed on " + made.processor() + "; kept in " + cache.file()
                        + ". A step ratio is a made-up net's measured step over the sum of its timed operations.")
                .print();
    }
}
