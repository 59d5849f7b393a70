package clock2cloud.app.signal;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.wire.BakogluRepeaters;
import clock2cloud.signal.wire.DrivenLine;
import clock2cloud.signal.wire.StepResponse;
import clock2cloud.signal.wire.WireGeometry;
import java.util.Locale;

/** Figures of wires alone. */
final class WireFigures {
    /** Metal 3 at 45 nm: 80 nm wide, 144 nm thick, 2.2e-8 ohm m, 0.2 fF a micrometre. */
    private static final WireGeometry METAL_3 = new WireGeometry(80e-9, 144e-9, 2.2e-8, 200e-12);

    private static final double GATE_OHMS = 10e3;
    private static final double GATE_FARADS = 0.5e-15;
    private static final double CLOCK_HERTZ = 2.53e9;

    private WireFigures() {}

    /** A wire's far end after a step. */
    static Figure step(
            StepResponse wire, double delaySeconds, double fraction, String words, String command, long seed) {
        int n = 300;
        double[] t = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            t[i] = 6 * delaySeconds * i / (n - 1);
            v[i] = wire.at(t[i]);
        }
        return Figure.of("signal-step")
                .title(String.format(
                        Locale.ROOT,
                        "The far end reaches %.0f%% after %s",
                        100 * fraction,
                        Quantities.format(delaySeconds, Unit.SECONDS)))
                .subtitle(words + ", a step at its driver at 0 s")
                .x("time", "s")
                .xHuman(Unit.SECONDS)
                .y("far end / final value", "")
                .line("far end", t, v)
                .rule("", fraction)
                .moment(Quantities.format(delaySeconds, Unit.SECONDS), delaySeconds)
                .command(command)
                .seed(seed);
    }

    /** Delay against length, bare and with the best repeaters, and the clock that it must fit into. */
    static Figure repeaters(String command, long seed) {
        int n = 60;
        double[] length = new double[n];
        double[] bare = new double[n];
        double[] driven = new double[n];
        double crossing = 0;
        for (int i = 0; i < n; i++) {
            length[i] = 50e-6 * Math.pow(200, i / (n - 1.0));
            double r = METAL_3.ohms(length[i]);
            double c = METAL_3.farads(length[i]);
            BakogluRepeaters law = new BakogluRepeaters(r, c, GATE_OHMS, GATE_FARADS);
            double size = law.bestSize();
            bare[i] = new DrivenLine(GATE_OHMS / size, r, c, size * GATE_FARADS).delaySeconds(0.5);
            driven[i] = law.exactDelaySeconds(law.count(), size);
            crossing = driven[i] < 1 / CLOCK_HERTZ ? length[i] : crossing;
        }
        return Figure.of("signal-repeaters")
                .title(String.format(
                        Locale.ROOT,
                        "At 1 cm repeaters make a wire %.0f times faster; one 2.53 GHz clock reaches %s",
                        bare[n - 1] / driven[n - 1],
                        Quantities.format(crossing, Unit.METRES)))
                .subtitle(
                        "metal 3 at 45 nm, 1.9 kohm and 0.2 pF a millimetre; inverters of 10 kohm and 0.5 fF, sized by Bakoglu; exact lines")
                .xLog("length", "m")
                .xHuman(Unit.METRES)
                .yLog("delay to half swing", "s")
                .yHuman(Unit.SECONDS)
                .line("bare: grows as length squared", length, bare)
                .line("with repeaters: grows as length", length, driven)
                .rule("one clock at 2.53 GHz", 1 / CLOCK_HERTZ)
                .source("Moon 2008 (pitches); resistivity and capacitance assumed; Bakoglu and Meindl 1985")
                .command(command)
                .seed(seed);
    }
}
