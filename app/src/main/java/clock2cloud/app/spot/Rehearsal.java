package clock2cloud.app.spot;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import clock2cloud.spot.bill.Ending;
import clock2cloud.spot.bill.Lease;
import clock2cloud.spot.job.Spells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Trains a real net in a child process that dies where the market says, and once without any death. An epoch stands for
 * {@code epochSeconds} of the market's time; the moment of every kill follows from the spells alone.
 */
final class Rehearsal {
    private final double epochSeconds;
    private final double restartSeconds;
    private final double dumpSeconds;
    private final Path folder;
    private final Trainee.Plan plan;

    /** Where a machine died. */
    enum During {
        RESTART,
        WORK,
        CHECKPOINT,
        NOTHING
    }

    /**
     * One machine of the rehearsal.
     *
     * @param resumedAtEpoch what its checkpoint held
     * @param diedAtEpoch epochs done when it died or was done
     * @param lostEpochs done and not saved
     * @param halfWritten whether a half-written checkpoint was left behind
     */
    record Machine(
            int number,
            double startHours,
            double endHours,
            During killedDuring,
            int resumedAtEpoch,
            int diedAtEpoch,
            int lostEpochs,
            boolean halfWritten) {}

    /** What it took on this machine's own clock. */
    record Wall(
            double launchSeconds,
            double epochSeconds,
            double dumpSeconds,
            double totalSeconds,
            int epochs,
            int dumps) {}

    /** Everything that happened. */
    record Outcome(List<Machine> machines, List<Lease> leases, Wall wall, byte[] finalCheckpoint) {
        int kills() {
            return (int) machines.stream()
                    .filter(machine -> machine.killedDuring() != During.NOTHING)
                    .count();
        }
    }

    Rehearsal(Trainee.Plan plan, Path folder, double epochSeconds, double restartSeconds, double dumpSeconds) {
        this.plan = plan;
        this.folder = folder;
        this.epochSeconds = epochSeconds;
        this.restartSeconds = restartSeconds;
        this.dumpSeconds = dumpSeconds;
    }

    /** Writes the first rows of MNIST where the children find them. */
    static void writeRows(Path file, int rows) {
        DataSet data = Mnist.load().train().first(rows);
        byte[] bytes = Arrays.copyOf(data.pixels(), rows * data.features() + rows);
        for (int i = 0; i < rows; i++) {
            bytes[rows * data.features() + i] = (byte) data.labels()[i];
        }
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome run(Spells spells) {
        long begun = System.nanoTime();
        List<Machine> machines = new ArrayList<>();
        List<Lease> leases = new ArrayList<>();
        Clock clock = new Clock();
        double free = 0;
        boolean done = false;
        while (!done && spells.next(free)) {
            Machine machine = machine(machines.size() + 1, spells, clock);
            machines.add(machine);
            done = machine.killedDuring() == During.NOTHING;
            free = machine.endHours() * 3600;
            leases.add(new Lease(
                    "machine " + machine.number(),
                    spells.startSeconds(),
                    free,
                    done ? Ending.COMPLETED : Ending.PRICE));
        }
        double total = (System.nanoTime() - begun) / 1e9;
        return new Outcome(machines, leases, clock.wall(total), finalCheckpoint());
    }

    private Machine machine(int number, Spells spells, Clock clock) {
        double end = spells.endSeconds();
        double now = spells.startSeconds() + (number == 1 ? 0 : restartSeconds);
        clock.lap();
        try (Child child = new Child(plan)) {
            if (now > end) {
                return died(number, spells, During.RESTART, -1, -1, -1, false);
            }
            int resumed = child.await("ready");
            clock.launched();
            int epoch = resumed;
            int saved = resumed;
            while (true) {
                if (now + epochSeconds > end) {
                    child.go();
                    pause((end - now) / epochSeconds * clock.meanEpochSeconds());
                    child.kill();
                    return died(number, spells, During.WORK, resumed, epoch, epoch - saved, false);
                }
                clock.lap();
                child.go();
                epoch = child.await("epoch");
                clock.trained();
                now += epochSeconds;
                boolean last = epoch == plan.epochs();
                if (last || epoch % plan.every() == 0) {
                    if (!last && now + dumpSeconds > end) {
                        boolean half = child.killInTheMiddleOfAWrite();
                        return died(number, spells, During.CHECKPOINT, resumed, epoch, epoch - saved, half);
                    }
                    child.go();
                    saved = child.await("saved");
                    clock.dumped();
                    now += last ? 0 : dumpSeconds;
                }
                if (last) {
                    return new Machine(
                            number, spells.startSeconds() / 3600, now / 3600, During.NOTHING, resumed, epoch, 0, false);
                }
            }
        }
    }

    private static Machine died(
            int number, Spells spells, During during, int resumed, int epoch, int lost, boolean half) {
        return new Machine(
                number,
                spells.startSeconds() / 3600,
                spells.endSeconds() / 3600,
                during,
                Math.max(0, resumed),
                Math.max(0, epoch),
                Math.max(0, lost),
                half);
    }

    private static void pause(double seconds) {
        try {
            Thread.sleep((long) Math.min(1000, 1000 * Math.max(0, seconds)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] finalCheckpoint() {
        try (Stream<Path> files = Files.list(folder)) {
            Path newest = files.filter(file -> file.toString().endsWith(".safetensors"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return Files.readAllBytes(newest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the wall time goes. */
    private static final class Clock {
        private long since;
        private double launches;
        private double epochs;
        private double dumps;
        private int launchCount;
        private int epochCount;
        private int dumpCount;

        void lap() {
            since = System.nanoTime();
        }

        private double taken() {
            double seconds = (System.nanoTime() - since) / 1e9;
            lap();
            return seconds;
        }

        void launched() {
            launches += taken();
            launchCount++;
        }

        void trained() {
            epochs += taken();
            epochCount++;
        }

        void dumped() {
            dumps += taken();
            dumpCount++;
        }

        double meanEpochSeconds() {
            return epochCount == 0 ? 0 : epochs / epochCount;
        }

        Wall wall(double total) {
            return new Wall(
                    launchCount == 0 ? 0 : launches / launchCount,
                    meanEpochSeconds(),
                    dumpCount == 0 ? 0 : dumps / dumpCount,
                    total,
                    epochCount,
                    dumpCount);
        }
    }
}
