package clock2cloud.signal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class RcTreeTest {
    /** The bounds of Rubinstein, Penfield and Horowitz hold the exact delay of any tree. */
    @Property(tries = 150)
    void theBoundsHoldTheExactDelay(@ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.95) double fraction) {
        RcTree tree = random(seed);
        for (String node : tree.names()) {
            double exact = tree.response(node).delaySeconds(fraction, tree.elmoreSeconds(node));
            assertTrue(tree.leastSeconds(node, fraction) <= exact * (1 + 1e-9), node);
            assertTrue(tree.mostSeconds(node, fraction) >= exact * (1 - 1e-9), node);
        }
    }

    /** Elmore is an upper bound of the half-swing delay of any tree (Gupta et al. 1997). */
    @Property(tries = 100)
    void elmoreIsNeverUnderTheHalfSwingDelay(@ForAll long seed) {
        RcTree tree = random(seed);
        for (String node : tree.names()) {
            double elmore = tree.elmoreSeconds(node);
            assertTrue(tree.response(node).delaySeconds(0.5, elmore) <= elmore, node);
        }
    }

    private static RcTree random(long seed) {
        Random random = new Random(seed);
        RcTree tree = new RcTree();
        int nodes = 1 + random.nextInt(12);
        for (int i = 0; i < nodes; i++) {
            String parent = i == 0 ? "" : "n" + random.nextInt(i);
            tree.add("n" + i, parent, 1 + 1000 * random.nextDouble(), (1 + 100 * random.nextDouble()) * 1e-15);
        }
        return tree;
    }

    @Test
    void laddersMeetTheSimulator() {
        // ngspice decks own_rc_ladder10 and 100: far-end half-swing delays 0.416749 and 0.383032 ns at RC = 1 ns,
        // of an edge of 1 ps, whose middle is 0.5 ps late.
        assertEquals(
                0.416249e-9, RcTree.ladder(10, 1e3, 1e-12).response("10").delaySeconds(0.5, 1e-9), 1e-4 * 0.416749e-9);
        assertEquals(
                0.382532e-9,
                RcTree.ladder(100, 1e3, 1e-12).response("100").delaySeconds(0.5, 1e-9),
                1e-4 * 0.383032e-9);
    }

    @Test
    void aBareJunctionIsAllowed() {
        // Two resistors in a row are one.
        RcTree split = new RcTree().add("j", "", 400, 0).add("end", "j", 600, 1e-12);
        assertEquals(1e-9, split.elmoreSeconds("end"), 1e-20);
        assertEquals(1e-9 * Math.log(2), split.response("end").delaySeconds(0.5, 1e-9), 1e-5 * 1e-9);
    }

    @Test
    void whatIsNoTreeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RcTree().add("b", "a", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new RcTree().add("a", "", 0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RcTree().add("a", "", 1, 1).add("a", "", 1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RcTree().add("a", "", 1, 1).elmoreSeconds("b"));
    }
}
