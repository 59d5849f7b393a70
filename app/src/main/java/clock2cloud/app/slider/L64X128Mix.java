package clock2cloud.app.slider;

import java.util.random.RandomGenerator;

/**
 * The JDK's {@code L64X128MixRandom} in plain arithmetic, for places that have no {@code RandomGeneratorFactory}: the same
 * numbers from the same seed.
 *
 * <p>Steele and Vigna, <i>LXM: better splittable pseudorandom number generators (and almost as fast)</i>, OOPSLA 2021. Only
 * {@code nextLong} and {@code nextDouble} are used.
 */
public final class L64X128Mix implements RandomGenerator {
    private static final long SILVER = 0x6A09E667F3BCC909L;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long MULTIPLIER = 0xD1342543DE82EF95L;

    private long state;
    private long x0;
    private long x1;

    public L64X128Mix(long seed) {
        long mixed = seed ^ SILVER;
        state = 1;
        x0 = stafford(mixed);
        x1 = stafford(mixed + GOLDEN);
        addend = murmur(mixed) | 1;
    }

    private final long addend;

    @Override
    public long nextLong() {
        long result = lea(state + x0);
        state = MULTIPLIER * state + addend;
        long q0 = x0;
        long q1 = x1 ^ q0;
        q0 = Long.rotateLeft(q0, 24) ^ q1 ^ (q1 << 16);
        x0 = q0;
        x1 = Long.rotateLeft(q1, 37);
        return result;
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    private static long stafford(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long murmur(long value) {
        long z = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return z ^ (z >>> 33);
    }

    private static long lea(long value) {
        long z = (value ^ (value >>> 32)) * 0xDABA0B6EB09322E3L;
        z = (z ^ (z >>> 32)) * 0xDABA0B6EB09322E3L;
        return z ^ (z >>> 32);
    }
}
