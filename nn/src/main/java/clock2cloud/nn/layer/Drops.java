package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.PictureKernels;

/**
 * In training each value is dropped with probability {@code fraction}, and the others grow by {@code 1 / (1 − fraction)};
 * else nothing happens. Srivastava and others (2014). Which are dropped follows from seed, step and place alone, so that
 * any number of threads and a resumed run drop the same.
 */
record Drops(double fraction, long seed) {
    private static final long STEP = 0x9e3779b97f4a7c15L;
    private static final int SHARES = 1 << 24;

    /** Thins {@code count} neighbours, the first of which is the {@code cell}-th of its signal. */
    void thin(
            PictureKernels kernels,
            StepState state,
            int cell,
            float[] from,
            int fromAt,
            float[] to,
            int toAt,
            int count) {
        if (!state.training() || fraction == 0) {
            System.arraycopy(from, fromAt, to, toAt, count);
            return;
        }
        long dice = mix(seed + STEP * state.step());
        float grown = (float) (1 / (1 - fraction));
        int threshold = (int) Math.round(fraction * SHARES);
        kernels.drop((int) dice, (int) (dice >>> 32), cell, threshold, grown, from, fromAt, to, toAt, count);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
