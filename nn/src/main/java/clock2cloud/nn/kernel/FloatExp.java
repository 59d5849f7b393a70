package clock2cloud.nn.kernel;

/**
 * {@code eˣ} in float32: {@code x = n ln 2 + r}, {@code |r| ≤ ½ ln 2}, Moshier's polynomial of degree 7 in {@code r}, times
 * {@code 2ⁿ}. The same steps, fused multiply-add for multiply-add, run in a vector's lanes, so that both give the same
 * bits. Within 2 units in the last place on {@code [−87, 88]}; outside it the argument is cut to that range.
 *
 * <p>Follows Cody and Waite, <i>Software Manual for the Elementary Functions</i> (1980), for the reduction, and the
 * coefficients of Moshier's Cephes library (1992).
 */
public final class FloatExp {
    public static final float LOW = -87f;
    public static final float HIGH = 88f;
    public static final float LOG2_E = 0x1.715476p0f;
    /** Adding it rounds a float below 2²² to an integer that its low bits hold. */
    public static final float ROUNDER = 0x1.8p23f;

    public static final float LN2_HIGH = 0x1.62e4p-1f;
    public static final float LN2_LOW = 0x1.7f7d1cp-20f;
    public static final float C2 = 0x1.p-1f;
    public static final float C3 = 0x1.5555540p-3f;
    public static final float C4 = 0x1.5553820p-5f;
    public static final float C5 = 0x1.1112100p-7f;
    public static final float C6 = 0x1.6e879c0p-10f;
    public static final float C7 = 0x1.a0d2ce0p-13f;

    private FloatExp() {}

    public static float exp(float x) {
        float cut = Math.max(LOW, Math.min(HIGH, x));
        float shifted = Math.fma(cut, LOG2_E, ROUNDER);
        float n = shifted - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, cut));
        float p = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(C7, r, C6), r, C5), r, C4), r, C3), r, C2);
        float e = Math.fma(Math.fma(p, r, 1f), r, 1f);
        return e * Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + 127) << 23);
    }

    /** {@code 1 / (1 + e⁻ˣ)}, within 2e-7. */
    public static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }

    /** {@code tanh x = 1 − 2 / (1 + e²ˣ)}, within 2e-7. */
    public static float tanh(float x) {
        return 1f - 2f / (1f + exp(x + x));
    }
}
