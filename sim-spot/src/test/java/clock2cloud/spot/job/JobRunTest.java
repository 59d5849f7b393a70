package clock2cloud.spot.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.bill.Bill;
import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.bill.Lease;
import clock2cloud.spot.price.PricePath;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class JobRunTest {
    /**
     * Price 0.1 for 100 min, 0.5 for 20 min, 0.2 for good; bid 0.3; work 150 min, restart 5 min, dump 2 min, a checkpoint
     * every 30 min of work. Machine 1: dumps end at 32, 64, 96 min with 30, 60, 90 min saved; 4 min of work lost at 100.
     * Machine 2 starts at 120, works from 125 with 60 min left: 30, dump 2, 30: done at 187 min. One machine-hour of the
     * first is paid (the second is free, killed): 0.1; the second runs 67 min, two hours at 0.2: 0.4.
     */
    @Test
    void aRunByHand() {
        BidSpells spells =
                new BidSpells(new PricePath(new double[] {0, 6000, 7200}, new double[] {0.1, 0.5, 0.2}, 100_000), 0.3);
        JobRun run = new JobRun(new Job(150 * 60, 300, 120), Checkpoints.fixed(1800), BillingRule.KILLED_HOUR_FREE, -1);
        assertTrue(run.run(spells, 0));
        assertEquals(187 * 60, run.makespanSeconds(), 1e-9);
        assertEquals(1, run.evictions());
        assertEquals(240, run.lostSeconds(), 1e-9);
        assertEquals(0.5, run.costDollars(), 1e-12);
        assertEquals(167 * 60, run.runningSeconds(), 1e-9);
    }

    /** With a warning of two minutes and a dump of two minutes nothing but the restart is lost: 100 + 20 + 5 + 52 min. */
    @Test
    void aWarningSavesTheWork() {
        BidSpells spells =
                new BidSpells(new PricePath(new double[] {0, 6000, 7200}, new double[] {0.1, 0.5, 0.2}, 100_000), 0.3);
        JobRun run = new JobRun(new Job(150 * 60, 300, 120), Checkpoints.onNotice(), BillingRule.SECOND, 120);
        assertTrue(run.run(spells, 0));
        assertEquals(177 * 60, run.makespanSeconds(), 1e-9);
        assertEquals(0, run.lostSeconds(), 1e-9);
    }

    @Test
    void theHourBoundaryEndsItsDumpOnTheHour() {
        BidSpells spells = new BidSpells(PricePath.constant(0.1, 1e6), 0.3);
        JobRun run = new JobRun(new Job(5 * 3600, 0, 120), Checkpoints.hourBoundary(), BillingRule.SECOND, -1);
        assertTrue(run.run(spells, 0));
        assertEquals(5 * 3600 + 5 * 120, run.makespanSeconds(), 1e-9);
    }

    @Test
    void aRecordThatEndsLeavesTheJobUnfinished() {
        JobRun run = new JobRun(new Job(7200, 0, 0), Checkpoints.none(), BillingRule.SECOND, -1);
        assertFalse(run.run(new BidSpells(PricePath.constant(0.1, 3600), 0.3), 0));
    }

    @Property(tries = 100)
    void theLedgerSumsToTheCostAndMoreOverheadNeverFinishesEarlier(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 900) double restart) {
        PricePath path = randomPath(seed);
        for (BillingRule rule : BillingRule.values()) {
            List<Lease> leases = new ArrayList<>();
            JobRun run = new JobRun(new Job(10_000, restart, 30), Checkpoints.fixed(900), rule, -1);
            assertTrue(run.run(new BidSpells(path, 0.6), 0, leases::add));
            Bill bill = Bill.of(leases, rule, path::at);
            assertEquals(
                    run.costDollars(),
                    bill.costDollars(),
                    1e-9 * (1 + bill.lines().size()));
            JobRun slower = new JobRun(new Job(10_000, restart + 60, 30), Checkpoints.fixed(900), rule, -1);
            assertTrue(slower.run(new BidSpells(path, 0.6), 0));
            assertTrue(slower.makespanSeconds() >= run.makespanSeconds() - 1e-6);
        }
    }

    /**
     * Where a restart is free, a higher bid never finishes later: each of its spells holds the lower bid's whole. Where it
     * is not, it can: see {@link #aHigherBidThatBeganTooEarlyPaysARestart}.
     */
    @Property(tries = 100)
    void withoutARestartAHigherBidNeverFinishesLater(@ForAll long seed) {
        PricePath path = randomPath(seed);
        JobRun lower = new JobRun(new Job(10_000, 0, 30), Checkpoints.fixed(900), BillingRule.SECOND, -1);
        assertTrue(lower.run(new BidSpells(path, 0.6), 0));
        JobRun higher = new JobRun(new Job(10_000, 0, 30), Checkpoints.fixed(900), BillingRule.SECOND, -1);
        assertTrue(higher.run(new BidSpells(path, 0.8), 0));
        assertTrue(higher.makespanSeconds() <= lower.makespanSeconds() + 1e-6);
    }

    /**
     * Price 0.7 for 5 min, 0.9 for 5 min, then 0.5: the bid of 0.8 begins at once, is evicted with nothing saved and pays a
     * restart of 5 min at minute 10; the bid of 0.6 begins there, and its first machine needs none.
     */
    @Test
    void aHigherBidThatBeganTooEarlyPaysARestart() {
        PricePath path = new PricePath(new double[] {0, 300, 600}, new double[] {0.7, 0.9, 0.5}, 100_000);
        JobRun lower = new JobRun(new Job(3600, 300, 30), Checkpoints.none(), BillingRule.SECOND, -1);
        assertTrue(lower.run(new BidSpells(path, 0.6), 0));
        assertEquals(4200, lower.makespanSeconds(), 1e-9);
        JobRun higher = new JobRun(new Job(3600, 300, 30), Checkpoints.none(), BillingRule.SECOND, -1);
        assertTrue(higher.run(new BidSpells(path, 0.8), 0));
        assertEquals(4500, higher.makespanSeconds(), 1e-9);
    }

    private static PricePath randomPath(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] seconds = new double[4000];
        double[] prices = new double[4000];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = 300.0 * i;
            prices[i] = i > 0 && random.nextInt(4) > 0 ? prices[i - 1] : random.nextDouble();
        }
        return new PricePath(seconds, prices, 300.0 * 4000);
    }

    /** Where the interval divides the work there is a dump less than there are pieces, whatever the last bits of the sums say. */
    @Property
    void noDumpAfterTheLastPiece(
            @ForAll @DoubleRange(min = 0, max = 1e6) double submitSeconds,
            @ForAll @DoubleRange(min = 1, max = 1e4) double interval) {
        BidSpells spells = new BidSpells(new PricePath(new double[] {0}, new double[] {0.1}, 1e7), 0.3);
        JobRun run = new JobRun(new Job(7 * interval, 300, 120), Checkpoints.fixed(interval), BillingRule.SECOND, -1);
        assertTrue(run.run(spells, submitSeconds));
        assertEquals(7 * interval + 6 * 120, run.makespanSeconds(), 1e-6);
    }
}
