package clock2cloud.app.vm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.vm.scheduler.ColdStart;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rounds of a trainer that is only told how fast it is: which of them count, and when there are enough. */
class TrainingRoundsTest {
    private final ArrayDeque<Double> others = new ArrayDeque<>();
    private final List<String> switched = new ArrayList<>();
    private boolean held;
    private int alone;

    /** Alone a step takes as long as the list says, in turn, and twice as long held back; ten steps each. */
    private TrainingRounds rounds(double... aloneSeconds) throws IOException {
        return TrainingRounds.of(
                seconds -> {
                    double step = aloneSeconds[Math.min(held ? alone - 1 : alone++, aloneSeconds.length - 1)];
                    double wall = held ? 2 * step : step;
                    double[] steps = new double[10];
                    java.util.Arrays.fill(steps, wall);
                    return new TrainingSteps(steps, held ? 10 * step * 1.25 : 10 * step, held ? 25 : 0, 0);
                },
                5,
                () -> {
                    held = true;
                    switched.add("hold");
                },
                () -> {
                    held = false;
                    switched.add("release");
                },
                () -> () -> others.isEmpty() ? 0 : others.remove());
    }

    @Test
    void calmRoundsEndItAndEachIsHeldAndReleased() throws IOException {
        TrainingRounds rounds = rounds(1);
        assertEquals(5, rounds.size());
        assertEquals(5, rounds.counted().size());
        assertEquals(10, switched.size());
        assertEquals(List.of("hold", "release"), switched.subList(0, 2));
        assertEquals(50, rounds.heldSeconds().length);
    }

    /** Alone 1 s before and 1.2 s after is not calm, nor is a round in which others used half a core: seven for five. */
    @Test
    void whatIsNotCalmDoesNotCount() throws IOException {
        others.addAll(List.of(0.0, 0.5));
        TrainingRounds rounds = rounds(1, 1.2);
        assertEquals(7, rounds.size());
        assertEquals(5, rounds.counted().size());
        assertEquals(1.2, rounds.counted().get(0).before().meanSeconds(), 1e-12);
    }

    /** Never calm: three times as many rounds and no more, and then all of them count. */
    @Test
    void itEndsWhereItIsNeverCalm() throws IOException {
        double[] wild = new double[40];
        for (int i = 0; i < wild.length; i++) {
            wild[i] = i % 2 == 0 ? 1 : 1.5;
        }
        TrainingRounds rounds = rounds(wild);
        assertEquals(15, rounds.size());
        assertEquals(15, rounds.counted().size());
    }

    /** Two ways in turn meet the same minutes: the second round of the list was disturbed, so each way needs six for five. */
    @Test
    void waysInTurn() throws IOException {
        others.addAll(List.of(0.0, 0.5, 0.5));
        List<String> told = new ArrayList<>();
        List<TrainingRounds> both = TrainingRounds.inTurn(
                seconds -> new TrainingSteps(new double[] {1}, 1, 0, 0),
                5,
                List.of(() -> told.add("first"), () -> told.add("second")),
                () -> told.add("go"),
                () -> () -> others.isEmpty() ? 0 : others.remove());
        assertEquals(List.of("first", "go", "second", "go", "first"), told.subList(0, 5));
        assertEquals(List.of(6, 6), both.stream().map(TrainingRounds::size).toList());
        assertEquals(List.of(5, 5), both.stream().map(r -> r.counted().size()).toList());
    }

    /** A model that is right but for the third of five rounds, where it is a tenth off: the middle one is right. */
    @Test
    void theMiddleRoundSpeaks() throws IOException {
        TrainingRounds rounds = rounds(1);
        TrainingRounds.Round odd = rounds.counted().get(2);
        TrainingRounds.Pair middle = rounds.middle(round -> round == odd ? 2.2 : 2);
        assertEquals(2, middle.modelledSeconds(), 1e-12);
        assertEquals(2, middle.measuredSeconds(), 1e-12);
    }

    /** 12.5 s of CPU time in 25 slices, a quarter more than alone: half a second each, a fifth of it to get warm. */
    @Test
    void comingBackToAColdProcessorCosts() throws IOException {
        ColdStart cold = rounds(1).coldStart();
        assertEquals(0.5, cold.sliceSeconds(), 1e-12);
        assertEquals(0.1, cold.coldSeconds(), 1e-12);
        assertEquals(1.25, cold.slowdownRatio(), 1e-12);
    }

    /** One core of which a twentieth goes to compilers trains for 20 of 21 parts of any quota. */
    @Test
    void theOtherThreadsHaveTheirPart() {
        TrainingSteps steps = new TrainingSteps(new double[] {1, 1}, 2, 0, 0.05);
        assertEquals(20 / 21.0, steps.trainingFraction(), 1e-12);
        assertEquals(1, steps.meanWorkSeconds(), 1e-12);
    }
}
