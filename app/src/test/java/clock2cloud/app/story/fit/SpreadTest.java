package clock2cloud.app.story.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpreadTest {
    /** 1, 3, 5, 7 at 0, 1, 2, 3: mean 4, variance 20/3, nothing beside the line, places 5/4 from their middle. */
    @Test
    void aLineLeavesNothing() {
        Spread spread = Spread.of(new double[][] {{0}, {1}, {2}, {3}}, new double[] {1, 3, 5, 7});
        assertEquals(4, spread.mean(), 1e-12);
        assertEquals(20 / 3.0, spread.aboutMean(), 1e-12);
        assertEquals(0, spread.rest(), 1e-6);
        assertEquals(1.25, spread.reach(), 1e-12);
    }

    /** 1, −1, −1, 1 at the same places lie on no line: squares 4, of which two degrees of freedom are left. */
    @Test
    void whatIsNoLineIsLeft() {
        Spread spread = Spread.of(new double[][] {{0}, {1}, {2}, {3}}, new double[] {1, -1, -1, 1});
        assertEquals(2, spread.rest(), 1e-3);
    }

    /** Shares add up to one, so that two columns say the same: one degree of freedom, not two. */
    @Test
    void sharesCountOnce() {
        Spread spread =
                Spread.of(new double[][] {{0, 1}, {0.2, 0.8}, {0.4, 0.6}, {0.6, 0.4}}, new double[] {1, -1, -1, 1});
        assertEquals(2, spread.rest(), 1e-3);
    }
}
