package clock2cloud.app.story.forecast;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each measurement of a device that was never seen buys. */
final class AnchorFigure {
    private static final int[] COUNTS = {0, 1, 2, 5, 10, 20, 50, 100};

    private static final int ONE = 1;

    private static final int TEN = 4;

    private static final int DRAWS = 40;

    private AnchorFigure() {}

    static Figure figure(long seed) {
        Map<String, double[]> lines = new LinkedHashMap<>();
        double[] k80 = errors(Transfers.layers("k80", "p100"), seed);
        double[] t4 = errors(Transfers.nets("g4dn.xlarge", "h200"), seed);
        lines.put("K80 layers by P100", k80);
        lines.put("P100 layers by K80", errors(Transfers.layers("p100", "k80"), seed));
        lines.put("K80 nets by T4", errors(Transfers.nets("p2.xlarge", "g4dn.xlarge"), seed));
        lines.put("T4 nets by H200", t4);
        lines.put("H200 nets by T4", errors(Transfers.kernels("h200", "g4dn.xlarge"), seed));
        Figure figure = Figure.of("error-by-anchors")
                .xLog("measurements of the device", "")
                .xTicks(1, 10, 100)
                .moment("none", 0.5)
                .y("mean error", "")
                .yHuman(Unit.FRACTION);
        lines.forEach((name, errors) -> figure.line(name, places(errors.length), errors));
        return figure.title("One measurement takes layers of a never-seen K80 from " + told(k80[0]) + " to "
                        + told(k80[ONE]) + ", ten to " + told(k80[TEN]) + "; nets of a T4 from " + told(t4[0]) + " to "
                        + told(t4[ONE]) + " and " + told(t4[TEN]))
                .subtitle("by data sheet and another device's factors, moved by so many of the device's own; mean of "
                        + DRAWS + " draws; the doubt by other generations")
                .alt(
                        "Mean errors of forecasts for devices by the factors of others, falling as more is measured of the device")
                .source("Justus et al. 2018, Apache-2.0; ddps-lab/profet 2021, MIT; our own timings of 2026 (H200)")
                .command("./c2c figures --only error-by-anchors --out figures")
                .seed(seed);
    }

    private static String told(double error) {
        return Quantities.format(error, Unit.FRACTION);
    }

    private static double[] places(int count) {
        return Arrays.stream(COUNTS)
                .limit(count)
                .mapToDouble(anchors -> Math.max(0.5, anchors))
                .toArray();
    }

    /** For all counts up to half of what was timed. */
    private static double[] errors(Transfers.Transfer transfer, long seed) {
        AnchorTrial trial = AnchorTrial.of(transfer);
        return Arrays.stream(COUNTS)
                .filter(count -> 2 * count <= transfer.steps().size())
                .mapToDouble(
                        count -> trial.run(count, count == 0 ? 1 : DRAWS, seed).meanError())
                .toArray();
    }
}
