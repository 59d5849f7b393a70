package clock2cloud.app.story.gpu;

import clock2cloud.app.story.Shipped;
import clock2cloud.app.story.fit.RobustLeastSquares;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.table.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seconds of a dense layer on a GPU that was timed: t = Σ coefficient × amount, over the {@link DenseTerms}. The coefficients
 * come from {@link DenseTimings#CALIBRATION_ROWS} rows; the intervals from what each of those rows would have been forecast at
 * had it not calibrated (Barber, Candès, Ramdas and Tibshirani 2021, jackknife+).
 *
 * @param rows that calibrated
 * @param milliseconds the coefficients
 * @param specSheet the plainer law that is carried to other devices
 * @param logErrors |ln(timed / forecast)| of the rows left out in turn, ascending
 * @param largestFlops of the calibrating rows, and {@code largeFlops}: what the largest 15% of them exceed
 */
public record DenseLaw(
        String device,
        String file,
        int rows,
        long seed,
        DenseTerms terms,
        List<Double> milliseconds,
        SpecSheetLaw specSheet,
        List<Double> logErrors,
        double largeFlops,
        double largestFlops) {
    /** K80: kernels change after 8, 32 and 38 rows, 13 multiprocessors take 64 columns each; read off the published file. */
    public static final DenseTerms KEPLER = new DenseTerms(List.of(8, 32, 38), 13 * 64);

    /** P100: kernels change after 8 and 32 rows; no waves are seen up to 64 rows. */
    public static final DenseTerms PASCAL = new DenseTerms(List.of(8, 32), 1);

    private static final double LARGE_FRACTION = 0.15;

    private static final Map<String, DenseLaw> READ = new ConcurrentHashMap<>();

    public DenseLaw {
        milliseconds = List.copyOf(milliseconds);
        logErrors = List.copyOf(logErrors);
    }

    /** The shipped law of {@code k80} or {@code p100}. */
    public static DenseLaw shipped(String device) {
        return READ.computeIfAbsent(
                device,
                key -> Json.read(Shipped.text("gpu/dense-" + key + ".json"), "dense-" + key + ".json", DenseLaw.class));
    }

    /** Fits the law to the calibrating rows of some timings. */
    public static DenseLaw fit(
            GraphicsProcessor device, String name, DenseTimings timings, long seed, DenseTerms terms) {
        List<DenseTiming> rows = timings.calibration();
        double[] coefficients = coefficients(rows, terms, -1);
        double[] errors = new double[rows.size()];
        for (int left = 0; left < errors.length; left++) {
            DenseTiming row = rows.get(left);
            double[] without = coefficients(rows, terms, left);
            errors[left] = Math.abs(Math.log(row.seconds()
                    * 1000
                    / dot(without, terms.amounts(row.batch(), row.inputs(), row.outputs(), row.rule()))));
        }
        double[] flops = rows.stream().mapToDouble(DenseTiming::flops).sorted().toArray();
        return new DenseLaw(
                name,
                timings.file(),
                rows.size(),
                seed,
                terms,
                Arrays.stream(coefficients).boxed().toList(),
                SpecSheetLaw.fit(rows, device),
                Arrays.stream(errors).sorted().boxed().toList(),
                flops[(int) (flops.length * (1 - LARGE_FRACTION))],
                flops[flops.length - 1]);
    }

    /** The coefficients alone, with one row left out where {@code left} is one. */
    private static double[] coefficients(List<DenseTiming> rows, DenseTerms terms, int left) {
        int count = left < 0 ? rows.size() : rows.size() - 1;
        double[][] a = new double[count][];
        double[] y = new double[count];
        int at = 0;
        for (int r = 0; r < rows.size(); r++) {
            if (r != left) {
                DenseTiming row = rows.get(r);
                a[at] = terms.amounts(row.batch(), row.inputs(), row.outputs(), row.rule());
                y[at++] = row.seconds() * 1000;
            }
        }
        return RobustLeastSquares.solve(a, y);
    }

    private static double dot(double[] x, double[] amounts) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * amounts[i];
        }
        return sum;
    }

    /** Seconds of one layer, called alone. */
    public double seconds(int batch, int inputs, int outputs, UpdateRule rule) {
        double[] amounts = terms.amounts(batch, inputs, outputs, rule);
        double sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += milliseconds.get(i) * amounts[i];
        }
        return sum / 1000;
    }

    /** The same by group of the waterfall. */
    public Map<String, Double> parts(int batch, int inputs, int outputs, UpdateRule rule) {
        double[] amounts = terms.amounts(batch, inputs, outputs, rule);
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < amounts.length; i++) {
            double seconds = milliseconds.get(i) * amounts[i] / 1000;
            if (seconds > 0) {
                parts.merge(terms.group(i), seconds, Double::sum);
            }
        }
        return parts;
    }

    /** Whether the layer is larger than those that calibrated nearly all: the errors there are less well known. */
    public boolean large(double flops) {
        return flops > largeFlops;
    }

    /** Whether the layer lies outside what was timed at all. */
    public boolean outside(int batch, int inputs, int outputs, double flops) {
        return batch > 64 || inputs > 4096 || outputs > 4096 || flops > 1.2 * largestFlops;
    }

    /** Half the width, as a logarithm, of an interval that covers a fraction of the layers. */
    public double logHalfWidth(double coverage) {
        int at = (int) Math.ceil((logErrors.size() + 1) * coverage) - 1;
        return logErrors.get(Math.min(Math.max(at, 0), logErrors.size() - 1));
    }
}
