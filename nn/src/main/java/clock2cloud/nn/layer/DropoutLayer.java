package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;

/**
 * In training each value is dropped with probability {@code fraction}, and the others grow by {@code 1 / (1 − fraction)};
 * else nothing happens. Srivastava and others (2014). Which are dropped follows from seed, step and place alone, so that
 * any number of threads and a resumed run drop the same.
 */
public final class DropoutLayer implements Layer {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final double fraction;
    private final long seed;
    private final Signal in;
    private final Signal out;
    private final Kernels kernels;

    public DropoutLayer(double fraction, long seed, Signal in, Signal out, Kernels kernels) {
        this.fraction = fraction;
        this.seed = seed;
        this.in = in;
        this.out = out;
        this.kernels = kernels;
    }

    @Override
    public void forward(StepState state, Share share) {
        thin(state, share, in.values(), out.values());
    }

    @Override
    public void inputGradient(StepState state, Share share) {
        thin(state, share, out.slopes(), in.slopes());
        in.finishSlopes(kernels, share.from(state.rows()) * in.spots(), share.to(state.rows()) * in.spots());
    }

    private void thin(StepState state, Share share, Panels from, Panels to) {
        float grown = state.training() ? (float) (1 / (1 - fraction)) : 1f;
        double dropped = state.training() ? fraction : 0;
        for (int p = 0; p < from.panels(); p++) {
            for (int row = share.from(state.rows()) * in.spots(); row < share.to(state.rows()) * in.spots(); row++) {
                int at = from.at(p, row);
                int toAt = to.at(p, row);
                long cell = ((long) row * from.panels() + p) * WIDTH;
                for (int c = 0; c < WIDTH; c++) {
                    boolean kept = dropped == 0 || dice(state.step(), cell + c) >= dropped;
                    to.values()[toAt + c] = kept ? grown * from.values()[at + c] : 0f;
                }
            }
        }
    }

    /** A fraction from 0 to 1 that looks random: SplitMix64 of the place. */
    private double dice(long step, long cell) {
        long z = mix(mix(seed + STEP * step) + STEP * cell);
        return (z >>> 11) * 0x1.0p-53;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
