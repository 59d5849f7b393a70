package clock2cloud.app;

/**
 * One line of the trust ledger: what a model was compared with, how far off it was, and the error that we claim it stays
 * under.
 *
 * @param floor signal, cluster, vm, spot, nn or story
 * @param comparedWith the source, with its version and licence where it has one
 * @param range over what the comparison was made
 * @param n the number of comparisons
 * @param meanErrorFraction mean absolute relative error
 * @param maxErrorFraction largest absolute relative error
 * @param boundFraction the claimed bound
 * @param boundOn whether the bound is on the largest error or on the mean
 */
public record TrustLine(
        String floor,
        String model,
        String comparedWith,
        String range,
        int n,
        double meanErrorFraction,
        double maxErrorFraction,
        double boundFraction,
        Bound boundOn) {
    /** What a claim is about. */
    public enum Bound {
        MAX,
        MEAN
    }

    /** A claim on the largest error. */
    public TrustLine(
            String floor,
            String model,
            String comparedWith,
            String range,
            int n,
            double meanErrorFraction,
            double maxErrorFraction,
            double boundFraction) {
        this(floor, model, comparedWith, range, n, meanErrorFraction, maxErrorFraction, boundFraction, Bound.MAX);
    }

    public boolean holds() {
        return (boundOn == Bound.MAX ? maxErrorFraction : meanErrorFraction) <= boundFraction;
    }

    /** The line for pairs of modelled and true values, with a claim on the mean of the relative errors. */
    public static TrustLine ofMean(
            String floor,
            String model,
            String comparedWith,
            String range,
            double[] modelled,
            double[] actual,
            double boundFraction) {
        TrustLine line = of(floor, model, comparedWith, range, modelled, actual, boundFraction);
        return new TrustLine(
                floor,
                model,
                comparedWith,
                range,
                line.n,
                line.meanErrorFraction,
                line.maxErrorFraction,
                boundFraction,
                Bound.MEAN);
    }

    /** The line for pairs of modelled and true values, with errors relative to the true ones. */
    public static TrustLine of(
            String floor,
            String model,
            String comparedWith,
            String range,
            double[] modelled,
            double[] actual,
            double boundFraction) {
        double sum = 0;
        double max = 0;
        for (int i = 0; i < modelled.length; i++) {
            double scale = actual[i] == 0 ? 1 : Math.abs(actual[i]);
            double error = Math.abs(modelled[i] - actual[i]) / scale;
            sum += error;
            max = Math.max(max, error);
        }
        return new TrustLine(
                floor, model, comparedWith, range, modelled.length, sum / modelled.length, max, boundFraction);
    }
}
