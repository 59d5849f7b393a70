package clock2cloud.signal.sparse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The sparse factors against elimination on the full matrix. */
class SparseLuPropertiesTest {
    /** Which unknowns are neighbours. */
    enum Shape {
        CHAIN,
        TREE,
        MESH,
        CROWD
    }

    private static SparsePattern.Builder neighbours(Shape shape, int n, Random random) {
        SparsePattern.Builder entries = new SparsePattern.Builder(n);
        int[] name = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = name[i];
            name[i] = name[j];
            name[j] = held;
        }
        int side = (int) Math.ceil(Math.sqrt(n));
        for (int i = 0; i < n; i++) {
            entries.add(i, i);
        }
        for (int i = 1; i < n; i++) {
            switch (shape) {
                case CHAIN -> link(entries, name[i], name[i - 1]);
                case TREE -> link(entries, name[i], name[random.nextInt(i)]);
                case MESH -> {
                    if (i % side > 0) {
                        link(entries, name[i], name[i - 1]);
                    }
                    if (i >= side) {
                        link(entries, name[i], name[i - side]);
                    }
                }
                case CROWD -> {
                    link(entries, name[i], name[random.nextInt(i)]);
                    link(entries, name[i], name[random.nextInt(i)]);
                }
            }
        }
        return entries;
    }

    private static void link(SparsePattern.Builder entries, int a, int b) {
        entries.add(a, b);
        entries.add(b, a);
    }

    /** Each diagonal outweighs its row and its column; symmetric if wanted. */
    private static double[] values(SparsePattern a, boolean symmetric, Random random) {
        int n = a.size();
        double[] values = new double[a.entries() + 1];
        double[] sum = new double[n];
        for (int j = 0; j < n; j++) {
            for (int p = a.starts()[j]; p < a.starts()[j + 1]; p++) {
                int i = a.rows()[p];
                long pair = (long) Math.min(i, j) * n + Math.max(i, j);
                values[p] = symmetric ? -1 - (pair % 7) : -1 - random.nextInt(7);
                sum[i] += 8;
                sum[j] += 8;
            }
        }
        for (int j = 0; j < n; j++) {
            for (int p = a.starts()[j]; p < a.starts()[j + 1]; p++) {
                if (a.rows()[p] == j) {
                    values[p] = sum[j] + random.nextDouble();
                }
            }
        }
        return values;
    }

    private static double[] dense(SparsePattern a, double[] values, double[] b) {
        int n = a.size();
        double[][] m = new double[n][n + 1];
        for (int j = 0; j < n; j++) {
            for (int p = a.starts()[j]; p < a.starts()[j + 1]; p++) {
                m[a.rows()[p]][j] = values[p];
            }
            m[j][n] = b[j];
        }
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double share = m[i][k] / m[k][k];
                for (int j = k; share != 0 && j <= n; j++) {
                    m[i][j] -= share * m[k][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double left = m[i][n];
            for (int j = i + 1; j < n; j++) {
                left -= m[i][j] * x[j];
            }
            x[i] = left / m[i][i];
        }
        return x;
    }

    private static void holds(SparseLu lu, SparsePattern a, double[] values, Random random) {
        double[] b = random.doubles(a.size(), -1, 1).toArray();
        double[] kept = b.clone();
        double[] x = new double[a.size() + 1];
        lu.solve(b, x);
        double[] expected = dense(a, values, b);
        for (int i = 0; i < a.size(); i++) {
            assertEquals(expected[i], x[i], 1e-13, "unknown " + i);
        }
        assertTrue(Arrays.equals(kept, b), "the right side is kept");
    }

    @Property(tries = 60)
    void solvesAsTheFullMatrixDoes(
            @ForAll Shape shape,
            @ForAll @IntRange(min = 1, max = 90) int n,
            @ForAll boolean symmetric,
            @ForAll int seed) {
        Random random = new Random(seed);
        SparsePattern a = neighbours(shape, n, random).compress().pattern();
        double[] values = values(a, symmetric, random);
        SparseLu lu = SparseLu.factor(
                a, values, SparseLu.order(a, IntStream.range(0, n).toArray()));
        holds(lu, a, values, random);
        SparseLu twin = lu.twin();
        double[] others = values(a, !symmetric, random);
        assertTrue(twin.refactor(others));
        holds(twin, a, others, random);
        holds(lu, a, values, random);
    }

    @Property(tries = 60)
    void changedColumnsAreFactoredAgainWithAllThatTheyReach(
            @ForAll Shape shape, @ForAll @IntRange(min = 2, max = 60) int n, @ForAll int seed) {
        Random random = new Random(seed);
        SparsePattern a = neighbours(shape, n, random).compress().pattern();
        double[] values = values(a, false, random);
        SparseLu lu = SparseLu.factor(
                a, values, SparseLu.order(a, IntStream.range(0, n).toArray()));
        int column = random.nextInt(n);
        for (int p = a.starts()[column]; p < a.starts()[column + 1]; p++) {
            values[p] *= 0.5 + random.nextDouble();
        }
        assertTrue(lu.refactor(values, new int[] {column}, 1));
        holds(lu, a, values, random);
    }
}
