package clock2cloud.app.story.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbouredNetsTest {
    private static final List<TimedStep> ALONE = MadeUpMachine.calibration().steps();

    /** Every so many nets on two threads had a neighbour, and took so many times as long. */
    private static List<TimedStep> withNeighbour(int every, double slower) {
        return IntStream.range(0, ALONE.size())
                .mapToObj(i ->
                        ALONE.get(i).threads() == 2 && i % every == 0 ? slowed(ALONE.get(i), slower) : ALONE.get(i))
                .toList();
    }

    private static TimedStep slowed(TimedStep step, double by) {
        TimedStep slow = step.fasterBy(1 / by);
        return new TimedStep(
                slow.threads(),
                slow.barrierSeconds(),
                slow.net(),
                slow.seconds(),
                slow.parts(),
                0,
                false,
                List.of(slow.seconds()));
    }

    @Test
    void whatANeighbourTookOfHalfOfTheNetsIsTakenOff() {
        List<TimedStep> corrected = NeighbouredNets.corrected(withNeighbour(2, 1.25));
        for (int i = 0; i < ALONE.size(); i++) {
            assertEquals(1, corrected.get(i).seconds() / ALONE.get(i).seconds(), 0.02);
            assertEquals(1, corrected.get(i).watchedSeconds() / ALONE.get(i).watchedSeconds(), 0.02);
        }
    }

    @Test
    void settledNetsStayAsTheyAre() {
        List<TimedStep> seen = withNeighbour(2, 1.25);
        List<TimedStep> corrected = NeighbouredNets.corrected(seen);
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).settled()) {
                assertSame(seen.get(i), corrected.get(i));
            }
        }
    }

    @Test
    void neighboursDoNotSpeedUpAndAFewNetsTellNothing() {
        List<TimedStep> faster = withNeighbour(2, 0.8);
        assertEquals(faster, NeighbouredNets.corrected(faster));
        List<TimedStep> few = withNeighbour(50, 1.25);
        assertEquals(few, NeighbouredNets.corrected(few));
        List<TimedStep> all = withNeighbour(1, 1.25);
        assertEquals(all, NeighbouredNets.corrected(all));
    }
}
