package clock2cloud.nn;

import java.util.random.RandomGenerator;

/** SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every JDK, and a state that can be written down. */
final class SplitMix implements RandomGenerator {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /** The stream that belongs to one cause (shuffle of epoch 3, weights of layer 2) of a run with this seed. */
    SplitMix(long seed, long cause) {
        this.state = mix(seed + GOLDEN * (cause + 1));
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }

    /** A normal deviate by Box and Muller (1958), from {@code StrictMath}: the same bits everywhere. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
    }
}
