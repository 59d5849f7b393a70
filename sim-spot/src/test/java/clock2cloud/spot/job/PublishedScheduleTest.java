package clock2cloud.spot.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.spot.eviction.BathtubLife;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Why the intervals of Kadupitiya et al. (HPDC 2020, section 4), 15, 28, 38, 59 and 128 minutes, are not ours. Their
 * published program solves the recursion below (the failure probability not conditioned on the age, half a piece lost, a dump
 * after every piece), but reads the schedule off the wrong states: after w minutes of work it takes the longest piece that any
 * remaining work asks for at machine age w, the dumps not counted in the age. Read along the states that a run passes
 * through, the same recursion gives 15, 18, 22, 28, 38, 59, 120.
 */
class PublishedScheduleTest {
    private static final int WORK = 300;
    private static final int DUMP = 1;
    private static final int RESTART = 1;

    private final int[][] piece = new int[WORK + 1][2 * WORK + 2];
    private final double[][] expected = new double[WORK + 1][2 * WORK + 2];

    @Test
    void thePrintedIntervalsMixStatesThatNoRunPassesThrough() {
        for (int work = 1; work <= WORK; work++) {
            solve(work, RESTART);
            for (int age = 0; age + work * (1 + DUMP) <= 2 * WORK; age++) {
                if (age != RESTART) {
                    solve(work, age);
                }
            }
        }
        assertEquals(List.of(15, 28, 38, 59, 128), asPrinted());
        assertEquals(List.of(15, 18, 22, 28, 38, 59, 120), alongTheRun());
        List<Integer> ours = new PlannedCheckpoints(BathtubLife.PUBLISHED, WORK, 60, DUMP, RESTART).pieces(WORK);
        assertEquals(WORK, ours.stream().mapToInt(Integer::intValue).sum());
        assertEquals(15, ours.get(0), 1);
    }

    private void solve(int work, int age) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= work; i++) {
            double dies = cdf(age + i + DUMP) - cdf(age);
            double lives = 1 - dies;
            double on = lives * (i + DUMP + expected[work - i][age + i + DUMP]);
            double again = (i + DUMP) / 2.0 + RESTART;
            double value = Math.max(
                    work, age == RESTART ? on + dies / lives * again : on + dies * (again + expected[work][RESTART]));
            if (value < best) {
                best = value;
                piece[work][age] = i;
            }
        }
        expected[work][age] = best;
    }

    private static double cdf(int minutes) {
        return BathtubLife.PUBLISHED.printedCdf(minutes / 60.0);
    }

    private List<Integer> asPrinted() {
        boolean[][] reached = reached();
        List<Integer> pieces = new ArrayList<>();
        for (int done = 0; done <= WORK; ) {
            int longest = 0;
            for (int work = 1; work <= WORK; work++) {
                longest = Math.max(longest, reached[work][done] ? piece[work][done] : 0);
            }
            if (done + longest > WORK) {
                return pieces;
            }
            pieces.add(longest);
            done += longest;
        }
        return pieces;
    }

    /** The states that the recursion visits from the whole work on a machine of age 0. */
    private boolean[][] reached() {
        boolean[][] reached = new boolean[WORK + 1][2 * WORK + 2];
        reached[WORK][0] = true;
        for (int work = WORK; work >= 1; work--) {
            for (int age = 0; age <= 2 * WORK; age++) {
                if (reached[work][age]) {
                    reached[work][RESTART] = true;
                }
            }
            for (int age = 0; age <= 2 * WORK; age++) {
                for (int i = 1; reached[work][age] && i <= work; i++) {
                    reached[work - i][age + i + DUMP] = true;
                }
            }
        }
        return reached;
    }

    private List<Integer> alongTheRun() {
        List<Integer> pieces = new ArrayList<>();
        for (int work = WORK, age = 0; work > 0; age += pieces.get(pieces.size() - 1) + DUMP) {
            pieces.add(piece[work][age]);
            work -= piece[work][age];
        }
        return pieces;
    }
}
