package clock2cloud.app.page;

import static clock2cloud.app.table.Quantities.format;

import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.bits.Driver;
import clock2cloud.signal.bits.FastestClock;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Message;
import clock2cloud.signal.bits.Noise;
import clock2cloud.signal.bits.Receiver;
import clock2cloud.signal.bits.WorstCaseEye;
import clock2cloud.signal.wall.PowerWall;
import clock2cloud.signal.wire.BakogluRepeaters;
import clock2cloud.signal.wire.FlightDistance;
import clock2cloud.signal.wire.WireGeometry;
import java.util.List;
import java.util.Optional;

/** The clock, the wire, the message. */
final class SignalChapters {
    static final double CLOCK_HERTZ = 2.53e9;

    private SignalChapters() {}

    static Chapter clock() {
        PowerWall wall = new PowerWall(100);
        PowerWall.Year last = wall.at(2023);
        double tick = 1 / CLOCK_HERTZ;
        String text = """
                A clock is a line that goes up and down %s times a second. Between two rises, everything that was begun must
                be done: a bit must leave one register, pass a row of gates, and stand still in the next. At 2.53 GHz that is
                **%s**. In that time light comes %s far, and half as far along a circuit board.

                Gates became faster with every generation, and the clock with them: until about %d. Then each further
                hertz would have had to be paid in heat. A chip of 2023 with every gate switching at the clock that timing
                allows would draw **%s**; air can carry away about 100 W. So clocks stand still, and cores multiply: that is
                why the rest of this story is about many.
                """.formatted(
                Quantities.significant(CLOCK_HERTZ / 1e9) + " thousand million",
                format(tick, Unit.SECONDS),
                format(FlightDistance.inVacuum(CLOCK_HERTZ).metresPerClock(), Unit.METRES),
                (int) Math.floor(wall.wallYear()),
                format(last.watts() * last.timingClockHertz() / last.clockHertz() / last.litFraction(), Unit.WATTS));
        return new Chapter(
                "clock",
                "What happens in one tick of the clock?",
                "A laptop of 2009 had a clock of 2.53 GHz. Laptops of today hardly have more. What is a tick, and why did it stop"
                        + " getting shorter?",
                "The transistors cannot switch any faster.",
                "Transistors can still switch faster: it is the heat. Timing alone would allow "
                        + format(last.timingClockHertz(), Unit.HERTZ)
                        + " in 2023; what a fan can cool ends at " + format(last.heatClockHertz(), Unit.HERTZ)
                        + " if all gates work.",
                text,
                List.of("signal-clock-by-year", "signal-power-wall"),
                Optional.empty(),
                Optional.of("02"),
                "./c2c signal wall");
    }

    static Chapter wire() {
        WireGeometry metal3 = new WireGeometry(80e-9, 144e-9, 2.2e-8, 200e-12);
        double centimetre = 0.01;
        BakogluRepeaters law = new BakogluRepeaters(metal3.ohms(centimetre), metal3.farads(centimetre), 10e3, 0.5e-15);
        double bare = law.exactDelaySeconds(1, law.bestSize());
        double cut = law.exactDelaySeconds(law.count(), law.bestSize());
        String text = """
                A thin wire on a chip is not a string that one pulls but a hose that one fills: it resists, and it holds charge.
                Both grow with its length, so twice as long is **four times** as slow. One millimetre of the thin copper of a
                45 nm chip takes %s to come half way up; two take %s.

                Within one tick of 2.53 GHz such a wire reaches **%s**. The cure is to cut it and put an inverter at each cut:
                then time grows with the length and not with its square. A centimetre takes %s bare, and %s with %d
                repeaters.
                """.formatted(
                        format(metal3.delaySeconds(1e-3), Unit.SECONDS),
                        format(metal3.delaySeconds(2e-3), Unit.SECONDS),
                        format(metal3.reachMetres(CLOCK_HERTZ), Unit.METRES),
                        format(bare, Unit.SECONDS),
                        format(cut, Unit.SECONDS),
                        law.count());
        return new Chapter(
                "wire",
                "How far does a signal get in one tick?",
                "Light is fast enough to cross a chip many times in a tick. Why is a wire on it too slow?",
                "Signals travel at the speed of light, "
                        + format(FlightDistance.inVacuum(CLOCK_HERTZ).metresPerClock(), Unit.METRES) + " a tick.",
                "A thin wire on a chip must be charged through its own resistance, and reaches "
                        + format(metal3.reachMetres(CLOCK_HERTZ), Unit.METRES) + ".",
                text,
                List.of("signal-repeaters"),
                Optional.empty(),
                Optional.of("02"),
                "./c2c signal reach");
    }

    static Chapter message() {
        Message sent = Message.of("10101010");
        Link link = Link.reaching(2.0, Driver.of(5, CLOCK_HERTZ), 2.5);
        String half = link.receive(sent).received();
        String strict =
                link.withReceiver(Receiver.atEndOfBit(3.5)).receive(sent).received();
        FastestClock safe = FastestClock.of(link, Noise.NONE, 1e-12);
        double climbs = 5 / (1 + Math.exp(-1 / (CLOCK_HERTZ * tau())));
        String text = """
                The blogger of July 2017 imagined a wire that has come to 2 V of 5 V when the first bit ends, and a message
                `10101010` that therefore arrives as `00000000`. Is that so? It depends on what the receiver calls a 1.

                Each 0 leaves something behind on the wire, so the next 1 starts higher; the peaks climb towards %s. A
                receiver that wants half of 5 V reads **%s**: only the first bit is lost. One that wants 3.5 V, as CMOS
                does, reads **%s**. So the sentence is true, but only for a strict receiver.

                And `10101010` is a kind message. The worst one would leave an eye of %s: closed. Any message at all is
                read up to **%s**.
                """.formatted(
                        format(climbs, Unit.VOLTS),
                        half,
                        strict,
                        format(WorstCaseEye.of(link).openingVolts(), Unit.VOLTS),
                        format(safe.clockHertz(), Unit.HERTZ));
        return new Chapter(
                "message",
                "Is 10101010 read as 00000000?",
                "When the clock is too fast for the wire, bits run into each other. How much of a message survives?",
                "If the wire only comes to 2 V of 5 V within a bit, every 1 is lost.",
                "With a threshold of 2.5 V it is read " + half + "; every 1 is lost only above "
                        + format(climbs, Unit.VOLTS) + ".",
                text,
                List.of("signal-eye", "signal-bathtub"),
                Optional.of("wire"),
                Optional.of("03"),
                "./c2c signal message --first-bit 2V --clock 2.53GHz --threshold 2.5V --explain");
    }

    /** The time constant of a wire that has come to 2 V of 5 V when a bit ends. */
    private static double tau() {
        return -1 / (CLOCK_HERTZ * Math.log(1 - 2.0 / 5));
    }
}
