package clock2cloud.signal.circuit;

import clock2cloud.signal.sparse.ComplexLu;
import clock2cloud.signal.sparse.SparseLu;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A step of the three-stage Lobatto IIIA rule (order 4, Hairer and Wanner, "Solving Ordinary Differential Equations II",
 * 1996, table IV.5.7): like the trapezoidal rule it takes the slope from the beginning of the step, holds the equations
 * exactly at its end and keeps the energy of an LC tank, but it also looks at the middle. With {@code q = C x} and
 * {@code i = q'},
 *
 * <pre>
 * qm = q0 + h (5/24 i0 + 1/3 im - 1/24 i1)
 * q1 = q0 + h (1/6 i0 + 2/3 im + 1/6 i1)
 * </pre>
 *
 * The inverse of its matrix has the eigenvalue {@code 3 + i sqrt 3} with the left eigenvector {@code (-2 + 2i sqrt 3, 1)},
 * so that one complex solution {@code y = (-2 + 2i sqrt 3) xm + x1} holds both answers.
 */
final class LobattoStep {
    /** The error of one step is this share of {@code h^4 x''''}, which is more than its own {@code h^5}. */
    static final double ERROR_CONSTANT = 1.0 / 720;

    private static final double ROOT = Math.sqrt(3);

    private final Equations equations;
    private final LinearPart part;
    private final int size;
    private final Map<Double, ComplexLu> factors = new LinkedHashMap<>(16, 0.75f, true);
    private final double[] middleSources;
    private final double[] endSources;
    private final double[] complex;
    private final double[] middleCharge;
    private final double[] endCharge;
    final double[] middle;
    private ComplexLu[] last = new ComplexLu[0];
    private double lastStep = Double.NaN;
    private long factorisations;

    LobattoStep(Equations equations, LinearPart part) {
        this.equations = equations;
        this.part = part;
        size = equations.size;
        middleSources = new double[size + 1];
        endSources = new double[size + 1];
        complex = new double[2 * size];
        middleCharge = new double[size];
        endCharge = new double[size];
        middle = new double[size + 1];
    }

    long factorisations() {
        return factorisations;
    }

    /** The linear part has changed. */
    void forget() {
        factors.clear();
        lastStep = Double.NaN;
    }

    /** The answer after {@code h}, at {@code tEnd}, from charges and their slopes; {@link #middle} is that half-way. */
    void solve(double h, double tEnd, double[] charge, double[] amperes, double[] x) {
        Arrays.fill(middleSources, 0);
        Arrays.fill(endSources, 0);
        equations.addSources(tEnd - h / 2, 1, middleSources);
        equations.addSources(tEnd, 1, endSources);
        double inverse = 1 / h;
        for (int k = 0; k < size; k++) {
            double q = charge[k] * inverse;
            complex[2 * k] = endSources[k] - 2 * (middleSources[k] + amperes[k]) - 9 * q;
            complex[2 * k + 1] = ROOT * (2 * middleSources[k] + amperes[k] + 5 * q);
        }
        factored(h).solve(complex);
        for (int k = 0; k < size; k++) {
            double half = complex[2 * k + 1] / (2 * ROOT);
            middle[k] = half;
            x[k] = complex[2 * k] + 2 * half;
        }
    }

    /** Moves charges and slopes to the end of the step. */
    void accept(double h, double[] x, double[] charge, double[] amperes) {
        equations.charges(middle, middleCharge);
        equations.charges(x, endCharge);
        double four = 4 / h;
        for (int k = 0; k < size; k++) {
            amperes[k] += four * (endCharge[k] + charge[k] - 2 * middleCharge[k]);
            charge[k] = endCharge[k];
        }
    }

    private ComplexLu factored(double h) {
        if (h != lastStep) {
            ComplexLu lu = factors.get(h);
            if (lu == null) {
                lu = newFactors(h);
                factors.put(h, lu);
            }
            last = new ComplexLu[] {lu};
            lastStep = h;
        }
        return last[0];
    }

    private ComplexLu newFactors(double h) {
        factorisations++;
        Iterator<ComplexLu> any = factors.values().iterator();
        if (any.hasNext()) {
            ComplexLu oldest = any.next();
            boolean full = factors.size() > 2
                    && (factors.size() >= LinearSolver.MOST_KEPT
                            || (long) (factors.size() + 1) * oldest.entries() > LinearSolver.CACHE_ENTRIES);
            if (full) {
                any.remove();
            }
            ComplexLu lu = full ? oldest : oldest.twin();
            if (put(lu, h)) {
                return lu;
            }
        }
        SparseLu real = part.factored(part.at(3 / h, false));
        ComplexLu lu = real.complex();
        if (!put(lu, h)) {
            throw equations.refused(0, "stands in equations that cannot be solved at a step of " + h + " s");
        }
        return lu;
    }

    private boolean put(ComplexLu lu, double h) {
        return lu.factor(part.conductances(), equations.storage, 3 / h, ROOT / h);
    }
}
