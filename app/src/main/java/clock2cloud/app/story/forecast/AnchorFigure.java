package clock2cloud.app.story.forecast;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.story.gpu.DenseLaw;
import clock2cloud.app.story.gpu.DenseTiming;
import clock2cloud.app.story.gpu.DenseTimings;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each measurement of a device that was never seen buys. */
final class AnchorFigure {
    private static final int[] COUNTS = {0, 1, 2, 5, 10, 20, 50, 100};

    private static final int DRAWS = 5;

    private static final int EVERY = 100;

    private AnchorFigure() {}

    static Figure figure(long seed) {
        double[] xs = new double[COUNTS.length];
        double[] k80 = new double[COUNTS.length];
        double[] p100 = new double[COUNTS.length];
        for (int i = 0; i < COUNTS.length; i++) {
            xs[i] = Math.max(0.5, COUNTS[i]);
            k80[i] = error("k80", "p100", COUNTS[i]);
            p100[i] = error("p100", "k80", COUNTS[i]);
        }
        return Figure.of("error-by-anchors")
                .xLog("measurements of the device", "")
                .xTicks(1, 10, 100)
                .moment("none", 0.5)
                .y("mean error", "")
                .yHuman(Unit.FRACTION)
                .line("K80 by P100", xs, k80)
                .line("P100 by K80", xs, p100)
                .title("Ten measurements take a never-seen P100 from "
                        + Quantities.format(p100[0], Unit.FRACTION) + " to " + Quantities.format(p100[4], Unit.FRACTION)
                        + ", a K80 from " + Quantities.format(k80[0], Unit.FRACTION) + " to "
                        + Quantities.format(k80[4], Unit.FRACTION))
                .subtitle(
                        "dense layers by data sheet and the other device's coefficients, moved by so many of its own; mean of "
                                + DRAWS + " draws")
                .alt(
                        "Mean error of forecasts for a K80 and a P100 by the other's coefficients, falling as more of the device's own"
                                + " layers are measured")
                .source("Justus et al. 2018, Apache-2.0")
                .command("./c2c figures --only error-by-anchors --out figures")
                .seed(seed);
    }

    private static double error(String device, String from, int count) {
        GraphicsProcessor gpu =
                Machines.named(device.equals("k80") ? "k80-die" : device).gpu().orElseThrow();
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            DenseTimings rows = DenseTimings.shipped("dense-" + device + ".csv", 100, draw);
            List<Anchors.Anchor> anchors = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                DenseTiming row = rows.calibration().get((i * 37 + 11) % 100);
                anchors.add(new Anchors.Anchor(step(from, gpu, row), row.seconds()));
            }
            Anchors known = count == 0 ? Anchors.NONE : Anchors.of(anchors);
            double errors = 0;
            int tested = 0;
            for (int i = 0; i < rows.tests().size(); i += EVERY) {
                DenseTiming row = rows.tests().get(i);
                errors += Math.abs(known.applied(step(from, gpu, row)).seconds() / row.seconds() - 1);
                tested++;
            }
            sum += errors / tested / DRAWS;
        }
        return sum;
    }

    private static Breakdown step(String from, GraphicsProcessor gpu, DenseTiming row) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Double> part : DenseLaw.shipped(from)
                .specSheet()
                .parts(gpu, row.batch(), row.inputs(), row.outputs(), row.rule())
                .entrySet()) {
            parts.add(new Part(part.getKey(), part.getValue(), "", ""));
        }
        return new Breakdown(parts, Interval.of(0.5), "data sheet", List.of());
    }
}
