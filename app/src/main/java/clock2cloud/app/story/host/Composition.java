package clock2cloud.app.story.host;

import clock2cloud.app.story.fit.NonNegativeLeastSquares;
import clock2cloud.nn.Work;
import java.util.List;

/**
 * From the sum of a step's operations, each timed alone and warm, to the step as it really runs: operands have left the
 * nearest cache, and every call starts cold. t = a Σ + b bytes + c calls, fitted to steps of made-up nets.
 *
 * @param logVariance of the fit's own errors
 */
record Composition(double perSecond, double perByte, double perCall, double logVariance) {
    private static final int FITTED = 3;

    static Composition of(Calibration calibration, int threads) {
        List<Calibration.Composed> steps = calibration.composed().stream()
                .filter(step -> step.threads() == threads)
                .toList();
        if (steps.size() < FITTED) {
            return new Composition(1, 0, 0, 0.04); // a machine of so many cores that no made-up net keeps them all busy
        }
        double[][] a = new double[steps.size()][];
        double[] ones = new double[steps.size()];
        for (int i = 0; i < a.length; i++) {
            Calibration.Composed step = steps.get(i);
            double seconds = step.stepSeconds();
            a[i] = new double[] {step.sumSeconds() / seconds, step.bytes() / seconds, step.calls() / seconds};
            ones[i] = 1;
        }
        double[] x = NonNegativeLeastSquares.solve(scaled(a), ones);
        double[] scale = scales(a);
        Composition fit = new Composition(x[0] / scale[0], x[1] / scale[1], x[2] / scale[2], 0);
        double variance = 0;
        for (Calibration.Composed step : steps) {
            double error = Math.log(fit.seconds(step.sumSeconds(), step.bytes(), step.calls()) / step.stepSeconds());
            variance += error * error / Math.max(1, steps.size() - FITTED);
        }
        return new Composition(fit.perSecond, fit.perByte, fit.perCall, variance);
    }

    private static double[] scales(double[][] a) {
        double[] scale = new double[FITTED];
        for (double[] row : a) {
            for (int c = 0; c < FITTED; c++) {
                scale[c] = Math.max(scale[c], row[c]);
            }
        }
        return scale;
    }

    private static double[][] scaled(double[][] a) {
        double[] scale = scales(a);
        double[][] out = new double[a.length][FITTED];
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < FITTED; c++) {
                out[r][c] = a[r][c] / scale[c];
            }
        }
        return out;
    }

    private double seconds(double sumSeconds, double bytes, double calls) {
        return perSecond * sumSeconds + perByte * bytes + perCall * calls;
    }

    double seconds(double sumSeconds, Work work) {
        return seconds(sumSeconds, (double) work.bytesPerStep(), (double) work.callsPerStep());
    }
}
