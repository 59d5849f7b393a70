package clock2cloud.app.story.forecast;

import clock2cloud.app.FigureRecipe;
import clock2cloud.app.chart.Figure;
import clock2cloud.app.story.gpu.DenseLaw;
import clock2cloud.app.story.gpu.DenseTiming;
import clock2cloud.app.story.gpu.DenseTimings;
import clock2cloud.app.story.gpu.PublishedSteps;
import clock2cloud.app.story.gpu.TorchSteps;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.nn.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Was it true: forecasts of other people's machines against their own timings. */
public final class TruthFigures {
    /** Every so many rows of the large files are drawn: a picture of thousands of dots says no more. */
    private static final int EVERY = 80;

    private static final List<String> DEVICES = List.of("k80", "p100");

    private TruthFigures() {}

    public static List<FigureRecipe> all() {
        return List.of(
                new FigureRecipe("was-it-true", TruthFigures::truth),
                new FigureRecipe("errors-by-size", TruthFigures::sizes),
                new FigureRecipe("error-by-anchors", AnchorFigure::figure),
                new FigureRecipe("speed-gain", SpeedGainMap::figure));
    }

    /** Forecast and timed seconds, drawn under the name of a source. */
    record Source(String name, List<double[]> pairs) {
        double[] column(int which) {
            return pairs.stream().mapToDouble(pair -> pair[which]).toArray();
        }

        double meanError() {
            return pairs.stream()
                    .mapToDouble(pair -> Math.abs(pair[0] / pair[1] - 1))
                    .average()
                    .orElse(0);
        }
    }

    private static List<DenseTiming> drawn(String device) {
        List<DenseTiming> tests =
                DenseTimings.shipped("dense-" + device + ".csv").tests();
        List<DenseTiming> some = new ArrayList<>();
        for (int i = 0; i < tests.size(); i += EVERY) {
            some.add(tests.get(i));
        }
        return some;
    }

    private static String upper(String device) {
        return device.toUpperCase(Locale.ROOT);
    }

    private static double forecast(String device, DenseTiming row) {
        return DenseLaw.shipped(device).seconds(row.batch(), row.inputs(), row.outputs(), row.rule());
    }

    static List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (String device : DEVICES) {
            sources.add(new Source(
                    upper(device) + " layers",
                    drawn(device).stream()
                            .map(row -> new double[] {forecast(device, row), row.seconds()})
                            .toList()));
        }
        List<double[]> rented = new ArrayList<>();
        for (String instance : PublishedSteps.INSTANCES) {
            for (String net : PublishedSteps.NETS) {
                for (PublishedSteps.Step step : PublishedSteps.of(instance, net)) {
                    double seconds = PublishedSteps.notFrom(instance, net)
                            .seconds(Machines.named(instance).gpu().orElseThrow(), step.terms());
                    rented.add(new double[] {seconds, step.seconds()});
                }
            }
        }
        sources.add(new Source("p2 and g4dn steps", rented));
        sources.add(new Source(
                "H200 kernels",
                TorchSteps.of("h200").stream().map(TruthFigures::blind).toList()));
        sources.add(new Source(
                "H100 steps",
                TorchSteps.of("h100").stream().map(TruthFigures::blind).toList()));
        sources.add(new Source("Keras epochs", ForecastChecks.pairs(KerasHost.Measured::claimed)));
        return sources;
    }

    /** As forecast before it was timed, and as timed: the step, or its kernels where only those were forecast. */
    private static double[] blind(TorchSteps.Step step) {
        return step.blindSeconds().isPresent()
                ? new double[] {step.blindSeconds().getAsDouble(), step.seconds()}
                : new double[] {step.blindDeviceSeconds(), step.deviceSeconds()};
    }

    private static Figure truth(long seed) {
        List<Source> sources = sources();
        Source worst = sources.get(0);
        Figure figure = Figure.of("was-it-true");
        double[] ends = {1e-5, 200};
        figure.band("", ends, new double[] {0.9e-5, 180}, new double[] {1.1e-5, 220});
        for (Source source : sources) {
            worst = source.meanError() > worst.meanError() ? source : worst;
            figure.dots(source.name(), source.column(1), source.column(0));
        }
        return figure.xLog("timed", "")
                .xHuman(Unit.SECONDS)
                .yLog("forecast", "")
                .yHuman(Unit.SECONDS)
                .xLimits(1e-5, 200)
                .yLimits(1e-5, 200)
                .title("From layers to epochs, no source is missed by more than "
                        + Quantities.format(worst.meanError(), Unit.FRACTION) + " on average (" + worst.name() + ")")
                .subtitle(
                        "band: 10%; rows that calibrated nothing, but the Keras epochs (two host constants a build); H200, H100: written"
                                + " down before")
                .alt("Dots along the diagonal over seven decades, one colour a source")
                .source(
                        "Justus et al. 2018; ddps-lab/profet 2021; minimaxir 2017; our own timings of 2026 (H200, H100)")
                .command("./c2c figures --only was-it-true --out figures")
                .seed(seed);
    }

    private static Figure sizes(long seed) {
        Figure figure = Figure.of("errors-by-size");
        double small = 0;
        double large = 0;
        int smalls = 0;
        int larges = 0;
        for (String device : DEVICES) {
            List<DenseTiming> rows = drawn(device);
            double[] flops = rows.stream().mapToDouble(DenseTiming::flops).toArray();
            double[] errors = new double[flops.length];
            for (int i = 0; i < errors.length; i++) {
                errors[i] = forecast(device, rows.get(i)) / rows.get(i).seconds() - 1;
                boolean big = DenseLaw.shipped(device).large(flops[i]);
                small += big ? 0 : Math.abs(errors[i]);
                large += big ? Math.abs(errors[i]) : 0;
                smalls += big ? 0 : 1;
                larges += big ? 1 : 0;
            }
            figure.dots(upper(device) + " layers", flops, errors);
        }
        List<TorchSteps.Step> steps = TorchSteps.of("h100");
        figure.dots(
                "H100 steps",
                steps.stream()
                        .mapToDouble(step -> Work.of(step.net(), step.batch()).flopsPerStep())
                        .toArray(),
                steps.stream()
                        .mapToDouble(step -> blind(step)[0] / blind(step)[1] - 1)
                        .toArray());
        return figure.xLog("work of the layer or the step", "")
                .xHuman(Unit.FLOPS)
                .y("forecast over timed, less one", "")
                .yHuman(Unit.FRACTION)
                .xLimits(1e4, 1e13)
                .rule("exact", 0)
                .title("The largest layers are off by " + Quantities.format(large / Math.max(1, larges), Unit.FRACTION)
                        + ", the others by " + Quantities.format(small / Math.max(1, smalls), Unit.FRACTION))
                .subtitle(
                        "dense layers that calibrated nothing; large: more work than 85% of the calibrating rows; H100: whole steps under PyTorch,"
                                + " written down before")
                .alt("Dots about a line at zero, wide on the left and narrow on the right")
                .source("Justus et al. 2018, Apache-2.0; our own timings of 2026 (H100)")
                .command("./c2c figures --only errors-by-size --out figures")
                .seed(seed);
    }
}
