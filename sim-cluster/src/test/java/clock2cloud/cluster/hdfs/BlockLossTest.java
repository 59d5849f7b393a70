package clock2cloud.cluster.hdfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class BlockLossTest {
    /** Two copies: (3 lambda + mu) / (2 lambda^2), Patterson 1988 without its approximation. */
    @Test
    void meanTimeOfAMirror() {
        double lambda = 0.01;
        double mu = 2;
        double mirror = (3 * lambda + mu) / (2 * lambda * lambda);
        assertEquals(mirror, new BlockLoss(2, lambda, mu).meanSecondsToLoss(), 1e-9 * mirror);
    }

    /** Without repair each replica dies alone: (1 - e^(-lambda t))^r. */
    @Property(tries = 100)
    void withoutRepairReplicasAreIndependent(
            @ForAll @IntRange(min = 1, max = 6) int replicas, @ForAll @Scale(3) @DoubleRange(max = 20) double seconds) {
        double expected = Math.pow(-Math.expm1(-0.3 * seconds), replicas);
        assertEquals(expected, new BlockLoss(replicas, 0.3, 0).lossProbability(seconds), 1e-12);
    }

    @Property(tries = 60)
    void moreReplicasFasterRepairAndLessTimeLoseLess(
            @ForAll @IntRange(min = 1, max = 4) int replicas, @ForAll @Scale(3) @DoubleRange(max = 30) double seconds) {
        double loss = new BlockLoss(replicas, 0.3, 1).lossProbability(seconds);
        assertTrue(loss >= 0 && loss <= 1);
        assertTrue(new BlockLoss(replicas + 1, 0.3, 1).lossProbability(seconds) <= loss + 1e-15);
        assertTrue(new BlockLoss(replicas, 0.3, 2).lossProbability(seconds) <= loss + 1e-12);
        assertTrue(new BlockLoss(replicas, 0.3, 1).lossProbability(2 * seconds) >= loss - 1e-12);
    }

    /** Where the exact sum gives way to the exponential law of rare losses, the two agree. */
    @Test
    void rareLossesAreExponential() {
        BlockLoss loss = new BlockLoss(3, 1e-3, 1);
        double seconds = 1e6;
        double expected = -Math.expm1(-seconds / loss.meanSecondsToLoss());
        assertEquals(expected, loss.lossProbability(seconds), 1e-4 * expected);
    }

    @Test
    void theSimulationMeetsTheChainWithinFourStandardErrors() {
        RandomGenerator random =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(21);
        Racks racks = Racks.of(4, 4, 4);
        List<List<Integer>> blocks = new ArrayList<>();
        for (int block = 0; block < 60; block++) {
            blocks.add(new DefaultPlacement()
                    .place(PlacementPolicy.Request.of(racks, -1, 3), random)
                    .nodes());
        }
        BlockLoss law = new BlockLoss(3, 0.2, 2);
        BlockLossSimulation.Result result =
                new BlockLossSimulation(blocks, racks.nodes(), 0.2, 2, random).run(3000, 10);
        double expected = 60 * law.lossProbability(10);
        assertEquals(expected, result.meanLostBlocks(), 4 * result.standardError());
        // blocks share nodes, so losses come together: fewer runs with any loss than if they were independent
        assertTrue(result.anyLossProbability() < law.anyLossProbability(60, 10));
    }
}
