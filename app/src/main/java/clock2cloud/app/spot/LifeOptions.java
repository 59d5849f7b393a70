package clock2cloud.app.spot;

import clock2cloud.app.table.Converters;
import clock2cloud.spot.eviction.BathtubFit;
import clock2cloud.spot.eviction.BathtubLife;
import clock2cloud.spot.eviction.EmpiricalLife;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.eviction.FixedLife;
import clock2cloud.spot.eviction.LifeLaw;
import clock2cloud.spot.eviction.RecordedLives;
import clock2cloud.spot.eviction.WeibullLife;
import clock2cloud.spot.trace.AvailabilityTrace;
import clock2cloud.spot.trace.FleetTrace;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How long machines live, and how long one waits for the next. */
final class LifeOptions {
    /** Laws of life by name. */
    enum Law {
        /** Memoryless. */
        EXPONENTIAL,
        WEIBULL,
        /** The published fit to Google's preemptible machines. */
        BATHTUB,
        /** The same law, fitted to recorded lives. */
        FITTED,
        /** Recorded lives, drawn as they are. */
        RECORDED,
        /** Semi-Markov: the runs of an availability trace. */
        TRACE,
        /** Semi-Markov: how long a real fleet kept so many machines. */
        FLEET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--law",
            defaultValue = "exponential",
            description = "${COMPLETION-CANDIDATES} (default: exponential).")
    Law law;

    @Option(
            names = "--mean-life",
            defaultValue = "5h",
            converter = Converters.Seconds.class,
            description = "Of a machine (default: 5h).")
    double meanLifeSeconds;

    @Option(
            names = "--mean-wait",
            defaultValue = "0s",
            converter = Converters.Seconds.class,
            description = "For the next one (default: none).")
    double meanWaitSeconds;

    @Option(names = "--shape", defaultValue = "0.6", description = "Of the Weibull law; below 1 evictions cluster.")
    double shape;

    @Option(names = "--trace", paramLabel = "FILE", description = "tick,unavailable: its runs are the lives and waits.")
    Optional<Path> trace = Optional.empty();

    @Option(
            names = "--tick-seconds",
            defaultValue = "600",
            converter = Converters.Seconds.class,
            description = "Of the trace (default: 600).")
    double tickSeconds;

    @Option(
            names = "--lives",
            paramLabel = "FILE",
            description = "machine_type,lifetime_s (default: 1,442 of Google's preemptible machines, 2019).")
    Optional<Path> lives = Optional.empty();

    @Option(
            names = "--machine-type",
            defaultValue = "",
            description = "Of the recorded lives, by its beginning (default: all).")
    String machineType;

    @Option(
            names = "--fleet",
            paramLabel = "FILE",
            description = "hours,running (default: 16 p2.xlarge asked for, November 2020).")
    Optional<Path> fleet = Optional.empty();

    @Option(
            names = "--at-least",
            defaultValue = "14",
            description = "Machines of the fleet that the job needs (default: 14 of the 16).")
    int atLeast;

    LifeLaw lives() {
        return switch (law) {
            case EXPONENTIAL -> new ExponentialLife(meanLifeSeconds);
            case WEIBULL -> WeibullLife.ofMean(meanLifeSeconds, shape);
            case BATHTUB -> BathtubLife.PUBLISHED;
            case FITTED ->
                BathtubFit.bathtub(24, recorded().seconds(machineType)).law();
            case RECORDED -> recorded().law(machineType);
            case TRACE -> EmpiricalLife.ofRuns(availability(), true, tickSeconds);
            case FLEET -> EmpiricalLife.of(fleet().runs(atLeast, true));
        };
    }

    /** What the laws are drawn from, where it is little. */
    Optional<String> remark() {
        if (law != Law.FLEET) {
            return Optional.empty();
        }
        int stretches = fleet().runs(atLeast, true).length;
        return Optional.of("lives are drawn from " + stretches + " complete stretches with at least " + atLeast
                + " machines" + (stretches < 10 ? ": too few for a distribution" : ""));
    }

    LifeLaw waits() {
        return switch (law) {
            case TRACE -> EmpiricalLife.ofRuns(availability(), false, tickSeconds);
            case FLEET -> EmpiricalLife.of(fleet().runs(atLeast, false));
            default -> meanWaitSeconds == 0 ? new FixedLife(0) : new ExponentialLife(meanWaitSeconds);
        };
    }

    private RecordedLives recorded() {
        return lives.map(file -> Inputs.read(file, RecordedLives::read)).orElseGet(RecordedLives::google2019);
    }

    private FleetTrace fleet() {
        return fleet.map(file -> Inputs.read(file, FleetTrace::read)).orElseGet(FleetTrace::bamboo2020);
    }

    private AvailabilityTrace availability() {
        AvailabilityTrace read = Inputs.read(
                trace.orElseThrow(() -> new IllegalArgumentException("--law trace goes with --trace FILE")),
                AvailabilityTrace::read);
        return read;
    }
}
