package clock2cloud.app.page;

import static clock2cloud.app.table.Quantities.format;

import clock2cloud.app.table.Unit;
import clock2cloud.spot.bill.Bill;
import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.bill.Ending;
import clock2cloud.spot.bill.Lease;
import clock2cloud.spot.bill.Tariff;
import clock2cloud.spot.checkpoint.CheckpointRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import java.util.List;
import java.util.Optional;

/** On demand, spot, buy or rent. */
final class SpotChapters {
    static final double HOUR = 3600;
    static final double ON_DEMAND = 0.90;
    static final double SPOT = 0.17;

    private SpotChapters() {}

    /** Five hours of work on machines that live five hours in the mean: two minutes a checkpoint, five a restart. */
    static CheckpointedRun fiveHours() {
        return new CheckpointedRun(5 * HOUR, 120, 300, 5 * HOUR);
    }

    static Chapter rent() {
        CheckpointedRun run = fiveHours();
        double interval = CheckpointRule.DALY.intervalSeconds(run);
        double saved = run.expectedSeconds(interval);
        double unsaved = run.expectedSecondsWithoutCheckpoint();
        Bill killed = Bill.of(
                List.of(new Lease("p2.xlarge", 0, 8400, Ending.PRICE)), BillingRule.KILLED_HOUR_FREE, t -> SPOT);
        double threeYears = Tariff.of("p2.xlarge", SPOT).stream()
                .filter(line -> line.name().contains("3 years"))
                .findFirst()
                .orElseThrow()
                .breakEvenFraction();
        String text = """
                A p2.xlarge cost $0.90 an hour on demand on 20 July 2017, and about $0.17 on the spot market while that was
                calm: %s less. The catch is that it can be taken away. A machine reserved for three years beats on-demand
                from %s of the time on; spot beats everything, while it lasts.

                Say it lives five hours in the mean, and the training takes five. Who saves nothing needs **%s** on average,
                because every death starts it again. Who writes a checkpoint every %s, two minutes each, needs **%s**. That is
                %s of spot, beside %s on demand. And until October 2017 the hour in which the machine was killed was free: of
                two hours and twenty minutes one paid %s.
                """.formatted(
                        format(1 - SPOT / ON_DEMAND, Unit.FRACTION),
                        format(threeYears, Unit.FRACTION),
                        format(unsaved, Unit.SECONDS),
                        format(interval, Unit.SECONDS),
                        format(saved, Unit.SECONDS),
                        format(saved / HOUR * SPOT, Unit.DOLLARS),
                        format(5 * ON_DEMAND, Unit.DOLLARS),
                        format(killed.invoiceDollars().doubleValue(), Unit.DOLLARS));
        return new Chapter(
                "rent-or-buy",
                "On demand, spot, buy or rent?",
                "The same machine has five prices. Which one is yours?",
                "Spot is not worth it: it is taken away, and all the work is lost.",
                "With a checkpoint every " + format(interval, Unit.SECONDS) + " five hours of work take "
                        + format(saved, Unit.SECONDS)
                        + " and " + format(saved / HOUR * SPOT, Unit.DOLLARS) + ", not "
                        + format(5 * ON_DEMAND, Unit.DOLLARS)
                        + ".",
                text,
                List.of(
                        "spot-price-and-bid",
                        "spot-makespan",
                        "spot-cost-fan",
                        "spot-buy-or-rent",
                        "spot-november-2017"),
                Optional.of("spot"),
                Optional.of("11"),
                "./c2c spot job --work 5h --mean-life 5h --save daly --deadline 7h");
    }
}
