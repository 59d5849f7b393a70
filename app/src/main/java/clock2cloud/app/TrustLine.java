package clock2cloud.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 * @param boundFraction the claimed bound; for coverage the nominal one, which may be missed by five points either way
 * @param boundOn whether the bound is on the largest error, on the mean, on the coverage, or on nothing
 * @param biasFraction mean signed relative error: forecast less measured
 * @param coverageFraction of the 90% intervals: how many of the true values they hold; {@code coverage80Fraction} of the 80% ones
 * @param noiseFraction mean error that the measurements themselves have
 * @param noise why there is no such figure, or what stands in its place
 * @param baselines what simpler models miss by, on the same rows
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
        Bound boundOn,
        Optional<Double> biasFraction,
        Optional<Double> coverageFraction,
        Optional<Double> coverage80Fraction,
        Optional<Double> noiseFraction,
        Optional<String> noise,
        List<Baseline> baselines) {
    /** What a claim is about. */
    public enum Bound {
        MAX,
        MEAN,
        COVERAGE,
        /** Shown, not claimed. */
        NONE
    }

    /** A simpler model and its mean error on the same rows. */
    public record Baseline(String name, double meanErrorFraction) {}

    /** Mean absolute value of a normal variable, in standard deviations: √(2/π). */
    public static final double MEAN_ABSOLUTE = 0.798;

    private static final double COVERAGE_SLACK = 0.05;

    /** A claim on intervals below it is one on the 80% ones. */
    private static final double WIDE = 0.85;

    public TrustLine {
        baselines = List.copyOf(baselines);
    }

    /** A claim with nothing but its error. */
    public TrustLine(
            String floor,
            String model,
            String comparedWith,
            String range,
            int n,
            double meanErrorFraction,
            double maxErrorFraction,
            double boundFraction,
            Bound boundOn) {
        this(
                floor,
                model,
                comparedWith,
                range,
                n,
                meanErrorFraction,
                maxErrorFraction,
                boundFraction,
                boundOn,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
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
        return switch (boundOn) {
            case MAX -> maxErrorFraction <= boundFraction;
            case MEAN -> meanErrorFraction <= boundFraction;
            case COVERAGE ->
                (boundFraction < WIDE ? coverage80Fraction : coverageFraction)
                        .filter(held -> Math.abs(held - boundFraction) <= COVERAGE_SLACK)
                        .isPresent();
            case NONE -> true;
        };
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
        return of(floor, model, comparedWith, range, modelled, actual, boundFraction)
                .bounded(Bound.MEAN, boundFraction);
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
        double signed = 0;
        double max = 0;
        for (int i = 0; i < modelled.length; i++) {
            double scale = actual[i] == 0 ? 1 : Math.abs(actual[i]);
            double error = (modelled[i] - actual[i]) / scale;
            sum += Math.abs(error);
            signed += error;
            max = Math.max(max, Math.abs(error));
        }
        int n = modelled.length;
        return new TrustLine(
                floor,
                model,
                comparedWith,
                range,
                n,
                sum / n,
                max,
                boundFraction,
                Bound.MAX,
                Optional.of(signed / n),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same comparison with another claim. */
    public TrustLine bounded(Bound on, double bound) {
        return with(model, bound, on, coverageFraction, coverage80Fraction, noiseFraction, noise, baselines);
    }

    /** The same comparison under another name. */
    public TrustLine renamed(String name) {
        return with(
                name, boundFraction, boundOn, coverageFraction, coverage80Fraction, noiseFraction, noise, baselines);
    }

    /** With the share of true values that the 90% intervals hold, and the 80% ones where they are known. */
    public TrustLine withCoverage(double of90, Optional<Double> of80) {
        return with(model, boundFraction, boundOn, Optional.of(of90), of80, noiseFraction, noise, baselines);
    }

    /** With intervals of so much above and below the logarithm of the modelled values, for 90% and 80%. */
    public TrustLine withIntervals(double[] modelled, double[] actual, double log90, double log80) {
        return withCoverage(held(modelled, actual, log90), Optional.of(held(modelled, actual, log80)));
    }

    private static double held(double[] modelled, double[] actual, double log) {
        int held = 0;
        for (int i = 0; i < actual.length; i++) {
            held += Math.abs(Math.log(modelled[i] / actual[i])) <= log ? 1 : 0;
        }
        return held / (double) actual.length;
    }

    /** With the mean error that the measurements themselves have. */
    public TrustLine withNoise(double fraction) {
        return with(
                model,
                boundFraction,
                boundOn,
                coverageFraction,
                coverage80Fraction,
                Optional.of(fraction),
                noise,
                baselines);
    }

    /** With no such error: both sides are computed, and come out the same each time. */
    public TrustLine computed() {
        return withNoise("none: computed");
    }

    /** With that error unknown: nothing was timed twice. */
    public TrustLine timedOnce() {
        return withNoise("one timing");
    }

    /** With the error of a mean of random runs, by its relative standard error. */
    public TrustLine withStandardError(double fraction) {
        return withNoise(MEAN_ABSOLUTE * fraction);
    }

    /** With what can be said of that error in words. */
    public TrustLine withNoise(String words) {
        return with(
                model,
                boundFraction,
                boundOn,
                coverageFraction,
                coverage80Fraction,
                noiseFraction,
                Optional.of(words),
                baselines);
    }

    /** With a simpler model's mean error on the same rows. */
    public TrustLine withBaseline(String name, double error) {
        List<Baseline> more = new ArrayList<>(baselines);
        more.add(new Baseline(name, error));
        return with(model, boundFraction, boundOn, coverageFraction, coverage80Fraction, noiseFraction, noise, more);
    }

    private TrustLine with(
            String name,
            double bound,
            Bound on,
            Optional<Double> coverage,
            Optional<Double> coverage80,
            Optional<Double> noiseFloor,
            Optional<String> noiseWords,
            List<Baseline> simpler) {
        return new TrustLine(
                floor,
                name,
                comparedWith,
                range,
                n,
                meanErrorFraction,
                maxErrorFraction,
                bound,
                on,
                biasFraction,
                coverage,
                coverage80,
                noiseFloor,
                noiseWords,
                simpler);
    }
}
