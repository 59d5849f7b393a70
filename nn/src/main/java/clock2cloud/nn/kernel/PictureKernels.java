package clock2cloud.nn.kernel;

/**
 * The loops of convolution, pooling and dropout, on {@link Planes}: every value is 32 images wide. Every implementation
 * gives the same bits; {@link ScalarPictureKernels} is the definition.
 */
public interface PictureKernels {
    /**
     * Two half pixels of a convolution, {@value #SUMS} images each. {@code out(j) = bias(j) + Σᵢ weight(taps(2i), j) · in(inAt +
     * taps(2i + 1))} for {@code j < n}, the sum over {@code from ≤ i < to}, a chain of fused multiply-adds in order. The second lies
     * {@code inRight} and {@code outRight} further: the other images of the pixel, or the same images of another one.
     *
     * @param weights a panel's row is {@value Panels#WIDTH} outputs; panels are {@code weightStride} apart; taps name rows by
     *     where they begin in the first
     */
    void window(
            float[] weights,
            int weightAt,
            int weightStride,
            float[] bias,
            int biasAt,
            int[] taps,
            int from,
            int to,
            float[] in,
            int inAt,
            int inRight,
            float[] out,
            int outAt,
            int outRight,
            int n);

    /**
     * The gradient of a block of weights in {@value #SUMS} sums each, one an image of the half panel that a place names. For each
     * place {@code from ≤ q < to}, in order: {@code sum(i, j) += in(inAt + rows(row + i) + places(2q)) · slopes(slopesAt + 32 j +
     * places(2q + 1))}, {@code i < m, j < n}, both at most {@value #TILE}; there are {@value #TILE} {@code j} for each {@code i}.
     */
    void overlap(
            int[] rows,
            int row,
            float[] in,
            int inAt,
            float[] slopes,
            int slopesAt,
            int[] places,
            int from,
            int to,
            float[] sums,
            int sumsAt,
            int m,
            int n);

    /** Sums of a weight's gradient: so many images are added in vectors of any width up to this. */
    int SUMS = 16;

    /** Rows and columns of the largest block of weights in {@link #overlap}. */
    int TILE = 4;

    /** {@code sums += x}, {@code count} floats. */
    void add(float[] x, int at, float[] sums, int sumsAt, int count);

    /** {@code y ← max(y, x)}. */
    void larger(float[] x, int at, float[] y, int yAt, int count);

    /** {@code to = factor · from}. */
    void scale(float factor, float[] from, int fromAt, float[] to, int toAt, int count);

    /** Where {@code x = y}, {@code d} moves to {@code to} and zero is left; elsewhere {@code to} is zero. */
    void take(float[] x, int xAt, float[] y, int yAt, float[] d, int dAt, float[] to, int toAt, int count);

    /**
     * {@code to = grown · from}, but zero where a dice says so: {@link ScalarPictureKernels#dice} of the two seeds and the
     * place {@code cell + i} is below {@code threshold}, which is a share of 2²⁴.
     */
    void drop(
            int seed,
            int otherSeed,
            int cell,
            int threshold,
            float grown,
            float[] from,
            int fromAt,
            float[] to,
            int toAt,
            int count);

    /** The sum of {@value #SUMS} neighbours, halves upon halves, in place. */
    static float total(float[] sums, int at) {
        for (int half = SUMS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[at + i] += sums[at + half + i];
            }
        }
        return sums[at];
    }
}
