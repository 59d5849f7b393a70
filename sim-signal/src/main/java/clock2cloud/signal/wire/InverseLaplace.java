package clock2cloud.signal.wire;

import java.util.function.UnaryOperator;
import org.apache.commons.math3.complex.Complex;

/**
 * From a Laplace transform to its function of time, numerically.
 *
 * <p>The Bromwich integral as a trapezoid sum with Euler's summation of its alternating tail: Abate and Whitt, <i>ORSA J.
 * Computing</i> 7(1) 1995, eqs. 5 to 9. Discretisation error {@code exp(-A) = 1e-8} for functions bounded by 1; slow near a
 * jump.
 */
final class InverseLaplace {
    private static final double A = 18.4;
    private static final double[] EULER = {1, 11, 55, 165, 330, 462, 462, 330, 165, 55, 11, 1};

    private InverseLaplace() {}

    static double at(UnaryOperator<Complex> transform, double t, int terms) {
        double real = A / (2 * t);
        double sum = 0.5 * transform.apply(new Complex(real, 0)).getReal();
        double averaged = 0;
        for (int k = 1; k < terms + EULER.length; k++) {
            double term = transform.apply(new Complex(real, k * Math.PI / t)).getReal();
            sum += (k & 1) == 0 ? term : -term;
            if (k >= terms) {
                averaged += EULER[k - terms] / 2048 * sum;
            }
        }
        return Math.exp(A / 2) / t * averaged;
    }
}
