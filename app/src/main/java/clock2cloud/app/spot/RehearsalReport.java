package clock2cloud.app.spot;

import clock2cloud.app.table.Table;
import clock2cloud.spot.bill.Bill;
import clock2cloud.spot.job.JobRun;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The JSON of {@code c2c spot rehearse}.
 *
 * @param expectedMakespanHours Daly's closed form over all markets; empty where prices, not a law, say who dies
 */
record RehearsalReport(
        int kills,
        int killsDuringCheckpoints,
        int halfWrittenCheckpoints,
        boolean bitIdentical,
        int epochs,
        int checkpointEveryEpochs,
        int forecastKills,
        double forecastLostEpochs,
        double measuredLostEpochs,
        double forecastMakespanHours,
        double measuredMakespanHours,
        OptionalDouble expectedMakespanHours,
        double forecastWallSeconds,
        double measuredWallSeconds,
        double errorFraction,
        double costDollars,
        double onDemandDollars,
        List<RehearsalOutcome.Machine> machines) {

    /** What was forecast and what came. */
    record Pair(
            JobRun forecast,
            RehearsalOutcome outcome,
            double forecastWallSeconds,
            double wallSeconds,
            boolean bitIdentical) {}

    static RehearsalReport of(Pair pair, Rehearsal rehearsal, OptionalDouble expectedHours, Bill bill, Bill onDemand) {
        JobRun forecast = pair.forecast();
        RehearsalOutcome outcome = pair.outcome();
        return new RehearsalReport(
                outcome.kills(),
                outcome.died(RehearsalOutcome.During.CHECKPOINT),
                outcome.halfWritten(),
                pair.bitIdentical(),
                rehearsal.epochs(),
                rehearsal.every(),
                forecast.evictions(),
                forecast.lostSeconds() / rehearsal.epochSeconds(),
                outcome.lostEpochs(),
                forecast.makespanSeconds() / 3600,
                outcome.makespanHours(),
                expectedHours,
                pair.forecastWallSeconds(),
                pair.wallSeconds(),
                Math.abs(pair.forecastWallSeconds() / pair.wallSeconds() - 1),
                bill.costDollars(),
                onDemand.costDollars(),
                outcome.machines());
    }

    Table table() {
        Table table = Table.of(
                "machine",
                "startHours",
                "endHours",
                "killedDuring",
                "resumedAt",
                "diedAt",
                "lostEpochs",
                "halfWritten");
        for (RehearsalOutcome.Machine machine : machines) {
            table = table.row(
                    machine.number(),
                    machine.startHours(),
                    machine.endHours(),
                    machine.killedDuring().name().toLowerCase(Locale.ROOT),
                    machine.resumedAtEpoch(),
                    machine.diedAtEpoch(),
                    machine.lostEpochs(),
                    machine.halfWritten());
        }
        return table;
    }

    String words(double workSeconds, String rules) {
        String expected = expectedMakespanHours.isPresent()
                ? String.format(Locale.ROOT, "; %.2f h expected over all markets", expectedMakespanHours.getAsDouble())
                : "";
        return String.format(
                Locale.ROOT,
                "%d kills (%d of them in a checkpoint, %d half-written files left); the final weights are %s those of the"
                        + " uninterrupted run. A checkpoint every %d epochs. Work lost: %.1f epochs, forecast %.1f. Wall time:"
                        + " %.2f s, forecast %.2f s. On the job's own clock %.2f h, forecast %.2f h (%.2f h without"
                        + " deaths or checkpoints%s). Bill under the rules of %s: $%.2f; on demand the work alone costs"
                        + " $%.2f.",
                kills,
                killsDuringCheckpoints,
                halfWrittenCheckpoints,
                bitIdentical ? "bit for bit" : "NOT",
                checkpointEveryEpochs,
                measuredLostEpochs,
                forecastLostEpochs,
                measuredWallSeconds,
                forecastWallSeconds,
                measuredMakespanHours,
                forecastMakespanHours,
                workSeconds / 3600,
                expected,
                rules,
                costDollars,
                onDemandDollars);
    }
}
