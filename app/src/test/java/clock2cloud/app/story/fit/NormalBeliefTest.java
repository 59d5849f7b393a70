package clock2cloud.app.story.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NormalBeliefTest {
    /** Of variance 4, seen as 10 with variance 1: mean 10 · 4/5, variance 4 · 1/5. */
    @Test
    void oneNumberIsWeighed() {
        NormalBelief belief = NormalBelief.of(new double[][] {{4}}).seen(new double[] {1}, 10, 1);
        assertEquals(8, belief.mean(0), 1e-12);
        assertEquals(0.8, belief.variance(new double[] {1}), 1e-12);
    }

    /** Two alike, of which the exact sum 6 is seen: 3 each, and only their difference is left in doubt. */
    @Test
    void aSumIsShared() {
        NormalBelief belief = NormalBelief.of(new double[][] {{1, 0}, {0, 1}}).seen(new double[] {1, 1}, 6, 0);
        assertEquals(3, belief.mean(0), 1e-12);
        assertEquals(6, belief.mean(new double[] {1, 1}), 1e-12);
        assertEquals(0, belief.variance(new double[] {1, 1}), 1e-12);
        assertEquals(2, belief.variance(new double[] {1, -1}), 1e-12);
    }

    /** The order of what is seen does not matter. */
    @Test
    void orderDoesNotMatter() {
        NormalBelief prior = NormalBelief.of(new double[][] {{2, 0.5}, {0.5, 1}});
        NormalBelief one = prior.seen(new double[] {1, 0.3}, 2, 0.4).seen(new double[] {0.2, 1}, -1, 0.7);
        NormalBelief other = prior.seen(new double[] {0.2, 1}, -1, 0.7).seen(new double[] {1, 0.3}, 2, 0.4);
        assertEquals(one.mean(0), other.mean(0), 1e-12);
        assertEquals(one.mean(1), other.mean(1), 1e-12);
    }
}
