package clock2cloud.vm.migration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.vm.migration.SharedMigrations.Move;
import clock2cloud.vm.network.Sender;
import clock2cloud.vm.network.SharedWires;
import clock2cloud.vm.network.SharedWires.Stream;
import clock2cloud.vm.network.Transport;
import clock2cloud.vm.network.Wire;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * SimGrid 3.32's examples s4u-cloud-simple and s4u-cloud-migration on its small platform, as its own tests have them: six
 * digits are printed. A migration there asks, sends and has an answer: three times the latency of the way.
 */
class SharedMigrationsKnownAnswersTest {
    private static final double MB = 1e6;
    private static final Wire WIRE_0 = Wire.of("0", 41.279125 * MB, 59.904e-6);
    private static final Wire WIRE_1 = Wire.of("1", 34.285625 * MB, 514.433e-6);
    private static final Wire WIRE_2 = Wire.of("2", 118.6825 * MB, 136.931e-6);
    private static final Wire WIRE_3 = Wire.of("3", 34.285625 * MB, 514.433e-6);
    private static final Wire WIRE_4 = Wire.of("4", 10.099625 * MB, 479.78e-6);
    private static final Wire WIRE_6 = Wire.of("6", 41.279125 * MB, 59.904e-6);
    private static final Wire WIRE_7 = Wire.of("7", 11.618875 * MB, 189.98e-6);
    private static final Wire WIRE_8 = Wire.of("8", 8.158 * MB, 270.544e-6);
    private static final List<Wire> TO_TREMBLAY = List.of(WIRE_4, WIRE_3, WIRE_2, WIRE_0, WIRE_1, WIRE_8);
    private static final List<Wire> TO_BOURASSA = List.of(WIRE_8, WIRE_6, WIRE_7);
    private static final List<Wire> LOOPBACK = List.of(new Wire("loopback", 498 * MB, 15e-6, false));
    private static final SharedWires TCP = new SharedWires(Transport.TCP);

    private static Stream message(double bytes, List<Wire> way, double start) {
        return new Stream(Sender.of(bytes), way, start);
    }

    private static Move move(double bytes, List<Wire> way, double start) {
        return move(bytes, way, start, way);
    }

    /** The answer goes to where the migration was asked for. */
    private static Move move(double bytes, List<Wire> way, double start, List<Wire> answerWay) {
        double answer = Transport.TCP.latencySeconds(answerWay);
        return new Move(new PreCopy(bytes, 1, 0, bytes, 0, 30, answer), way, start);
    }

    private static double[] totals(Move... moves) {
        return new SharedMigrations(Transport.TCP)
                .run(List.of(moves)).stream()
                        .mapToDouble(PreCopy.Result::totalSeconds)
                        .toArray();
    }

    @Test
    void messagesBetweenHostsAndTheirMachines() {
        Stream one = message(MB, TO_TREMBLAY, 0);
        assertEquals(0.158397, TCP.endSeconds(List.of(one))[0], 5e-7);
        assertArrayEquals(
                new double[] {0.291085, 0.291085},
                TCP.endSeconds(List.of(message(MB, TO_TREMBLAY, 0), message(MB, TO_TREMBLAY, 0))),
                5e-7);
        assertEquals(0.00226529, TCP.endSeconds(List.of(message(MB, LOOPBACK, 0)))[0], 5e-9);
    }

    @Test
    void migrationsAloneAndTogether() {
        assertEquals(132.765801, totals(move(1000 * MB, TO_TREMBLAY, 0))[0], 1e-6);
        assertEquals(13.345992, totals(move(100 * MB, TO_TREMBLAY, 0))[0], 1e-6);
        assertArrayEquals(
                new double[] {265.454478, 265.454478},
                totals(move(1000 * MB, TO_TREMBLAY, 0), move(1000 * MB, TO_TREMBLAY, 0)),
                2e-6);
        // to different hosts over one common wire: the nearer one has more of it, 216.508796 s, then the other all of
        // it
        assertArrayEquals(
                new double[] {265.435551, 216.508796},
                totals(move(1000 * MB, TO_TREMBLAY, 0), move(1000 * MB, TO_BOURASSA, 0)),
                2e-5);
    }

    /**
     * A message of 1 MB under way when the migration of 1 GiB begins 10 ms later, and another back 10 ms after that, whose answer
     * has not far to go: it was asked for on the host where the machine arrives.
     */
    @Test
    void aMessageBesideAMigration() {
        double there = 0.01 + totals(move(1L << 30, TO_TREMBLAY, 0.01))[0];
        CopyRounds copy = new CopyRounds(move(1L << 30, TO_TREMBLAY, 0.01).copy());
        double[] ends = TCP.endSeconds(List.of(message(MB, TO_BOURASSA, 0), new Stream(copy, TO_TREMBLAY, 0.01)));
        assertEquals(0.204993, ends[0], 5e-7);
        double first = 0.01 + copy.result().totalSeconds();
        assertTrue(first > there); // the message has delayed it
        double back = totals(move(1L << 30, TO_TREMBLAY, 0, LOOPBACK))[0];
        assertEquals(339.199251, 49 + first + 0.01 + back + 5, 2e-5);
    }

    /** Two migrations of 100 bytes over a wire of 10 bytes/s, dirtied at 1: 20 s for the first rounds, 20 bytes each, and so on. */
    @Test
    void whatIsDirtiedWhileTheOthersSendIsMore() {
        Wire wire = Wire.of("w", 10, 0);
        Move one = new Move(new PreCopy(100, 1, 1, 100, 5, 30, 0), List.of(wire), 0);
        PreCopy.Result shared =
                new SharedMigrations(Transport.FLUID).run(List.of(one, one)).get(0);
        // rounds of 100 and 20 bytes at 5 bytes/s, 20 and 4 s; 4 bytes are left, 0.8 s
        assertEquals(24.8, shared.totalSeconds(), 1e-12);
        assertEquals(0.8, shared.downtimeSeconds(), 1e-12);
        PreCopy.Result alone =
                new SharedMigrations(Transport.FLUID).run(List.of(one)).get(0);
        PreCopy.Result law = new PreCopy(100, 10, 1, 100, 5, 30, 0).run();
        assertEquals(law.totalSeconds(), alone.totalSeconds(), 1e-12);
        assertEquals(law.rounds().size(), alone.rounds().size());
    }

    /** However they share, a wire carries its bandwidth: messages that begin together end when their sum is sent. */
    @Property(tries = 100)
    void theSumIsSentInTime(
            @ForAll @IntRange(min = 1, max = 8) int messages, @ForAll @DoubleRange(min = 0.1, max = 10) double bytes) {
        Wire wire = Wire.of("w", 2, 0);
        double[] ends = new SharedWires(Transport.FLUID)
                .endSeconds(IntStream.rangeClosed(1, messages)
                        .mapToObj(i -> message(i * bytes, List.of(wire), 0))
                        .toList());
        assertEquals(messages * (messages + 1) / 4.0 * bytes, ends[messages - 1], 1e-9);
        for (int i = 1; i < messages; i++) {
            assertTrue(ends[i] >= ends[i - 1]);
        }
    }
}
