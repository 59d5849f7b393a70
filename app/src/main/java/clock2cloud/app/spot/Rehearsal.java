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

    RehearsalOutcome run(Spells spells) {
        long begun = System.nanoTime();
        List<RehearsalOutcome.Machine> machines = new ArrayList<>();
        List<Lease> leases = new ArrayList<>();
        RehearsalClock clock = new RehearsalClock();
        double free = 0;
        boolean done = false;
        while (!done && spells.next(free)) {
            RehearsalOutcome.Machine machine = machine(machines.size() + 1, spells, clock);
            machines.add(machine);
            done = machine.killedDuring() == RehearsalOutcome.During.NOTHING;
            free = machine.endHours() * 3600;
            leases.add(new Lease(
                    "machine " + machine.number(),
                    spells.startSeconds(),
                    free,
                    done ? Ending.COMPLETED : Ending.PRICE));
        }
        double total = (System.nanoTime() - begun) / 1e9;
        return new RehearsalOutcome(machines, leases, clock.wall(total), finalCheckpoint());
    }

    private RehearsalOutcome.Machine machine(int number, Spells spells, RehearsalClock clock) {
        double end = spells.endSeconds();
        double now = spells.startSeconds() + (number == 1 ? 0 : restartSeconds);
        clock.lap();
        try (Child child = new Child(plan)) {
            if (now > end) {
                return died(number, spells, RehearsalOutcome.During.RESTART, -1, -1, -1, false);
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
                    return died(number, spells, RehearsalOutcome.During.WORK, resumed, epoch, epoch - saved, false);
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
                        return died(
                                number,
                                spells,
                                RehearsalOutcome.During.CHECKPOINT,
                                resumed,
                                epoch,
                                epoch - saved,
                                half);
                    }
                    child.go();
                    saved = child.await("saved");
                    clock.dumped();
                    now += last ? 0 : dumpSeconds;
                }
                if (last) {
                    return new RehearsalOutcome.Machine(
                            number,
                            spells.startSeconds() / 3600,
                            now / 3600,
                            RehearsalOutcome.During.NOTHING,
                            resumed,
                            epoch,
                            0,
                            false);
                }
            }
        }
    }

    private static RehearsalOutcome.Machine died(
            int number, Spells spells, RehearsalOutcome.During during, int resumed, int epoch, int lost, boolean half) {
        return new RehearsalOutcome.Machine(
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
}
