package clock2cloud.app.spot;

import clock2cloud.app.spot.RehearsalOutcome.During;
import clock2cloud.app.spot.RehearsalOutcome.Machine;
import clock2cloud.spot.bill.Ending;
import clock2cloud.spot.bill.Lease;
import clock2cloud.spot.job.Job;
import clock2cloud.spot.job.Spells;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets workers train, one after the other, that die where the market says. An epoch stands for {@code epochSeconds} of the
 * market's time; the moment of every kill follows from the spells alone.
 *
 * @param every epochs between checkpoints
 * @param job on the market's clock
 */
record Rehearsal(int epochs, int every, Job job) {
    double epochSeconds() {
        return job.workSeconds() / epochs;
    }

    RehearsalOutcome run(Spells spells, double startSeconds, Supplier<Worker> launch) {
        List<Machine> machines = new ArrayList<>();
        List<Lease> leases = new ArrayList<>();
        double free = startSeconds;
        boolean done = false;
        while (!done && spells.next(free)) {
            Machine machine;
            try (Worker worker = launch.get()) {
                machine = machine(machines.size() + 1, spells, worker);
            }
            machines.add(machine);
            done = machine.killedDuring() == During.NOTHING;
            free = done ? machine.endHours() * 3600 : spells.endSeconds();
            leases.add(new Lease(
                    "machine " + machine.number(),
                    spells.startSeconds(),
                    free,
                    done ? Ending.COMPLETED : Ending.PRICE));
        }
        return new RehearsalOutcome(startSeconds / 3600, machines, leases);
    }

    private Machine machine(int number, Spells spells, Worker worker) {
        double end = spells.endSeconds();
        double now = spells.startSeconds() + (number == 1 ? 0 : job.restartSeconds());
        if (now > end) {
            return new Machine(number, hours(spells.startSeconds()), hours(end), During.RESTART, 0, 0, 0, false);
        }
        int resumed = worker.ready();
        int epoch = resumed;
        int saved = resumed;
        while (true) {
            double rest = (end - now) / epochSeconds();
            if (rest < 1) {
                worker.dieAtWork(rest);
                return died(number, spells, During.WORK, resumed, epoch, epoch + rest - saved, false);
            }
            epoch = worker.epoch();
            now += epochSeconds();
            if (epoch == epochs) {
                worker.save();
                return new Machine(
                        number, hours(spells.startSeconds()), hours(now), During.NOTHING, resumed, epoch, 0, false);
            }
            if (epoch % every == 0) {
                now += job.dumpSeconds();
                if (now > end) {
                    boolean half = worker.dieSaving();
                    return died(number, spells, During.CHECKPOINT, resumed, epoch, epoch - saved, half);
                }
                saved = worker.save();
            }
        }
    }

    private static Machine died(
            int number, Spells spells, During during, int resumed, int epoch, double lost, boolean half) {
        return new Machine(
                number, hours(spells.startSeconds()), hours(spells.endSeconds()), during, resumed, epoch, lost, half);
    }

    private static double hours(double seconds) {
        return seconds / 3600;
    }
}
