package clock2cloud.app.story.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.fit.RobustLeastSquares;
import clock2cloud.app.story.forecast.ForecastChecks;
import clock2cloud.app.story.forecast.TorchChecks;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Machines;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpuLawsTest {
    /** The claims of the ledger: layers within 7%, nets from one anchor within 10%, epochs of 2017 within 15%. */
    @Test
    void everyClaimHolds() {
        for (List<TrustLine> lines :
                List.of(DenseChecks.lines(), ConvolutionChecks.lines(), ForecastChecks.lines(), TorchChecks.lines())) {
            for (TrustLine line : lines) {
                assertTrue(line.holds(), line.toString());
                assertTrue(line.n() > 0 && Double.isFinite(line.meanErrorFraction()), line.toString());
            }
        }
    }

    /** The H100's host was the slower one; from the H200's steps alone nothing of it is known, from both half of it. */
    @Test
    void aHostIsToldByItsOwnSteps() {
        int kernels = 27;
        double one = pace(TorchSteps.hostOf("h200"), kernels);
        double other = pace(TorchSteps.hostOf("h100"), kernels);
        double both = pace(TorchSteps.host(), kernels);
        assertTrue(one < both && both < other && other > 1.25 * one, one + ", " + both + ", " + other);
    }

    private static double pace(TorchSteps.Host host, int kernels) {
        return host.stepSeconds() + kernels * host.kernelSeconds();
    }

    /** On Kepler a batch of 33 takes a kernel that 39 rows leave again: a larger batch is faster. */
    @Test
    void kernelsChangeWithTheBatch() {
        DenseLaw k80 = DenseLaw.shipped("k80");
        assertTrue(k80.seconds(33, 3000, 3000, UpdateRule.NONE) > k80.seconds(39, 3000, 3000, UpdateRule.NONE));
    }

    /** Rules that move more floats a weight take longer. */
    @Test
    void updatesCostWhatTheyMove() {
        DenseLaw k80 = DenseLaw.shipped("k80");
        double none = k80.seconds(32, 2000, 2000, UpdateRule.NONE);
        double sgd = k80.seconds(32, 2000, 2000, UpdateRule.SGD);
        double adam = k80.seconds(32, 2000, 2000, UpdateRule.ADAM);
        assertTrue(none < sgd && sgd < adam);
    }

    /** y = 2 a + 3 b with one wild row: the others decide. */
    @Test
    void oneWildRowDoesNotDecide() {
        double[][] a = {{1, 1}, {2, 1}, {1, 2}, {3, 1}, {1, 3}, {2, 2}, {4, 1}, {1, 1}};
        double[] y = new double[a.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = 2 * a[i][0] + 3 * a[i][1];
        }
        y[7] = 50;
        double[] x = RobustLeastSquares.solve(a, y);
        assertEquals(2, x[0], 0.35);
        assertEquals(3, x[1], 0.35);
    }

    /** One anchor that took twice as long as the data sheet says moves the others the same way. */
    @Test
    void anchorsPullTheLaw() {
        GraphicsProcessor gpu = Machines.named("p100").gpu().orElseThrow();
        ConvolutionTerms terms = new ConvolutionTerms(1e12, 1e9, 1e8, 1e10, 1e6, 0, 60);
        double sheet = ConvolutionLaw.BY_DATA_SHEET.seconds(gpu, terms);
        ConvolutionLaw pulled = ConvolutionLaw.fit(gpu, List.of(new ConvolutionLaw.Anchor(terms, 2 * sheet, true)));
        assertEquals(2 * sheet, pulled.seconds(gpu, terms), 0.1 * sheet);
    }
}
