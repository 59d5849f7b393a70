package clock2cloud.signal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LossyLineTest {
    @Test
    void withoutInductanceItIsTheRcLine() {
        LossyLine line = new LossyLine(100, 1e3, 1e-15, 1e-12, 0.2e-12);
        DrivenLine rc = new DrivenLine(100, 1e3, 1e-12, 0.2e-12);
        for (double t = 0.1e-9; t < 5e-9; t += 0.1e-9) {
            assertEquals(rc.at(t), line.at(t), 1e-5);
        }
    }

    @Test
    void withoutLossItIsTheLattice() {
        // 50 ohm, 1 ns, almost no resistance, open end: plateaus of the bounce diagram between its jumps.
        LossyLine line = new LossyLine(10, 1e-6, 50e-9, 20e-12, 0);
        ReflectionLattice lattice = new ReflectionLattice(0, 1, 10, 50, Double.POSITIVE_INFINITY, 1e-9);
        for (double t : new double[] {1.5e-9, 2.5e-9, 4e-9, 6e-9}) {
            assertEquals(lattice.at(t), line.at(t), 5e-3);
        }
    }

    @Test
    void nothingArrivesBeforeTheWave() {
        LossyLine line = new LossyLine(50, 50, 10e-9, 1e-12, 0.1e-12);
        assertEquals(0, line.at(0.999 * line.flightSeconds()), 0);
        assertTrue(line.delaySeconds(0.5) > line.flightSeconds());
    }

    /**
     * Ismail and Friedman claim 5%. Against the exact line the mean is under 4%, but where the first wavefront lands near half
     * swing and the load is light, the formula is up to 26% late.
     */
    @Test
    void theFormulaIsGoodOnAverageAndBadAtTheFront() {
        double sum = 0;
        double most = 0;
        int n = 0;
        for (double a = 0.1; a < 1.05; a += 0.3) {
            for (double b = 0.05; b < 1; b += 0.3) {
                for (double henries = 0.5e-9; henries < 20e-9; henries *= 2) {
                    LossyLine line = new LossyLine(100 * a, 100, henries, 1e-12, 1e-12 * b);
                    double error = Math.abs(new IsmailFriedmanDelay(line).errorFraction());
                    sum += error;
                    most = Math.max(most, error);
                    n++;
                }
            }
        }
        assertTrue(sum / n < 0.04 && most > 0.1 && most < 0.27, "mean " + sum / n + " most " + most);
    }
}
