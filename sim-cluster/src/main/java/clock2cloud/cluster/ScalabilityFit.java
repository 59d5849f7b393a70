package clock2cloud.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.util.Pair;

/**
 * The Universal Scalability Law fitted to measured throughput, with how sure its parameters are.
 *
 * <p>Least squares of X(N) over &alpha;, &beta; and &gamma;; standard errors from &sigma;&sup2; (J<sup>T</sup>J)<sup>-1</sup>,
 * &sigma;&sup2; the residual variance with n - 3 degrees of freedom; intervals by Student's t. Source: N. Gunther, <i>Guerrilla
 * Capacity Planning</i>, 2007, ch. 5; the same estimator as the R package usl. The fit is not forced to be physical: a negative
 * &beta; says that the data are not such a system's, and {@link #warnings()} says so. Leaves out errors in N, and noise that
 * grows with X.
 *
 * @param law the fitted law
 * @param standardErrors of &alpha;, &beta;, &gamma;
 * @param residualError &sigma;, in the unit of throughput
 * @param freedom degrees of freedom, n - 3
 * @param workers the data's N
 * @param throughputs the data's X
 */
public record ScalabilityFit(
        UniversalScalability law,
        List<Double> standardErrors,
        double residualError,
        int freedom,
        List<Double> workers,
        List<Double> throughputs) {
    private static final String FIT = "Scalability fit";

    /** An interval of a parameter. */
    public record Interval(double low, double high) {}

    public ScalabilityFit {
        standardErrors = List.copyOf(standardErrors);
        workers = List.copyOf(workers);
        throughputs = List.copyOf(throughputs);
    }

    /** Fits at least four points at three or more different numbers of workers. */
    public static ScalabilityFit of(List<Double> workers, List<Double> throughputs) {
        check(workers, throughputs);
        double[] n = workers.stream().mapToDouble(Double::doubleValue).toArray();
        double[] x = throughputs.stream().mapToDouble(Double::doubleValue).toArray();
        Optimum optimum = optimum(n, x, start(n, x));
        return result(optimum, workers, throughputs);
    }

    private static Optimum optimum(double[] n, double[] x, double[] start) {
        try {
            return new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(start)
                            .model(point -> model(n, point))
                            .target(x)
                            .maxEvaluations(5000)
                            .maxIterations(5000)
                            .lazyEvaluation(false)
                            .build());
        } catch (SingularMatrixException | MathIllegalStateException e) {
            throw new IllegalArgumentException(
                    FIT + ": the " + n.length + " points do not determine the parameters; measure at more different N",
                    e);
        } catch (MathIllegalArgumentException e) {
            throw new IllegalArgumentException(FIT + ": " + e.getMessage(), e);
        }
    }

    /** This law where it is physical; else the best one with &beta; = 0, as the R package's bounded fit gives it. */
    public UniversalScalability physicalLaw() {
        if (law.coherencyFraction() >= 0) {
            return law;
        }
        double[] n = workers.stream().mapToDouble(Double::doubleValue).toArray();
        double[] x = throughputs.stream().mapToDouble(Double::doubleValue).toArray();
        RealVector point = optimum(
                        n, x, new double[] {Math.max(0, law.contentionFraction()), law.oneWorkerThroughput()})
                .getPoint();
        return new UniversalScalability(point.getEntry(0), 0, point.getEntry(1));
    }

    private static void check(List<Double> workers, List<Double> throughputs) {
        Domain.require(
                workers.size() == throughputs.size(), FIT, "throughputs", "as many as workers", throughputs.size());
        Domain.atLeast(4, FIT, "points", workers.size());
        Domain.atLeast(3, FIT, "different numbers of workers", (int)
                workers.stream().distinct().count());
        workers.forEach(value -> Domain.positive(FIT, "workers", value));
        throughputs.forEach(value -> Domain.positive(FIT, "throughput", value));
    }

    /** N / X is linear in the parameters: a good start, and exact for data without noise. */
    private static double[] start(double[] n, double[] x) {
        double[][] rows = new double[n.length][];
        double[] target = new double[n.length];
        double best = 0;
        for (int i = 0; i < n.length; i++) {
            rows[i] = new double[] {1, n[i] - 1, n[i] * (n[i] - 1)};
            target[i] = n[i] / x[i];
            best = Math.max(best, x[i] / n[i]);
        }
        RealVector a =
                new QRDecomposition(new Array2DRowRealMatrix(rows)).getSolver().solve(new ArrayRealVector(target));
        return a.getEntry(0) > 0
                ? new double[] {a.getEntry(1) / a.getEntry(0), 1 / a.getEntry(0), a.getEntry(2) / a.getEntry(0)}
                : new double[] {0.01, best, 0.0001};
    }

    /** Parameters &alpha;, &gamma; and, unless it is held at 0, &beta;. */
    private static Pair<RealVector, RealMatrix> model(double[] n, RealVector point) {
        double alpha = point.getEntry(0);
        double gamma = point.getEntry(1);
        double beta = point.getDimension() > 2 ? point.getEntry(2) : 0;
        RealVector value = new ArrayRealVector(n.length);
        RealMatrix slope = new Array2DRowRealMatrix(n.length, point.getDimension());
        for (int i = 0; i < n.length; i++) {
            double cost = 1 + alpha * (n[i] - 1) + beta * n[i] * (n[i] - 1);
            double unit = n[i] / cost;
            value.setEntry(i, gamma * unit);
            slope.setEntry(i, 0, -gamma * unit * (n[i] - 1) / cost);
            slope.setEntry(i, 1, unit);
            if (point.getDimension() > 2) {
                slope.setEntry(i, 2, -gamma * unit * n[i] * (n[i] - 1) / cost);
            }
        }
        return Pair.create(value, slope);
    }

    private static ScalabilityFit result(Optimum optimum, List<Double> workers, List<Double> throughputs) {
        RealVector point = optimum.getPoint();
        int freedom = workers.size() - 3;
        double residuals = optimum.getResiduals().dotProduct(optimum.getResiduals());
        double sigma = Math.sqrt(residuals / freedom);
        RealVector errors = optimum.getSigma(1e-30).mapMultiply(sigma);
        UniversalScalability law = new UniversalScalability(point.getEntry(0), point.getEntry(2), point.getEntry(1));
        return new ScalabilityFit(
                law, IntStream.of(0, 2, 1).mapToObj(errors::getEntry).toList(), sigma, freedom, workers, throughputs);
    }

    /** Interval that holds &alpha; (0), &beta; (1) or &gamma; (2) with this confidence. */
    public Interval interval(int parameter, double confidence) {
        Domain.require(confidence > 0 && confidence < 1, FIT, "confidence", "between 0 and 1", confidence);
        return interval(parameter, freedom, 0.5 + confidence / 2);
    }

    /** What the R package usl prints as 95%: n - 1 degrees of freedom and the one-sided quantile, so it is too narrow. */
    public Interval packageInterval(int parameter) {
        return interval(parameter, workers.size() - 1, 0.95);
    }

    private Interval interval(int parameter, int degrees, double quantile) {
        double centre =
                switch (parameter) {
                    case 0 -> law.contentionFraction();
                    case 1 -> law.coherencyFraction();
                    case 2 -> law.oneWorkerThroughput();
                    default ->
                        throw new IllegalArgumentException(FIT + ": parameter must be 0, 1 or 2, got " + parameter);
                };
        double half = new TDistribution(degrees).inverseCumulativeProbability(quantile) * standardErrors.get(parameter);
        return new Interval(centre - half, centre + half);
    }

    /** Throughput by the law at the data's N. */
    public List<Double> fitted() {
        return workers.stream().map(law::throughput).toList();
    }

    /** Measured throughput per worker, as a share of one worker's. */
    public List<Double> efficiencyFractions() {
        return IntStream.range(0, workers.size())
                .mapToObj(i -> throughputs.get(i) / (law.oneWorkerThroughput() * workers.get(i)))
                .toList();
    }

    /** What keeps a reader from believing the parameters; empty when nothing does. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (law.coherencyFraction() < 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "beta = %.3e is below 0: unphysical; no peak follows from it, and nothing past N = %s should be read off",
                    law.coherencyFraction(),
                    workers.stream().max(Double::compare).orElseThrow()));
        }
        if (law.contentionFraction() < 0 || law.contentionFraction() > 1) {
            warnings.add(
                    String.format(Locale.ROOT, "alpha = %.4f is outside 0 to 1: unphysical", law.contentionFraction()));
        }
        if (law.physical()
                && law.peakWorkers() > 2 * workers.stream().max(Double::compare).orElseThrow()) {
            warnings.add(String.format(
                    Locale.ROOT, "the peak at N = %.0f lies more than twice past the data", law.peakWorkers()));
        }
        return warnings;
    }
}
