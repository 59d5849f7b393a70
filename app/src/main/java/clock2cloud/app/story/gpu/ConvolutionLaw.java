package clock2cloud.app.story.gpu;

import clock2cloud.app.story.fit.NonNegativeLeastSquares;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.GraphicsProcessor.Generation;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Seconds of a step of a convolutional net on a GPU: t = h + Σ factor × (work by data sheet), after {@link ConvolutionTerms}.
 * With no anchor the factors are 1; every measured step pulls them, and a ridge holds those that it says nothing about.
 *
 * @param factors of the {@link #PARTS}
 */
public record ConvolutionLaw(List<Double> factors) {
    /** Parts in the order of the factors. */
    public static final List<String> PARTS = List.of(
            "host", "convolutions", "activations", "weights", "dense products", "feed", "filter transforms", "gaps");

    /**
     * Half the width of the 90% interval of a step on a generation that was never timed, as a logarithm: of three generations by
     * each other's factors nine in ten steps are within 0.41.
     */
    public static final double NEVER_SEEN_LOG = 0.5;

    private static final int HOST = 0;

    private static final int CONVOLUTIONS = 1;

    private static final int FEED = 5;

    /** Nothing measured: the data sheet as it stands. */
    public static final ConvolutionLaw BY_DATA_SHEET = new ConvolutionLaw(Collections.nCopies(PARTS.size(), 1.0));

    /** The host's part of a step, TensorFlow 2 of 2021. */
    static final double HOST_SECONDS = 0.00225;

    /** Shares of what large products reach where nothing is known: 50% in convolutions, 60% in dense layers. */
    private static final double CONVOLUTION_SHARE = 0.5;

    private static final double DENSE_SHARE = 0.6;

    /** How much a factor is held, relative to a row; the convolutions' own is held least. */
    private static final double HOLD = 0.15;

    /**
     * A step that was measured.
     *
     * @param whole with the host's part and the batch's way to the device; else the device's kernels alone
     */
    public record Anchor(ConvolutionTerms terms, double seconds, boolean whole) {}

    public ConvolutionLaw {
        factors = List.copyOf(factors);
    }

    /** The factors that measured steps ask for. */
    public static ConvolutionLaw fit(GraphicsProcessor device, List<Anchor> anchors) {
        int n = PARTS.size();
        double[][] a = new double[anchors.size() + n][n];
        double[] y = new double[anchors.size() + n];
        for (int r = 0; r < anchors.size(); r++) {
            double[] amounts = amounts(device, anchors.get(r).terms());
            for (int c = 0; c < n; c++) {
                boolean counts = anchors.get(r).whole() || c != HOST && c != FEED;
                a[r][c] = counts ? amounts[c] / anchors.get(r).seconds() : 0;
            }
            y[r] = 1;
        }
        for (int c = 0; c < n; c++) {
            double hold = c == CONVOLUTIONS ? HOLD / 3 : HOLD;
            a[anchors.size() + c][c] = hold;
            y[anchors.size() + c] = hold;
        }
        double[] x = NonNegativeLeastSquares.solve(a, y);
        return new ConvolutionLaw(Arrays.stream(x).boxed().toList());
    }

    private static double[] amounts(GraphicsProcessor device, ConvolutionTerms terms) {
        double memory = device.memoryBytesPerSecond();
        return new double[] {
            HOST_SECONDS,
            terms.convolutionFlops() / (CONVOLUTION_SHARE * device.productFlopsPerSecond()),
            terms.activationBytes() / memory,
            terms.weightBytes() / memory,
            terms.denseFlops() / (DENSE_SHARE * device.productFlopsPerSecond()),
            terms.inputBytes() / device.feedBytesPerSecond(),
            device.generation() == Generation.KEPLER ? terms.filterBytes() / memory : 0,
            terms.kernels() * device.gapSeconds()
        };
    }

    /** Seconds of a step by part. */
    public Map<String, Double> parts(GraphicsProcessor device, ConvolutionTerms terms) {
        double[] amounts = amounts(device, terms);
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < amounts.length; i++) {
            parts.put(PARTS.get(i), factors.get(i) * amounts[i]);
        }
        return parts;
    }

    /** Seconds that the device's kernels take, without the host and the batch's way to the device. */
    public double kernelSeconds(GraphicsProcessor device, ConvolutionTerms terms) {
        Map<String, Double> parts = parts(device, terms);
        return seconds(device, terms)
                - parts.getOrDefault(PARTS.get(HOST), 0.0)
                - parts.getOrDefault(PARTS.get(FEED), 0.0);
    }

    public double seconds(GraphicsProcessor device, ConvolutionTerms terms) {
        return parts(device, terms).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
