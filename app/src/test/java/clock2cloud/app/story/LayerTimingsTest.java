package clock2cloud.app.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.fit.NonNegativeLeastSquares;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTimingsTest {
    /** The claim of the trust ledger: with 100 calibration rows, the mean error over all others is at most 7%. */
    @ParameterizedTest
    @CsvSource({"dense-sgd-k80.csv", "dense-sgd-p100.csv"})
    void layersNotCalibratedOnAreForecastWithinSevenPercentOnAverage(String file) {
        TrustLine line = LayerTimings.shipped(file).check(file, 0.07);
        System.out.printf(
                "%s mean %.4f max %.3f n %d%n", file, line.meanErrorFraction(), line.maxErrorFraction(), line.n());
        assertTrue(line.n() > 1900 && line.holds(), line.toString());
    }

    /** y = 2 a + 0 b exactly; an unconstrained fit to y = 2 a - b would want a negative coefficient. */
    @Test
    void coefficientsAreNeverNegative() {
        double[][] a = {{1, 0}, {0, 1}, {1, 1}};
        assertArrayEquals(new double[] {2, 0}, NonNegativeLeastSquares.solve(a, new double[] {2, 0, 2}), 1e-9);
        assertArrayEquals(new double[] {1.5, 0}, NonNegativeLeastSquares.solve(a, new double[] {2, -1, 1}), 1e-9);
    }
}
