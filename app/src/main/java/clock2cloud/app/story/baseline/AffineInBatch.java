package clock2cloud.app.story.baseline;

import clock2cloud.app.story.fit.Errors;
import clock2cloud.app.story.fit.NonNegativeLeastSquares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** t = t₀ + t₁ × batch: what is left of a forecast when nothing of the net is known. */
record AffineInBatch(double seconds, double secondsPerRow) {
    private double at(int batch) {
        return seconds + secondsPerRow * batch;
    }

    private double error(TimedWork row) {
        return at(row.batch()) / row.seconds() - 1;
    }

    /**
     * Errors of the line through the smallest and the largest batch of the same net on the same machine, at the batches between; none
     * where no net was timed at three.
     */
    static Errors betweenOwnEnds(List<TimedWork> rows) {
        List<Double> errors = new ArrayList<>();
        Map<String, List<TimedWork>> shapes = rows.stream().collect(Collectors.groupingBy(TimedWork::shape));
        for (List<TimedWork> own : shapes.values()) {
            TimedWork low = own.get(0);
            TimedWork high = own.get(0);
            for (TimedWork row : own) {
                low = row.batch() < low.batch() ? row : low;
                high = row.batch() > high.batch() ? row : high;
            }
            AffineInBatch line = through(low, high);
            for (TimedWork row : own) {
                if (row.batch() > low.batch() && row.batch() < high.batch()) {
                    errors.add(line.error(row));
                }
            }
        }
        return errors(errors);
    }

    private static AffineInBatch through(TimedWork low, TimedWork high) {
        double slope = (high.seconds() - low.seconds()) / Math.max(1, high.batch() - low.batch());
        return new AffineInBatch(low.seconds() - slope * low.batch(), slope);
    }

    /** Errors of each row by a line through all others that are alike: kinder to the line than any forecast is. */
    static Errors fromOtherRows(List<TimedWork> rows) {
        List<Double> errors = new ArrayList<>();
        for (TimedWork row : rows) {
            List<TimedWork> others = rows.stream()
                    .filter(other -> !other.equals(row) && other.alike().equals(row.alike()))
                    .toList();
            if (!others.isEmpty()) {
                errors.add(fit(others).error(row));
            }
        }
        return errors(errors);
    }

    /** Errors by a line through other rows, which calibrate. */
    static Errors from(List<TimedWork> calibration, double ratio, List<TimedWork> rows) {
        AffineInBatch line = fit(calibration);
        AffineInBatch carried = new AffineInBatch(line.seconds * ratio, line.secondsPerRow * ratio);
        return errors(rows.stream().map(carried::error).toList());
    }

    /** Least squares of the relative errors. */
    private static AffineInBatch fit(List<TimedWork> rows) {
        double[][] a = new double[rows.size()][];
        double[] ones = new double[rows.size()];
        for (int i = 0; i < a.length; i++) {
            TimedWork row = rows.get(i);
            a[i] = new double[] {1 / row.seconds(), row.batch() / row.seconds()};
            ones[i] = 1;
        }
        double[] x = NonNegativeLeastSquares.solve(a, ones);
        return new AffineInBatch(x[0], x[1]);
    }

    private static Errors errors(List<Double> errors) {
        return new Errors(errors.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
