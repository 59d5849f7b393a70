package clock2cloud.app.story.host;

import clock2cloud.app.story.fit.Surface;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Panels;
import java.util.Arrays;

/**
 * What the additive base charges a part for, each with a coefficient that the calibration finds: a call, the flops, the flops in whole
 * tiles on the busiest worker, edges and packing, bytes, which cost more once the working set leaves a cache, and those that another worker wrote.
 *
 * <p>A dense product on T workers is {@code t = c₀ + c₁ flops/T + c₂ tiles/T + c₃ bytes (+ more per byte past L2, past L3)}; the
 * residual surface over (m, n, k, working set) takes what is left.
 */
final class PartLaw {
    private static final int TILE = Panels.WIDTH;
    private static final int ROWS_OF_UNIT = 8;
    private static final int SQUARE = 16;
    private static final double LINE_BYTES = 64;
    private static final int FILTERS = 8;
    private static final int LEAST = 4;
    private static final double DEEPEST = 512;

    /** Where a worker's part of the working set leaves its second cache, and all of it the third: from all inside to all outside. */
    private static final double[] PAST_L2 = {5e5, 3e6};

    private static final double[] PAST_L3 = {1.2e7, 5e7};

    private PartLaw() {}

    /** {@code doubt} is how many times the variance of the other samples it has. */
    static Surface.Sample sample(StepPart part, Crew crew, double seconds, double doubt) {
        return new Surface.Sample(features(part, crew), position(part, crew), seconds, doubt);
    }

    static double[] features(StepPart part, Crew crew) {
        double[] alone = features(part, crew.threads());
        return crew.threads() == 1 ? alone : with(alone, crew.distance(), crew.distance() * part.crossing());
    }

    private static double[] features(StepPart part, int threads) {
        double m = part.m();
        double n = part.n();
        double t = threads;
        return switch (part.kind()) {
            case GATHER -> gather(part, t, m / t);
            case GATHER_BY_EACH -> gather(part, t, m);
            case PICTURE_GATHER -> with(gather(part, t, m / t), images(part) * n / t);
            case FLATTEN, FLATTEN_GRADIENT, DROPOUT, DROPOUT_GRADIENT ->
                moved(part, t, images(part) * n / t, m * n / t, m / t);
            case PICTURE_DROPOUT, PICTURE_DROPOUT_GRADIENT ->
                moved(part, t, images(part) * m * n / t, images(part) * m / t, 0);
            case POOLING, POOLING_GRADIENT -> pooling(part, threads);
            case CONVOLUTION, CONVOLUTION_GRADIENT, CONVOLUTION_UPDATE -> convolution(part, threads);
            case COST -> moved(part, t, m * whole(part.n()) / t, m * n / t, m / t);
            case END -> throw new IllegalArgumentException("the wait at the end belongs to the updates");
            case FORWARD -> product(part, Math.ceil(m / ROWS_OF_UNIT) * tiles(part.n()), m * whole(part.n()), threads);
            case INPUT_GRADIENT, INPUT_GRADIENT_TURNED -> product(part, tiles(part.n()), whole(part.m()) * n, threads);
            case WEIGHT_UPDATE -> product(part, tiles(part.m()) * tiles(part.n()), m * whole(part.n()), threads);
        };
    }

    /** A call, cells, which cost more past the caches, as the call does that finds its own lines gone, and two more terms. */
    private static double[] moved(StepPart part, double threads, double cells, double second, double third) {
        double pastL2 = pastL2(part.workingSetBytes() / threads);
        double pastL3 = pastL3(part.workingSetBytes());
        return new double[] {1, pastL2, pastL3, cells, cells * pastL2, cells * pastL3, second, third};
    }

    /** Rows of a data set's bytes, each from another place: lines of it that no cache holds, and pixels that fill no vector. */
    private static double[] gather(StepPart part, double threads, double rows) {
        double lines = rows * Math.ceil(part.n() / LINE_BYTES);
        double source = MadeUpImages.bytes(part.n());
        return with(
                moved(part, threads, rows * part.n(), rows, rows * (part.n() % SQUARE)),
                lines * pastL2(source),
                lines * pastL3(source));
    }

    /** Images lie side by side, so many in a vector. */
    static double images(StepPart part) {
        return whole(part.batch());
    }

    private static double[] pooling(StepPart part, int threads) {
        double cells = images(part) * part.m() * part.n() / threads;
        return moved(part, threads, cells * part.k(), cells, 0);
    }

    /** Multiply-adds, as they are and as the tiles take them, cells made, cells read, and the sums of every weight. */
    private static double[] convolution(StepPart part, int threads) {
        double pixels = part.m() / (double) threads;
        double cells = images(part) * pixels;
        double window = part.k();
        double out = part.n();
        boolean update = part.kind() == StepPart.Kind.CONVOLUTION_UPDATE;
        double halves = Math.ceil(part.batch() / (double) SQUARE) * SQUARE * pixels;
        return new double[] {
            1,
            cells * window * out,
            halves * (update ? overlaps(part.k(), part.n()) : window * filters(part.n())),
            cells * window,
            cells * out,
            halves * out,
            cells * Math.sqrt(window * out),
            window * out
        };
    }

    /** Filters are summed 8, 6, 4, 2 and 1 at a time, and fewer than four take as long as four: sums wait for the one before. */
    private static double filters(int count) {
        int rest = count % FILTERS;
        int six = rest >= 6 ? 6 : 0;
        return count - rest + six + LEAST * Integer.bitCount(rest - six);
    }

    /** Sums of a weight gradient are made 4 by 4; narrower tiles wait for the sum before, as those of four filters do. */
    private static double overlaps(int rows, int filters) {
        double sum = 0;
        for (int c = filters; c > 0; c -= Math.min(LEAST, Integer.highestOneBit(c))) {
            int wide = Math.min(LEAST, Integer.highestOneBit(c));
            sum += rows / LEAST * Math.max(LEAST * wide, 2 * LEAST) + rows % LEAST * 2 * LEAST;
        }
        return sum;
    }

    /** {@code units} are what workers share; the busiest one has a whole number of them; {@code area} is what the tiles cover. */
    private static double[] product(StepPart part, double units, double area, int threads) {
        double busiest = Math.ceil(units / threads) / units;
        double k = part.k();
        double outputs = whole(part.n());
        boolean update = part.kind() == StepPart.Kind.WEIGHT_UPDATE;
        double weights = update ? whole(part.m()) * outputs : outputs * k;
        double operands = update ? (part.m() + (double) part.n()) * k : part.m() * k;
        double pastL2 = pastL2(part.workingSetBytes() / threads);
        double pastL3 = pastL3(part.workingSetBytes());
        Activation f = part.activation();
        double cells = area * busiest;
        return with(
                ends(part, busiest),
                1,
                part.m() * (double) part.n() * k * busiest,
                cells * k,
                whole(part.m()) * outputs * k * busiest,
                cells,
                weights / threads,
                weights * pastL2,
                weights * pastL3,
                operands,
                operands * pastL2,
                operands * pastL3,
                cells * pastL2,
                cells * pastL3,
                units * busiest,
                f == Activation.RELU ? cells : 0,
                f == Activation.SIGMOID ? cells : 0,
                f == Activation.TANH ? cells : 0);
    }

    /**
     * What comes after the sums. An input gradient is turned in squares of 16 × 16 and the rest cell by cell, once or twice, and takes the
     * slope of the activation; an update sums the slopes for the bias, and fetches the weights once for every 512 rows.
     */
    private static double[] ends(StepPart part, double busiest) {
        double m = part.m();
        double n = part.n();
        double squares = (m - m % SQUARE) * (n - n % SQUARE) * busiest;
        double ragged = m * n * busiest - squares;
        return switch (part.kind()) {
            case INPUT_GRADIENT -> new double[] {squares, ragged, m * whole(part.n()) * busiest};
            case INPUT_GRADIENT_TURNED -> new double[] {2 * squares, 2 * ragged, m * whole(part.n()) * busiest};
            case WEIGHT_UPDATE ->
                new double[] {
                    part.k() * whole(part.n()) * busiest, m * whole(part.n()) * Math.ceil(part.k() / DEEPEST) * busiest
                };
            default -> new double[0];
        };
    }

    private static double[] with(double[] more, double... features) {
        double[] all = Arrays.copyOf(features, features.length + more.length);
        System.arraycopy(more, 0, all, features.length, more.length);
        return all;
    }

    static double past(double[] from, double bytes) {
        double part = Math.log(bytes / from[0]) / Math.log(from[1] / from[0]);
        return Math.max(0, Math.min(1, part));
    }

    static double pastL2(double bytes) {
        return past(PAST_L2, bytes);
    }

    static double pastL3(double bytes) {
        return past(PAST_L3, bytes);
    }

    private static double tiles(int count) {
        return Math.ceil(count / (double) TILE);
    }

    private static double whole(int count) {
        return tiles(count) * TILE;
    }

    static double[] position(StepPart part, Crew crew) {
        double[] shape = position(part);
        return crew.threads() == 1 ? shape : with(new double[] {log2(crew.distance()) / 2}, shape);
    }

    private static double[] position(StepPart part) {
        if (part.ofPictures()) {
            return new double[] {log2(images(part)) / 2, log2(part.m()) / 2, log2(part.n()), log2(part.k()), 0};
        }
        if (part.k() == 0) {
            return new double[] {log2(part.m()), log2(part.n()), log2(part.workingSetBytes()) / 2};
        }
        double rows = part.kind() == StepPart.Kind.FORWARD ? part.m() : whole(part.m());
        return new double[] {log2(rows), log2(whole(part.n())), log2(part.k()), log2(part.workingSetBytes()) / 2};
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
