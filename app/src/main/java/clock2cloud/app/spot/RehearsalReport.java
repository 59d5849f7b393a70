package clock2cloud.app.spot;

import clock2cloud.app.table.Table;
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
        int measuredLostEpochs,
        double forecastMakespanHours,
        double measuredMakespanHours,
        OptionalDouble expectedMakespanHours,
        double forecastWallSeconds,
        double measuredWallSeconds,
        double errorFraction,
        double costDollars,
        double onDemandDollars,
        List<RehearsalOutcome.Machine> machines) {

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
                ? String.format(Locale.ROOT, "%.2f h expected over all markets, ", expectedMakespanHours.getAsDouble())
                : "";
        return String.format(
                Locale.ROOT,
                "%d kills (%d of them in a checkpoint, %d half-written files left); the final weights are %s those of the"
                        + " uninterrupted run. Work lost: %.1f epochs forecast, %d whole ones measured. Wall time %.2f s"
                        + " forecast, %.2f s measured. The job's own clock: %.2f h (%s%.2f h"
                        + " without deaths). Bill under the rules of %s: $%.2f, on demand $%.2f.",
                kills,
                killsDuringCheckpoints,
                halfWrittenCheckpoints,
                bitIdentical ? "bit for bit" : "NOT",
                forecastLostEpochs,
                measuredLostEpochs,
                forecastWallSeconds,
                measuredWallSeconds,
                measuredMakespanHours,
                expected,
                workSeconds / 3600,
                rules,
                costDollars,
                onDemandDollars);
    }
}
