package clock2cloud.app.story.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurfaceTest {
    private static Surface.Sample sample(double n, double seconds) {
        return new Surface.Sample(new double[] {1, n}, new double[] {Math.log(n) / Math.log(2)}, seconds, 1);
    }

    private static List<Surface.Sample> samples() {
        List<Surface.Sample> samples = new ArrayList<>();
        for (int power = 4; power < 16; power++) {
            double n = 1 << power;
            samples.add(sample(n, 2e-5 + 3e-8 * n));
        }
        return samples;
    }

    /** t = 20 µs + 30 ns a unit, exactly: both coefficients come back, and so does a size between the samples. */
    @Test
    void aLawThatTheBaseKnowsComesBack() {
        Surface surface = Surface.fit(samples());
        assertEquals(2e-5, surface.coefficients()[0], 1e-8);
        assertEquals(3e-8, surface.coefficients()[1], 1e-11);
        assertEquals(
                2e-5 + 3e-8 * 1500,
                surface.at(new double[] {1, 1500}, new double[] {10.55}).seconds(),
                1e-7);
    }

    /** Every size from 2^10 on is twice as slow as the base can say: between such samples, the residual says it. */
    @Test
    void theResidualTakesWhatTheBaseCannot() {
        List<Surface.Sample> samples = new ArrayList<>();
        for (double power = 4; power < 16; power += 0.5) {
            double n = Math.pow(2, power);
            samples.add(sample(n, (power < 10 ? 1 : 2) * (2e-5 + 3e-8 * n)));
        }
        Surface surface = Surface.fit(samples);
        double n = Math.pow(2, 12.75);
        double forecast = surface.at(new double[] {1, n}, new double[] {12.75}).seconds();
        assertEquals(1, forecast / (2 * (2e-5 + 3e-8 * n)), 0.05);
    }

    @Test
    void farFromTheSamplesItIsLessSure() {
        Surface surface = Surface.fit(samples(), new Surface.Smoothness(1, 0.1));
        double near = surface.at(new double[] {1, 1024}, new double[] {10}).logDeviation();
        double far = surface.at(new double[] {1, 1 << 20}, new double[] {20}).logDeviation();
        assertTrue(far > 1.5 * near, near + " " + far);
    }

    /** A = L Lᵀ with L = (2 0; 1 3): A = (4 2; 2 10), A⁻¹ = (10 −2; −2 4) / 36. */
    @Test
    void choleskySolves() {
        Cholesky cholesky = new Cholesky(new double[][] {{4, 2}, {2, 10}});
        assertArrayEquals(new double[] {10 / 36.0, 4 / 36.0}, cholesky.inverseDiagonal(), 1e-15);
        assertArrayEquals(new double[] {8 / 36.0, 2 / 36.0}, cholesky.solve(new double[] {1, 1}), 1e-15);
        assertEquals(10 / 36.0, cholesky.squareOfHalf(new double[] {1, 1}), 1e-15);
    }

    /** |−10|, |20|, |30| %: mean 20, bias (−10 + 20 + 30) / 3. */
    @Test
    void errorsAreToldWithAndWithoutTheirSign() {
        Errors errors = new Errors(-0.1, 0.2, 0.3);
        assertEquals(0.2, errors.mean(), 1e-15);
        assertEquals(0.4 / 3, errors.bias(), 1e-15);
        assertEquals(0.3, errors.max());
        assertEquals(0.3, errors.quantile(0.95));
        assertEquals(0.2, errors.quantile(0.5));
    }
}
