package clock2cloud.app.story.host;

import java.util.List;

/**
 * Intervals from held-out errors: the (n + 1) p-th smallest of |log error| / expected deviation, times the expected deviation of the
 * new net, holds with probability p, whatever the errors' distribution (Papadopoulos, Vovk, Gammerman 2002, normalised split
 * conformal prediction).
 */
final class Conformal {
    private Conformal() {}

    /** The factor for a probability; errors over all numbers of threads, as they are normalised. */
    static double factor(List<Calibration.HeldOut> errors, double probability) {
        double[] scores =
                errors.stream().mapToDouble(Calibration.HeldOut::score).sorted().toArray();
        if (scores.length == 0) {
            return 2;
        }
        int rank = (int) Math.ceil((scores.length + 1) * probability);
        return scores[Math.min(scores.length, rank) - 1];
    }
}
