package clock2cloud.app.story;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.fit.TimingSurface;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;

/**
 * Dense layers timed on a GPU by others (Justus et al., 2018: TensorFlow 1.x, forward + backward + SGD update, one layer a
 * call): 100 of them calibrate a surface, the rest tell how wrong it is.
 */
public final class LayerTimings {
    /** Rows that calibrate; the others only test. */
    public static final int CALIBRATION_ROWS = 100;

    private static final long SPLIT_SEED = 2018;

    private final TimingSurface surface;
    private final List<TimingSurface.Sample> tests;

    private LayerTimings(List<TimingSurface.Sample> rows) {
        List<TimingSurface.Sample> shuffled = new ArrayList<>(rows);
        var dice = RandomGeneratorFactory.of("L64X128MixRandom").create(SPLIT_SEED);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = dice.nextInt(i + 1);
            TimingSurface.Sample swap = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, swap);
        }
        this.surface = TimingSurface.fit(shuffled.subList(0, CALIBRATION_ROWS));
        this.tests = List.copyOf(shuffled.subList(CALIBRATION_ROWS, shuffled.size()));
    }

    /** Reads a shipped file, such as {@code dense-sgd-k80.csv}. */
    public static LayerTimings shipped(String file) {
        List<TimingSurface.Sample> rows = new ArrayList<>();
        for (String line : Machines.text("timing/" + file).lines().toList()) {
            if (line.startsWith("#") || line.startsWith("batch")) {
                continue;
            }
            String[] cell = line.split(",", -1);
            rows.add(sample(
                    Integer.parseInt(cell[0]),
                    Integer.parseInt(cell[1]),
                    Integer.parseInt(cell[2]),
                    Double.parseDouble(cell[4]) / 1000));
        }
        return new LayerTimings(rows);
    }

    private static TimingSurface.Sample sample(int batch, int inputs, int outputs, double seconds) {
        return new TimingSurface.Sample(features(batch, inputs, outputs), position(batch, inputs, outputs), seconds);
    }

    /** A constant, flops, flops of batches rounded up to 32, bytes of weights, of activations. */
    private static double[] features(int batch, int inputs, int outputs) {
        double weights = (double) inputs * outputs;
        double tiles = Math.ceil(batch / 32.0) * 32;
        return new double[] {
            1,
            6 * batch * weights,
            6 * tiles * weights,
            4 * weights,
            4.0 * batch * (inputs + outputs),
            4.0 * batch * outputs
        };
    }

    private static double[] position(int batch, int inputs, int outputs) {
        return new double[] {log2(batch), log2(inputs), log2(outputs)};
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** One layer, forward, backward and update. */
    public TimingSurface.Forecast layer(int batch, int inputs, int outputs) {
        return surface.at(features(batch, inputs, outputs), position(batch, inputs, outputs));
    }

    /** Seconds that a call costs before it computes anything. */
    public double callSeconds() {
        return surface.coefficients()[0];
    }

    /** Seconds of the rows that did not calibrate, as timed. */
    public double[] timedSeconds() {
        return tests.stream().mapToDouble(TimingSurface.Sample::seconds).toArray();
    }

    /** Seconds of the same rows, as forecast. */
    public double[] forecastSeconds() {
        return tests.stream()
                .mapToDouble(
                        test -> surface.at(test.features(), test.position()).seconds())
                .toArray();
    }

    /** The rows that did not calibrate: forecast against timed. */
    public TrustLine check(String device, double boundFraction) {
        return TrustLine.ofMean(
                "story",
                "GPU dense layer, " + device + ", " + CALIBRATION_ROWS + " rows calibrate",
                "Justus et al. 2018 timings (Apache-2.0), rows not calibrated on",
                "batch 1-64, 1-4,096 wide, SGD",
                forecastSeconds(),
                timedSeconds(),
                boundFraction);
    }
}
