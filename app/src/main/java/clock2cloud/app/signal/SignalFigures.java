package clock2cloud.app.signal;

import clock2cloud.app.FigureRecipe;
import clock2cloud.app.chart.Figure;
import clock2cloud.signal.bits.Bathtub;
import clock2cloud.signal.bits.Driver;
import clock2cloud.signal.bits.EyeDiagram;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Message;
import clock2cloud.signal.bits.Noise;
import clock2cloud.signal.bits.Receiver;
import clock2cloud.signal.wall.LogicDepth;
import clock2cloud.signal.wall.PowerWall;
import clock2cloud.signal.wall.Processor;
import clock2cloud.signal.wire.LumpedRc;
import java.util.List;

/** The figures of this floor. */
public final class SignalFigures {
    private static final double CLOCK_HERTZ = 2.53e9;
    private static final String WIRE = "RC wire of 200 ps";
    private static final String EYE = "./c2c signal eye --tau 200ps --clock 2.53GHz --noise 200mV --jitter 5ps";

    private static final Noise NOISE = new Noise(0.2, 5e-12);

    private SignalFigures() {}

    public static List<FigureRecipe> all() {
        return List.of(
                new FigureRecipe("signal-message", SignalFigures::message),
                new FigureRecipe("signal-eye", SignalFigures::eye),
                new FigureRecipe("signal-bathtub", SignalFigures::bathtub),
                new FigureRecipe("signal-repeaters", seed -> WireFigures.repeaters("./c2c signal repeaters", seed)),
                new FigureRecipe("signal-technology", SignalFigures::technology),
                new FigureRecipe(
                        "signal-clock-by-year",
                        seed -> WallFigures.clock(new PowerWall(100), "./c2c signal wall", seed)),
                new FigureRecipe(
                        "signal-power-wall", seed -> WallFigures.power(new PowerWall(100), "./c2c signal wall", seed)));
    }

    /** The sentence that began it all: 10101010 read as 00000000. */
    private static Figure message(long seed) {
        Link link = Link.reaching(2.0, Driver.of(5, CLOCK_HERTZ), 3.5);
        String command = "./c2c signal message --first-bit 2V --clock 2.53GHz --threshold 3.5V";
        return BitFigures.message(link, Message.of("10101010"), command, seed);
    }

    private static Link noisy() {
        return new Link(Driver.of(5, CLOCK_HERTZ), LumpedRc.ofTimeConstant(200e-12), Receiver.atEndOfBit(2.5));
    }

    private static Figure eye(long seed) {
        EyeDiagram eye =
                EyeDiagram.simulate(noisy(), NOISE, 1_000_000, 64, Dice.of(seed).split());
        return BitFigures.eye(noisy(), eye, WIRE, EYE, seed);
    }

    private static Figure bathtub(long seed) {
        Bathtub tub = Bathtub.of(noisy(), NOISE, 32);
        return BitFigures.bathtub(tub, 1e-12, noisy(), WIRE, EYE, seed);
    }

    private static Figure technology(long seed) {
        return WallFigures.technology(
                LogicDepth.leaveOneOut(Processor.all()).stream()
                        .map(TechnologyCommand::line)
                        .toList(),
                "./c2c signal technology",
                seed);
    }
}
