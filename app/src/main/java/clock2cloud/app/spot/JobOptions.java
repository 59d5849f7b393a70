package clock2cloud.app.spot;

import clock2cloud.app.table.Converters;
import clock2cloud.spot.checkpoint.CheckpointRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.spot.eviction.LifeLaw;
import clock2cloud.spot.job.CheckpointPolicy;
import clock2cloud.spot.job.Checkpoints;
import clock2cloud.spot.job.Job;
import clock2cloud.spot.job.PlannedCheckpoints;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job and its checkpoints. */
final class JobOptions {
    /** Checkpoint policies by name. */
    enum Save {
        NONE,
        FIXED,
        YOUNG,
        DALY,
        EXACT,
        HOUR,
        RISING_EDGE,
        NOTICE,
        PLANNED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Mixin
    WorkOptions work;

    @Option(names = "--save", defaultValue = "daly", description = "${COMPLETION-CANDIDATES} (default: daly).")
    Save save;

    @Option(
            names = "--interval",
            defaultValue = "30min",
            converter = Converters.Seconds.class,
            description = "For fixed.")
    double intervalSeconds;

    Job job() {
        return work.job();
    }

    CheckpointedRun law(double meanLifeSeconds) {
        return work.law(meanLifeSeconds);
    }

    /** The interval of the policies that have one; infinite for the others. */
    double interval(double meanLifeSeconds) {
        return switch (save) {
            case FIXED -> intervalSeconds;
            case YOUNG -> CheckpointRule.YOUNG.intervalSeconds(law(meanLifeSeconds));
            case DALY -> CheckpointRule.DALY.intervalSeconds(law(meanLifeSeconds));
            case EXACT -> CheckpointRule.EXACT.intervalSeconds(law(meanLifeSeconds));
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /** Whether checkpoints come at even intervals of work, or never: what the closed form covers. */
    boolean everyInterval() {
        return save == Save.NONE || Double.isFinite(interval(3600));
    }

    CheckpointPolicy policy(LifeLaw lives) {
        return switch (save) {
            case NONE -> Checkpoints.none();
            case FIXED, YOUNG, DALY, EXACT -> Checkpoints.fixed(interval(lives.meanSeconds()));
            case HOUR -> Checkpoints.hourBoundary();
            case RISING_EDGE -> Checkpoints.risingEdge();
            case NOTICE -> Checkpoints.onNotice();
            case PLANNED -> planned(lives);
        };
    }

    private CheckpointPolicy planned(LifeLaw lives) {
        Job job = job();
        double step = Math.max(60, job.workSeconds() / 400);
        return new PlannedCheckpoints(
                lives, (int) Math.ceil(job.workSeconds() / step), step, (int) Math.ceil(job.dumpSeconds() / step), (int)
                        Math.ceil(job.restartSeconds() / step));
    }
}
