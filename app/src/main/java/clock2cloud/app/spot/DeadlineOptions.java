package clock2cloud.app.spot;

import clock2cloud.app.table.Converters;
import clock2cloud.spot.policy.DeadlineJob;
import picocli.CommandLine.Option;

/** A job with a deadline, and what an hour of each machine costs. */
final class DeadlineOptions {
    @Option(
            names = "--work-hours",
            defaultValue = "48",
            converter = Converters.Hours.class,
            description = "Useful work (default: 48).")
    double workHours;

    @Option(
            names = "--deadline-hours",
            defaultValue = "52",
            converter = Converters.Hours.class,
            description = "From the start of a window (default: 52).")
    double deadlineHours;

    @Option(
            names = "--overhead-hours",
            defaultValue = "0.02",
            converter = Converters.Hours.class,
            description = "Lost by every launch and change of machine (default: 0.02).")
    double overheadHours;

    @Option(
            names = "--tick-seconds",
            defaultValue = "600",
            converter = Converters.Seconds.class,
            description = "Between two decisions; the traces' own tick (default: 600).")
    double tickSeconds;

    @Option(
            names = "--on-demand",
            defaultValue = "3.06",
            converter = Converters.DollarsPerHour.class,
            description = "Dollars per hour (default: 3.06).")
    double onDemandDollarsPerHour;

    @Option(
            names = "--spot",
            defaultValue = "0.9731",
            converter = Converters.DollarsPerHour.class,
            description = "Dollars per hour, the same all the time (default: 0.9731).")
    double spotDollarsPerHour;

    DeadlineJob job() {
        return new DeadlineJob(
                workHours * 3600,
                deadlineHours * 3600,
                overheadHours * 3600,
                tickSeconds,
                onDemandDollarsPerHour,
                spotDollarsPerHour);
    }
}
