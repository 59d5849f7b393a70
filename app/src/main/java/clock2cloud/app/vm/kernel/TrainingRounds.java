package clock2cloud.app.vm.kernel;

import clock2cloud.vm.scheduler.ColdStart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The trainer alone and held back in turn, a second each, for the speed of a rented core changes from one minute to the next
 * with what its other hardware thread does for somebody else. A round in which the trainer was as fast alone before as
 * after, and in which no other process took part of the machine, is calm; of the calm rounds the middle one speaks.
 */
final class TrainingRounds {
    private static final double ALONE_SECONDS = 0.4;
    private static final double HELD_SECONDS = 1;
    private static final double SETTLE_SECONDS = 0.3;
    private static final double CALM = 0.05;
    private static final double QUIET_CORES = 0.1;
    private static final int FEWEST_CALM = 3;
    private static final int MOST_TRIES = 3;

    private final List<Round> rounds = new ArrayList<>();

    /** What is done to the trainer between two stretches alone. */
    interface Switch {
        void set() throws IOException;
    }

    /** What counts, from now on, the cores that other processes use. */
    interface Watch {
        /** Read once at the end. */
        interface Reading {
            double otherCores() throws IOException;
        }

        Reading start() throws IOException;
    }

    /** The trainer alone, before and after, and held back in between, while other processes used so many cores. */
    record Round(TrainingSteps before, TrainingSteps held, TrainingSteps after, double otherCores) {
        TrainingSteps alone() {
            return before.and(after);
        }

        boolean calm() {
            return otherCores <= QUIET_CORES
                    && Math.abs(before.meanSeconds() - after.meanSeconds())
                            <= CALM * Math.min(before.meanSeconds(), after.meanSeconds());
        }
    }

    /** A forecast of the mean step, beside the mean step that was measured in the same round. */
    record Pair(double modelledSeconds, double measuredSeconds) {
        double ratio() {
            return modelledSeconds / measuredSeconds;
        }
    }

    /** What the model says of a round. */
    interface Forecast {
        double meanStepSeconds(Round round);
    }

    /** Until as many rounds were calm as fill {@code seconds}, five at least; three times as many rounds at most. */
    static TrainingRounds of(TrainingSteps.Trainee trainer, double seconds, Switch hold, Switch release)
            throws IOException {
        return of(trainer, seconds, hold, release, () -> MachineTime.start()::otherCores);
    }

    static TrainingRounds of(TrainingSteps.Trainee trainer, double seconds, Switch hold, Switch release, Watch watch)
            throws IOException {
        return inTurn(trainer, seconds, List.of(hold), release, watch).get(0);
    }

    /** Several ways of being held back, a round of each in turn, so that all of them meet the same minutes. */
    static List<TrainingRounds> inTurn(
            TrainingSteps.Trainee trainer, double seconds, List<Switch> holds, Switch release) throws IOException {
        return inTurn(trainer, seconds, holds, release, () -> MachineTime.start()::otherCores);
    }

    static List<TrainingRounds> inTurn(
            TrainingSteps.Trainee trainer, double seconds, List<Switch> holds, Switch release, Watch watch)
            throws IOException {
        List<TrainingRounds> all =
                holds.stream().map(hold -> new TrainingRounds()).toList();
        int wanted = (int) Math.max(5, Math.round(seconds / HELD_SECONDS));
        TrainingSteps before = trainer.steps(ALONE_SECONDS);
        while (all.stream().anyMatch(rounds -> rounds.calm() < wanted && rounds.size() < MOST_TRIES * wanted)) {
            for (int i = 0; i < holds.size(); i++) {
                before = all.get(i).add(trainer, before, holds.get(i), release, watch);
            }
        }
        return all;
    }

    private TrainingSteps add(
            TrainingSteps.Trainee trainer, TrainingSteps before, Switch hold, Switch release, Watch watch)
            throws IOException {
        hold.set();
        trainer.steps(SETTLE_SECONDS);
        Watch.Reading clock = watch.start();
        TrainingSteps held = trainer.steps(HELD_SECONDS);
        double others = clock.otherCores();
        release.set();
        TrainingSteps after = trainer.steps(ALONE_SECONDS);
        rounds.add(new Round(before, held, after, others));
        return after;
    }

    int size() {
        return rounds.size();
    }

    private long calm() {
        return rounds.stream().filter(Round::calm).count();
    }

    /** The calm ones; all of them where there are too few. */
    List<Round> counted() {
        List<Round> calm = rounds.stream().filter(Round::calm).toList();
        return calm.size() >= FEWEST_CALM ? calm : List.copyOf(rounds);
    }

    /**
     * What it costs to be taken off the processor: CPU time of a step held back over alone, and how long the processor was kept;
     * nothing where nobody took it.
     */
    ColdStart coldStart() {
        double[] slower = counted().stream()
                .mapToDouble(r -> r.held().meanWorkSeconds() / r.alone().meanWorkSeconds())
                .sorted()
                .toArray();
        double ratio = Math.max(1, slower[(slower.length - 1) / 2]);
        double slice = cpuSeconds() / switches();
        return switches() == 0 ? ColdStart.NONE : new ColdStart(slice, slice * (1 - 1 / ratio));
    }

    private double cpuSeconds() {
        return counted().stream().mapToDouble(r -> r.held().cpuSeconds()).sum();
    }

    private double switches() {
        return counted().stream().mapToDouble(r -> r.held().switches()).sum();
    }

    /** The middle one by how far off the model is. */
    Pair middle(Forecast model) {
        List<Pair> pairs = counted().stream()
                .map(r -> new Pair(model.meanStepSeconds(r), r.held().meanSeconds()))
                .sorted(Comparator.comparingDouble(Pair::ratio))
                .toList();
        return pairs.get((pairs.size() - 1) / 2);
    }

    /** Steps of all counted rounds while held back. */
    double[] heldSeconds() {
        return counted().stream()
                .flatMapToDouble(r -> DoubleStream.of(r.held().wallSeconds()))
                .toArray();
    }

    /** For people: how calm it was. */
    String told() {
        double slowest =
                rounds.stream().mapToDouble(r -> r.after().meanSeconds()).max().orElse(0);
        double fastest =
                rounds.stream().mapToDouble(r -> r.after().meanSeconds()).min().orElse(0);
        return String.format(
                java.util.Locale.ROOT,
                "%d of %d rounds calm; others used up to %.2f cores; alone a step took %.2f to %.2f ms",
                calm(),
                rounds.size(),
                rounds.stream().mapToDouble(Round::otherCores).max().orElse(0),
                1000 * fastest,
                1000 * slowest);
    }
}
