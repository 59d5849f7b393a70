package clock2cloud.app.story.forecast;

import clock2cloud.app.story.fit.NormalBelief;
import clock2cloud.app.story.fit.Spread;
import java.util.List;

/**
 * How far a machine may be from what was forecast of it, as standard deviations of logarithms. A step with the shares w of its
 * parts is off by c + Σ (wₚ − w̄ₚ) dₚ + e: what all steps have in common, what comes of another mix of parts than the usual w̄, and
 * what is the step's own. The mix counts from w̄, since factors that were fitted to one sum err against each other.
 *
 * @param common of c
 * @param parts of each dₚ
 * @param rest of e
 */
record Doubt(double common, double parts, double rest) {
    /** Of devices by data sheet and the factors of another generation: {@link Transfers#doubt()}, in two digits. */
    static final Doubt NEVER_SEEN = new Doubt(0.17, 0.37, 0.16);

    /** What is believed of the logarithms of the parts' factors before anything is measured. */
    NormalBelief belief(double[] usual) {
        int n = usual.length;
        double squares = 0;
        for (double share : usual) {
            squares += share * share;
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double apart = (i == j ? 1 : 0) - usual[i] - usual[j] + squares;
                covariance[i][j] = common * common + parts * parts * apart;
            }
        }
        return NormalBelief.of(covariance);
    }

    /** What machines that were timed tell: the means of the variances of each. */
    static Doubt of(List<Spread> machines) {
        double rest = machines.stream().mapToDouble(Spread::rest).average().orElse(0);
        double within =
                machines.stream().mapToDouble(Spread::aboutMean).average().orElse(0);
        double reach = machines.stream().mapToDouble(Spread::reach).average().orElse(1);
        return new Doubt(
                Math.sqrt(machines.stream()
                        .mapToDouble(spread -> spread.mean() * spread.mean())
                        .average()
                        .orElse(0)),
                Math.sqrt(Math.max(0, within - rest) / reach),
                Math.sqrt(rest));
    }

    /** Half way between two, in variance. */
    Doubt and(Doubt other) {
        return new Doubt(half(common, other.common()), half(parts, other.parts()), half(rest, other.rest()));
    }

    private static double half(double a, double b) {
        return Math.sqrt((a * a + b * b) / 2);
    }
}
