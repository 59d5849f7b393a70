package clock2cloud.app;

import clock2cloud.app.story.forecast.HostSteps;
import clock2cloud.app.story.host.Calibration;
import clock2cloud.app.story.host.CalibrationCache;
import clock2cloud.app.story.host.CoreDistances;
import clock2cloud.app.story.host.TimedStep;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times training steps on this machine and keeps the result for later forecasts. */
@Command(
        name = "calibrate",
        description =
                "Time real training steps of made-up nets on this machine, and keep the result for later forecasts.",
        footer = {"", "Example: ./c2c calibrate --quick"})
final class CalibrateCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(names = "--quick", description = "Half of the nets, for a shorter time each.")
    private boolean quick;

    @Option(
            names = "--validate",
            description =
                    "Only time three kernels again, and tell whether the machine still runs as it was calibrated.")
    private boolean validate;

    /** The JSON of {@code --validate}. */
    record Validity(boolean valid, Optional<String> drift) {}

    @Override
    public Integer call() {
        CalibrationCache cache = CalibrationCache.ofUser(common::progress);
        if (validate) {
            return sentinels(cache);
        }
        HostSteps.requireThreads(common.threads());
        Calibration made =
                cache.make(common.threads(), quick ? CalibrationCache.QUICK_SECONDS : CalibrationCache.FULL_SECONDS);
        Table table = Table.of("net", "threads", "stepSeconds", "disturbedFraction");
        for (TimedStep step : made.steps()) {
            table = table.row(step.net().title(), step.threads(), step.seconds(), step.disturbedFraction());
        }
        return common.report()
                .json(made)
                .table(table)
                .say(made.steps().size() + " nets timed on " + made.processor() + ", "
                        + Quantities.format(made.disturbedFraction(), Unit.FRACTION)
                        + " of the samples disturbed by other programs; kept in " + cache.file()
                        + ". With whatever else was at work on their cores, steps took longer than alone: "
                        + made.threads().stream()
                                .map(threads -> slowdown(threads, made.slowdown(threads)))
                                .collect(Collectors.joining("; "))
                        + ". Forecasts count on the middle. " + distances(made) + "Java needs "
                        + Quantities.format(made.warmUpSeconds(), Unit.SECONDS)
                        + " to compile the trainer in a fresh process.")
                .print();
    }

    private static String slowdown(int threads, Calibration.Slowdown seen) {
        return String.format(
                "on %d thread%s by %s (nine in ten visits by %s to %s)",
                threads,
                threads == 1 ? "" : "s",
                Quantities.format(seen.median() - 1, Unit.FRACTION),
                Quantities.format(seen.low() - 1, Unit.FRACTION),
                Quantities.format(seen.high() - 1, Unit.FRACTION));
    }

    /** Where the cores of all threads lay. */
    private static String distances(Calibration made) {
        int threads = made.threads().get(made.threads().size() - 1);
        List<CoreDistances.Place> places = made.distances(threads).places();
        return threads == 1
                ? ""
                : "A barrier between " + threads + " threads took "
                        + places.stream()
                                .map(place -> Quantities.format(place.barrierSeconds(), Unit.SECONDS) + " "
                                        + Quantities.format(place.share(), Unit.FRACTION) + " of the time")
                                .collect(Collectors.joining(", "))
                        + (places.size() == 1
                                ? ". "
                                : ": the cores lay now nearer, now farther apart, and what they hand over costs as much more. ");
    }

    /** Times the sentinels again; a drift past 3% is told. */
    private int sentinels(CalibrationCache cache) {
        Optional<String> drift = cache.drift();
        return common.report()
                .json(new Validity(drift.isEmpty(), drift))
                .table(Table.of("valid", "drift").row(drift.isEmpty() ? "yes" : "no", drift.orElse("")))
                .say(drift.map(text -> "The machine no longer runs as it was calibrated: " + text
                                + ". Run ./c2c calibrate again.")
                        .orElse("The machine runs as it was calibrated."))
                .print();
    }
}
