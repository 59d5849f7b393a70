package clock2cloud.app.story.baseline;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.fit.Errors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Puts beside a line of the ledger what the simplest models miss the same rows by. */
public final class SimplerModels {
    private static final String AFFINE = "affine in batch, ";

    /** One row in so many lies between the ends of its own net: else a line from the other rows tells more. */
    private static final int ENOUGH = 4;

    private SimplerModels() {}

    /** By data sheet, and a line in the batch from the rows themselves. */
    public static TrustLine beside(TrustLine line, List<TimedWork> rows) {
        Errors between = AffineInBatch.betweenOwnEnds(rows);
        return between.count() * ENOUGH >= rows.size()
                ? bySheet(line, rows).withBaseline(AFFINE + "own ends", between.mean())
                : bySheet(line, rows)
                        .withBaseline(
                                AFFINE + "other rows",
                                AffineInBatch.fromOtherRows(rows).mean());
    }

    /** By data sheet, and a line in the batch from the rows that calibrate the forecast too. */
    public static TrustLine beside(TrustLine line, List<TimedWork> rows, List<TimedWork> calibration) {
        return bySheet(line, rows)
                .withBaseline(
                        AFFINE + "calibrated",
                        AffineInBatch.from(calibration, 1, rows).mean());
    }

    /** The same where another machine calibrates: its times by the ratio of the peaks, and its own line in the batch so. */
    public static TrustLine besideLastMachine(
            TrustLine line, List<TimedWork> rows, List<TimedWork> calibration, double peakRatio, double[] there) {
        return lastMachine(
                bySheet(line, rows)
                        .withBaseline(
                                AFFINE + "carried",
                                AffineInBatch.from(calibration, peakRatio, rows).mean()),
                rows,
                peakRatio,
                there);
    }

    /** What the machine takes that lends its coefficients, times the ratio of the peaks. */
    public static TrustLine lastMachine(TrustLine line, List<TimedWork> rows, double peakRatio, double[] there) {
        double[] errors = new double[there.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = peakRatio * there[i] / rows.get(i).seconds() - 1;
        }
        return line.withBaseline("last machine x peak", new Errors(errors).mean());
    }

    /** What the forecast itself misses by when a term of it costs nothing, one term after the other. */
    public static TrustLine withoutEach(TrustLine line, double[] timed, List<Map<String, Double>> terms) {
        Set<String> names = new LinkedHashSet<>();
        terms.forEach(row -> names.addAll(row.keySet()));
        TrustLine all = line;
        for (String name : names) {
            double[] errors = new double[timed.length];
            for (int i = 0; i < errors.length; i++) {
                double rest = 0;
                for (Map.Entry<String, Double> term : terms.get(i).entrySet()) {
                    rest += term.getKey().equals(name) ? 0 : term.getValue();
                }
                errors[i] = rest / timed[i] - 1;
            }
            all = all.withBaseline("without " + name, new Errors(errors).mean());
        }
        return all;
    }

    private static TrustLine bySheet(TrustLine line, List<TimedWork> rows) {
        return line.withBaseline("flops/peak", error(rows, SheetSeconds::flopsOverPeak))
                .withBaseline("roofline", error(rows, SheetSeconds::roofline))
                .withBaseline("Paleo-style", error(rows, SheetSeconds::paleo));
    }

    private static double error(List<TimedWork> rows, ToDoubleFunction<SheetSeconds> model) {
        return new Errors(rows.stream()
                        .mapToDouble(row -> model.applyAsDouble(row.sheet()) / row.seconds() - 1)
                        .toArray())
                .mean();
    }
}
