package clock2cloud.app.spot;

import clock2cloud.spot.bill.Lease;
import java.util.List;

/** Everything that happened in a rehearsal. */
record RehearsalOutcome(double startHours, List<Machine> machines, List<Lease> leases) {
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
     * @param lostEpochs done and not saved, with the part of the epoch that it died in
     * @param halfWritten whether a half-written checkpoint was left behind
     */
    record Machine(
            int number,
            double startHours,
            double endHours,
            During killedDuring,
            int resumedAtEpoch,
            int diedAtEpoch,
            double lostEpochs,
            boolean halfWritten) {}

    RehearsalOutcome {
        machines = List.copyOf(machines);
        leases = List.copyOf(leases);
    }

    int kills() {
        return machines.size() - died(During.NOTHING);
    }

    int died(During during) {
        return (int) machines.stream()
                .filter(machine -> machine.killedDuring() == during)
                .count();
    }

    int halfWritten() {
        return (int) machines.stream().filter(Machine::halfWritten).count();
    }

    double lostEpochs() {
        return machines.stream().mapToDouble(Machine::lostEpochs).sum();
    }

    double makespanHours() {
        return machines.get(machines.size() - 1).endHours() - startHours;
    }
}
