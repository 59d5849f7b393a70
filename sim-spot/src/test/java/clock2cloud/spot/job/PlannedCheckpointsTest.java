package clock2cloud.spot.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.checkpoint.CheckpointRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.spot.eviction.BathtubLife;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.eviction.FixedLife;
import clock2cloud.spot.eviction.LifeLaw;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlannedCheckpointsTest {
    private static final double MINUTE = 60;

    /** With memoryless lives the plan must be as good as equal pieces near the exact optimum. */
    @Test
    void memorylessLivesGetEqualPieces() {
        PlannedCheckpoints plan = new PlannedCheckpoints(new ExponentialLife(300 * MINUTE), 300, MINUTE, 2, 5);
        CheckpointedRun run = new CheckpointedRun(300 * MINUTE, 2 * MINUTE, 5 * MINUTE, 300 * MINUTE);
        double best = Double.POSITIVE_INFINITY;
        for (int pieces = 5; pieces < 20; pieces++) {
            best = Math.min(best, run.expectedSeconds(300 * MINUTE / pieces));
        }
        assertEquals(best, plan.expectedSeconds(300), 0.001 * best);
        assertEquals(33.32, CheckpointRule.EXACT.intervalSeconds(run) / MINUTE, 0.01);
        List<Integer> pieces = plan.pieces(300);
        assertTrue(pieces.stream().allMatch(piece -> piece >= 28 && piece <= 36), pieces.toString());
    }

    /** Under the bathtub pieces grow while the early deaths die out; the paper prints 15, 28, 38, 59, 128 min. */
    @Test
    void theBathtubPlansGrowingPieces() {
        PlannedCheckpoints plan = new PlannedCheckpoints(BathtubLife.PUBLISHED, 300, MINUTE, 1, 0);
        List<Integer> pieces = plan.pieces(300);
        assertTrue(pieces.get(0) < pieces.get(1) && pieces.get(1) < pieces.get(2), pieces.toString());
        Distribution simulated = simulate(BathtubLife.PUBLISHED, plan);
        assertTrue(
                simulated.agreesWith(plan.expectedSeconds(300))
                        || Math.abs(simulated.mean() / plan.expectedSeconds(300) - 1) < 0.002,
                simulated + " " + plan.expectedSeconds(300));
        Distribution daly = simulate(BathtubLife.PUBLISHED, Checkpoints.fixed(Math.sqrt(2 * 60 * 3600)));
        assertTrue(simulated.mean() < daly.mean());
    }

    private static Distribution simulate(LifeLaw law, CheckpointPolicy policy) {
        return Study.of(
                        40_000,
                        7,
                        SplittableRandom::new,
                        random -> Study.Trial.of(
                                new JobRun(new Job(300 * MINUTE, 0, MINUTE), policy, BillingRule.SECOND, -1),
                                new RenewalSpells(law, new FixedLife(0), 0.17, random)))
                .makespanSeconds()
                .orElseThrow();
    }
}
