package clock2cloud.signal.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.signal.wire.LumpedRc;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The sentence that began it all: 10101010 at 2.53 GHz, 2.0 V at the end of the first bit of a 5 V driver. */
final class LinkTest {
    private static final double CLOCK = 2.53e9;
    private static final Message MESSAGE = Message.of("10101010");

    private static String read(double thresholdVolts) {
        return Link.reaching(2.0, Driver.of(5, CLOCK), thresholdVolts)
                .receive(MESSAGE)
                .received();
    }

    @Test
    void onlyTheFirstOneIsLostWithTheThresholdAtHalfSwing() {
        assertEquals("00101010", read(2.5));
    }

    @Test
    void allIsLostWithACmosThreshold() {
        assertEquals("00000000", read(3.5));
    }

    @Test
    void allIsReadWithATtlThreshold() {
        assertEquals("10101010", read(2.0));
    }

    @Test
    void midBitSamplingReadsOneOne() {
        Link link = Link.reaching(2.0, Driver.of(5, CLOCK), 2.5);
        assertEquals(
                "00000010",
                link.withReceiver(link.receiver().withSamplePhase(0.5))
                        .receive(MESSAGE)
                        .received());
    }

    @Test
    void aSlowClockReadsEverything() {
        Link link = Link.reaching(2.0, Driver.of(5, CLOCK), 3.5).withClock(0.25e9);
        assertEquals("10101010", link.receive(MESSAGE).received());
    }

    @Test
    void endOfBitVoltagesFollowTheGeometricSeries() {
        // a = exp(-T/tau) = 0.6: V_k = 5 (1 - a^(k+1)) / (1 + a) for odd k, times a for even k.
        double[] expected = {2, 1.2, 2.72, 1.632, 2.9792, 1.78752, 3.072512, 1.8435072};
        Link link = Link.reaching(2.0, Driver.of(5, CLOCK), 2.5);
        for (int k = 0; k < 8; k++) {
            assertEquals(expected[k], link.receive(MESSAGE).samples().get(k).volts(), 1e-12);
        }
        assertEquals(773.760944e-12, ((LumpedRc) link.wire()).timeConstantSeconds(), 1e-18);
    }

    @Test
    void hysteresisHoldsTheLastBitBetweenTheThresholds() {
        // 2.0 < 2.5: stays 0; 2.72 sets 1; 1.632 is above 1.5 and holds 1 for ever.
        Link link = Link.reaching(2.0, Driver.of(5, CLOCK), 2.5).withReceiver(new Receiver(1.5, 2.5, 1));
        assertEquals("00111111", link.receive(MESSAGE).received());
    }

    @Test
    void badMessagesAreRefused() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Message.of("10x"));
        assertEquals("message: bit 3 must be 0 or 1, got 'x'", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Message.of(""));
        assertThrows(IllegalArgumentException.class, () -> Driver.of(5, -5e9));
        assertThrows(IllegalArgumentException.class, () -> Link.reaching(5.0, Driver.of(5, CLOCK), 2.5));
    }

    /** Any data, one threshold at half swing: read without error exactly below 1 / (tau ln 2). */
    @Property(tries = 60)
    void theHighestClockIsTheEdge(
            @ForAll @DoubleRange(min = 1, max = 1e6) double picoseconds,
            @ForAll @IntRange(min = 1, max = 65535) int pattern) {
        LumpedRc wire = LumpedRc.ofTimeConstant(picoseconds * 1e-12);
        String bits = "0".repeat(64) + Integer.toBinaryString(pattern) + "1".repeat(64) + "0";
        Link slow = new Link(Driver.of(5, wire.highestClockHertz() * 0.999), wire, Receiver.atEndOfBit(2.5));
        assertEquals(bits, slow.receive(Message.of(bits)).received());
        Link fast = slow.withClock(wire.highestClockHertz() * 1.001);
        assertTrue(fast.receive(Message.of(bits)).errors() > 0);
    }

    /** A linear wire knows no absolute time and no absolute volt. */
    @Property(tries = 60)
    void scalesWithVoltsAndTime(
            @ForAll @DoubleRange(min = 0.1, max = 10) double volts,
            @ForAll @DoubleRange(min = 0.1, max = 10) double slower) {
        Link link = Link.reaching(2.0, Driver.of(5, CLOCK), 2.5);
        Link scaled = new Link(
                Driver.of(5 * volts, CLOCK / slower),
                LumpedRc.ofTimeConstant(((LumpedRc) link.wire()).timeConstantSeconds() * slower),
                Receiver.atEndOfBit(2.5 * volts));
        assertEquals(link.receive(MESSAGE).received(), scaled.receive(MESSAGE).received());
    }
}
