package clock2cloud.nn.kernel;

/**
 * The loops that training spends its time in, on {@link Panels}. Every implementation gives the same bits: a sum over
 * {@code k} is one chain of fused multiply-adds from zero, in order, whatever the vector width, the tile or the number
 * of threads; {@link ScalarKernels} is the definition, and every other is compared with it.
 *
 * <p>Offsets ({@code …At}) count floats; {@code m, n ≤} what fits in the named panel. Rows of a panel are
 * {@value Panels#WIDTH} floats apart.
 */
public interface Kernels {
    /** What it runs on, for people. */
    String name();

    /** Floats in a vector. */
    int lanes();

    /**
     * {@code C = start + A B}: {@code C m×n, A m×k, B k×n}, B and C in one panel each; A is read along its rows, through as many
     * panels as {@code k} covers, {@code aStride} apart. {@code aAt} is the start of a row of a panel. Rows of the start are {@code
     * startRow} floats apart: none where each is the same, a bias; it may be C itself.
     */
    void multiplyRows(
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            float[] start,
            int startAt,
            int startRow,
            float[] c,
            int cAt,
            int m,
            int n,
            int k);

    /**
     * {@code C += scale · Aᵀ B}: {@code C m×n, A k×m, B k×n}; {@code aAt} is the start of a panel's row, and the panels that
     * {@code m} covers in A are {@code aStride} apart, those that {@code n} covers in B and C {@code bStride} and {@code cStride}.
     */
    void multiplyColumns(
            float scale,
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            float[] c,
            int cAt,
            int cStride,
            int m,
            int n,
            int k);

    /** {@code x ← f(x)} for {@code count} elements. */
    void activate(Activation activation, float[] x, int at, int count);

    /** {@code d ← d · f'(z)}, the derivative told from the activation's result {@code y = f(z)}. */
    void derive(Activation activation, float[] y, int yAt, float[] d, int dAt, int count);

    /** {@code x ← eˣ}, within 2 units in the last place; below −87 it is cut to about {@code 1.6e-38}, above 88 to {@code 1.7e38}. */
    void exp(float[] x, int at, int count);

    /** A block of at most 32 × 32: {@code to(j, i) = from(i, j)} for {@code i < m, j < n}. */
    void transpose(float[] from, int fromAt, float[] to, int toAt, int m, int n);

    /** {@code sum(j) += scale · Σᵢ c(i, j)} for {@code i < m}, a panel's 32 columns. */
    void addRows(float scale, float[] c, int cAt, int m, float[] sum, int sumAt);

    /** One image: unsigned bytes over 255, correctly rounded, into row after row of panels {@code toStride} apart. */
    void gather(byte[] from, int fromAt, float[] to, int toAt, int toStride, int features);

    /** {@code w ← keep · w − rate · g}, element by element: gradient descent with weight decay. */
    void descend(float keep, float rate, float[] g, int gAt, float[] w, int wAt, int count);

    /** The loops of pictures, on the same machine. */
    default PictureKernels pictures() {
        return new ScalarPictureKernels();
    }

    /**
     * Multiply-adds alone, {@code turns} rounds of independent sums that stay in registers: what the arithmetic could do if
     * nothing were fetched. Gives the operations done; {@code sums} holds at least {@value #SUMS} floats.
     */
    long multiplyAdds(float[] sums, int turns);

    /** The floats that {@link #multiplyAdds} adds to. */
    int SUMS = 256;
}
