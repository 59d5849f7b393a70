package clock2cloud.app.story.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.TrustLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorsTest {
    private static final Doubt DOUBT = new Doubt(0.2, 0, 0.1);

    private static Breakdown step(double products, double calls) {
        return new Breakdown(
                List.of(new Part("products", products, "", ""), new Part("calls", calls, "", "")),
                Interval.of(0.5),
                "data sheet",
                List.of());
    }

    /**
     * Without any doubt about the parts the common factor's logarithm is n x / (n + rest² / common²) of the anchors' x: rest²
     * / common² is 1/4, so one anchor moves four fifths of its way, were its own error known.
     */
    @Test
    void oneAnchorIsShrunkByItsOwnError() {
        Anchors one =
                Anchors.of(List.of(new Anchors.Anchor(step(1, 1), 2 * Math.exp(0.01))), List.of(step(1, 1)), DOUBT);
        // An anchor that fits makes the rest a little smaller: the fixed point of v = (4 0.01 + e² + P) / 5, P = 0.04 v
        // / (0.04 + v)
        double rest = 0.01;
        for (int round = 0; round < 200; round++) {
            double error = 0.01 * rest / (0.04 + rest);
            rest = (4 * 0.01 + error * error + 0.04 * rest / (0.04 + rest)) / 5;
        }
        assertEquals(
                0.01 * 0.04 / (0.04 + rest), Math.log(one.applied(step(1, 1)).seconds() / 2), 1e-9);
    }

    /** Twenty layers that all take twice as long leave no choice, and the interval of the twenty-first is narrower. */
    @Test
    void manyAnchorsThatAgreeAreBelieved() {
        Anchors many = Anchors.of(
                Collections.nCopies(20, new Anchors.Anchor(step(1, 1), 4)), List.of(step(1, 1)), Doubt.NEVER_SEEN);
        Breakdown next = many.applied(step(1, 1));
        assertEquals(4, next.seconds(), 0.1);
        assertTrue(next.interval().more90() < 0.3, next.interval().toString());
    }

    /** Products that take twice as long beside calls that do not are told apart. */
    @Test
    void manyAnchorsTellThePartsApart() {
        List<Anchors.Anchor> anchors = new ArrayList<>();
        List<Breakdown> usual = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            usual.add(step(1 + i % 10, 1 + (i * 7) % 10));
            anchors.add(new Anchors.Anchor(usual.get(i), 2 * (1 + i % 10) + 1 + (i * 7) % 10));
        }
        Anchors known = Anchors.of(anchors, usual, Doubt.NEVER_SEEN);
        assertEquals(20, known.applied(step(10, 0)).seconds(), 1.5);
        assertEquals(10, known.applied(step(0, 10)).seconds(), 1.5);
    }

    /** Nothing measured, nothing moved. */
    @Test
    void noneMoveNothing() {
        assertEquals(step(1, 2), Anchors.NONE.applied(step(1, 2)));
        assertEquals(
                3,
                Anchors.of(List.of(), List.of(step(1, 2)), DOUBT)
                        .applied(step(1, 2))
                        .seconds(),
                1e-12);
    }

    /** The doubt of those that say nothing else is what the timed generations leave, in two digits. */
    @Test
    void theDoubtIsThatOfTheTransfers() {
        Doubt told = Transfers.doubt();
        assertEquals(told.common(), Doubt.NEVER_SEEN.common(), 0.005);
        assertEquals(told.parts(), Doubt.NEVER_SEEN.parts(), 0.005);
        assertEquals(told.rest(), Doubt.NEVER_SEEN.rest(), 0.005);
    }

    /** On a K80, a P100 and a T4 that the doubt has never seen, each more measurement helps or does not harm. */
    @Test
    void measurementsHelp() {
        for (Transfers.Transfer transfer : List.of(
                Transfers.layers("k80", "p100"),
                Transfers.layers("p100", "k80"),
                Transfers.nets("g4dn.xlarge", "h200"))) {
            AnchorTrial trial = AnchorTrial.of(transfer);
            double last = trial.run(0, 1, 7).meanError();
            for (int count : new int[] {1, 2, 5, 10, 20}) {
                AnchorTrial.Outcome outcome = trial.run(count, 30, 7);
                assertTrue(outcome.meanError() < last + 0.005, transfer.machine() + " " + count + " anchors");
                assertTrue(outcome.held90() > 0.85, transfer.machine() + " " + outcome.held90());
                last = outcome.meanError();
            }
        }
    }

    @Test
    void theLedgersClaimsHold() {
        for (TrustLine line : AnchorChecks.lines()) {
            assertTrue(line.holds(), line.toString());
        }
    }
}
