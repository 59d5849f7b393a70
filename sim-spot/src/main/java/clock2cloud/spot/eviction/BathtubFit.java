package clock2cloud.spot.eviction;

import java.util.Arrays;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Least squares of a law to the shares of recorded lives that are over by the end of each, by Nelder and Mead's simplex; only
 * lives under the limit count, but the shares are of all of them.
 *
 * @param meanSquaredError of the distribution at each life under the limit
 */
public record BathtubFit(LifeLaw law, double meanSquaredError) {
    private static final double HOUR = 3600;
    private static final double IMPOSSIBLE = 1;

    private interface Family {
        LifeLaw at(double... parameters);
    }

    /** A, t1, t2 and b of the bathtub. */
    public static BathtubFit bathtub(double limitHours, double... seconds) {
        return least(
                at -> new BathtubLife(at[0], at[1], at[2], at[3], limitHours), limitHours, seconds, 0.4, 1, 0.8, 24);
    }

    public static BathtubFit exponential(double limitHours, double... seconds) {
        return least(at -> new ExponentialLife(at[0] * HOUR), limitHours, seconds, 5);
    }

    private static BathtubFit least(Family family, double limitHours, double[] seconds, double... start) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        int under = (int)
                Arrays.stream(sorted).filter(life -> life < limitHours * HOUR).count();
        if (under < 10) {
            throw new IllegalArgumentException(
                    "fit: " + under + " lives under " + limitHours + " h are too few; ten are needed");
        }
        double[] best = new SimplexOptimizer(new SimpleValueChecker(1e-10, 1e-12))
                .optimize(
                        new MaxEval(20_000),
                        new ObjectiveFunction(at -> error(family, at, sorted, under)),
                        GoalType.MINIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(steps(start)))
                .getPoint();
        return new BathtubFit(family.at(best), error(family, best, sorted, under));
    }

    private static double[] steps(double... start) {
        return Arrays.stream(start).map(x -> 0.15 * x).toArray();
    }

    private static double error(Family family, double[] at, double[] sorted, int under) {
        LifeLaw law;
        try {
            law = family.at(at);
        } catch (IllegalArgumentException outside) { // the law's own domain is the edge of the search
            return IMPOSSIBLE;
        }
        double sum = 0;
        for (int i = 0; i < under; i++) {
            double off = law.cdf(sorted[i]) - (i + 0.5) / sorted.length;
            sum += off * off;
        }
        return sum / under;
    }
}
