package clock2cloud.app.spot;

import clock2cloud.spot.bill.Lease;
import java.util.List;

/** Everything that happened in a rehearsal. */
@SuppressWarnings("ArrayRecordComponent") // the checkpoint's bytes, compared and never changed
record RehearsalOutcome(List<Machine> machines, List<Lease> leases, RehearsalClock.Wall wall, byte[] finalCheckpoint) {
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

    int lostEpochs() {
        return machines.stream().mapToInt(Machine::lostEpochs).sum();
    }

    double makespanHours() {
        return machines.get(machines.size() - 1).endHours();
    }
}
