package clock2cloud.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The fast loops over pictures give the bits of the plain ones. */
class PictureKernelsPropertiesTest {
    private static final PictureKernels PLAIN = new ScalarPictureKernels();
    private static final PictureKernels FAST = FastKernels.here().pictures();
    private static final int SIZE = 4096;

    private static float[] noise(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        float[] noise = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            noise[i] = dice.nextInt(8) == 0 ? 0f : (float) dice.nextDouble(-1, 1);
        }
        return noise;
    }

    private static int[] places(int count, int most, long seed) {
        return new SplittableRandom(seed).ints(count, 0, most).map(i -> i * 32).toArray();
    }

    @Property(tries = 100)
    void windowsAreTheSame(
            @ForAll @IntRange(min = 1, max = 70) int n,
            @ForAll @IntRange(max = 40) int count,
            @ForAll @IntRange(max = 9) int right,
            @ForAll long seed) {
        int[] taps = places(2 * count, 32, seed);
        float[] x = noise(seed);
        float[][] out = {noise(4), noise(4)};
        for (int i = 0; i < 2; i++) {
            (i == 0 ? PLAIN : FAST)
                    .window(
                            noise(1),
                            3,
                            1024,
                            noise(2),
                            5,
                            taps,
                            count / 3,
                            count,
                            x,
                            64,
                            16 * right,
                            out[i],
                            32,
                            16,
                            n);
        }
        assertArrayEquals(out[0], out[1]);
    }

    @Property(tries = 100)
    void overlapsAreTheSame(
            @ForAll @IntRange(min = 1, max = 4) int m,
            @ForAll @IntRange(min = 1, max = 4) int n,
            @ForAll @IntRange(max = 40) int count,
            @ForAll long seed) {
        int[] rows = places(9, 32, seed);
        int[] places = places(2 * count, 32, seed + 1);
        float[][] sums = {noise(3), noise(3)};
        for (int i = 0; i < 2; i++) {
            (i == 0 ? PLAIN : FAST)
                    .overlap(rows, 5, noise(1), 32, noise(seed), 64, places, count / 3, count, sums[i], 32, m, n);
        }
        assertArrayEquals(sums[0], sums[1]);
    }

    @Property(tries = 50)
    void passesAreTheSame(@ForAll @IntRange(min = 1, max = 40) int pixels, @ForAll long seed) {
        int count = 32 * pixels;
        float[][] y = {noise(seed), noise(seed)};
        float[][] d = {noise(5), noise(5)};
        float[][] to = {new float[SIZE], new float[SIZE]};
        for (int i = 0; i < 2; i++) {
            PictureKernels kernels = i == 0 ? PLAIN : FAST;
            float[] x = noise(seed + 1);
            kernels.larger(x, 64, y[i], 32, count);
            kernels.take(x, 64, y[i], 32, d[i], 96, to[i], 0, count);
            kernels.add(x, 32, to[i], 64, count);
            kernels.scale(0.3f, to[i], 0, y[i], 64, count);
            kernels.drop((int) seed, 77, 5, 1 << 23, 2f, y[i], 0, d[i], 32, count);
        }
        assertArrayEquals(y[0], y[1]);
        assertArrayEquals(d[0], d[1]);
        assertArrayEquals(to[0], to[1]);
    }

    /** Of 2²⁰ places a quarter within 4 standard errors, {@code 4 √(0.25 · 0.75 / 2²⁰) = 0.0017}; neighbours are independent. */
    @Test
    void theDiceAreFair() {
        int hits = 0;
        int pairs = 0;
        boolean before = false;
        for (int cell = 0; cell < 1 << 20; cell++) {
            boolean hit = ScalarPictureKernels.dice(12_345, -99, cell) < 1 << 22;
            hits += hit ? 1 : 0;
            pairs += hit && before ? 1 : 0;
            before = hit;
        }
        assertEquals(0.25, hits / (double) (1 << 20), 0.0017);
        assertEquals(0.0625, pairs / (double) (1 << 20), 0.001);
    }

    /** 1 to 16 sum to 136; halves upon halves is exact here. */
    @Test
    void sumsAreAddedUp() {
        float[] sums = new float[PictureKernels.SUMS + 4];
        for (int i = 0; i < PictureKernels.SUMS; i++) {
            sums[4 + i] = i + 1;
        }
        assertTrue(PictureKernels.total(sums, 4) == 136f);
    }
}
