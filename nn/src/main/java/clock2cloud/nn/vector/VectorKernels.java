package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.vector.Lanes.LANES;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.PictureKernels;
import clock2cloud.nn.kernel.ScalarKernels;

/** {@link Kernels} over vectors of this machine's width; the loops that HotSpot vectorises by itself are the plain ones. */
public final class VectorKernels implements Kernels {
    /** Tiles of 8 rows by 2 vectors need 19 registers: AVX2 has 16, and gets 4 rows. */
    private static final int TALL = LANES == 8 ? 4 : 8;

    private static final int TILE_WIDTH = 2 * LANES;

    /** Rows, and a depth, that pay for having their panels fetched ahead of them. */
    private static final int MANY = 64;

    private static final int DEEP = 256;

    private final ScalarKernels plain = new ScalarKernels();

    /** Never read: what is fetched ahead must seem to be of use. */
    private float fetched;

    @Override
    public String name() {
        return "vectors of " + LANES + " floats";
    }

    @Override
    public int lanes() {
        return LANES;
    }

    /** The rows of A pass a panel of B while it is in a near cache. */
    @Override
    public void multiplyRows(
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
            int k) {
        int tallest = tallest(m, k);
        int ends = m - restOf(m, tallest);
        for (int j = 0; j < n; j += TILE_WIDTH) {
            if (m >= MANY && k >= DEEP) {
                fetched = Fetch.lines(b, bAt + j, k * WIDTH - j) + Fetch.lines(start, startAt + j, m * startRow - j);
            }
            for (int i = 0; i < m; ) {
                int rows = i < ends ? tallest : tall(m - i);
                int left = aAt + i * WIDTH;
                int from = startAt + j + i * startRow;
                rowTile(rows, a, left, aStride, b, bAt + j, start, from, startRow, c, cAt + j + i * WIDTH, k);
                i += rows;
            }
        }
    }

    /** The rows of most tiles: 8 where 12 or 10 are of no use, for HotSpot compiles one tile sooner than two. */
    private static int tallest(int m, int k) {
        if (TALL != 8 || (m < MANY ? m % TALL == 0 : k % TallRowTiles.LINE != 0)) {
            return TALL;
        }
        return m < MANY ? 10 : 12;
    }

    /** The fewest rows that must be left by tiles of so many rows, so that the rest are full tiles too. */
    private static int restOf(int m, int tallest) {
        for (int rest = m % tallest; rest <= m; rest += tallest) {
            if (rest % TALL == 0) {
                return rest;
            }
        }
        return m % tallest;
    }

    private static int tall(int rows) {
        return rows >= TALL ? TALL : Integer.highestOneBit(rows);
    }

    private static void rowTile(
            int rows,
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            float[] s,
            int sAt,
            int sRow,
            float[] c,
            int cAt,
            int k) {
        switch (rows) {
            case 12 -> TallRowTiles.rows12(a, aAt, aStride, b, bAt, s, sAt, sRow, c, cAt, k);
            case 10 -> TenRowTiles.rows10(a, aAt, aStride, b, bAt, s, sAt, sRow, c, cAt, k);
            case 8 -> RowTiles.rows8(a, aAt, aStride, b, bAt, s, sAt, sRow, c, cAt, k);
            case 4 -> RowTiles.rows4(a, aAt, aStride, b, bAt, s, sAt, sRow, c, cAt, k);
            case 2 -> RowTiles.rows2(a, aAt, aStride, b, bAt, s, sAt, sRow, c, cAt, k);
            default -> RowTiles.rows1(a, aAt, aStride, b, bAt, s, sAt, sRow, c, cAt, k);
        }
    }

    @Override
    public void multiplyColumns(
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
            int k) {
        for (int j = 0; j < n; j += TILE_WIDTH) {
            int from = bAt + j / WIDTH * bStride + j % WIDTH;
            int to = cAt + j / WIDTH * cStride + j % WIDTH;
            if (m >= MANY && k >= DEEP) {
                int before = j % WIDTH;
                fetched = Fetch.lines(b, from, k * WIDTH - before) + Fetch.lines(c, to, m * WIDTH - before);
            }
            for (int i = 0; i < m; i += tall(m - i)) {
                int left = aAt + i / WIDTH * aStride + i % WIDTH;
                columnTile(tall(m - i), scale, a, left, b, from, c, to + i * WIDTH, k);
            }
        }
    }

    private static void columnTile(
            int rows, float scale, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int k) {
        switch (rows) {
            case 8 -> ColumnTiles.rows8(scale, a, aAt, b, bAt, c, cAt, k);
            case 4 -> ColumnTiles.rows4(scale, a, aAt, b, bAt, c, cAt, k);
            case 2 -> ColumnTiles.rows2(scale, a, aAt, b, bAt, c, cAt, k);
            default -> ColumnTiles.rows1(scale, a, aAt, b, bAt, c, cAt, k);
        }
    }

    @Override
    public void activate(Activation activation, float[] x, int at, int count) {
        switch (activation) {
            case SIGMOID -> Exponentials.sigmoid(x, at, count);
            case TANH -> Exponentials.tanh(x, at, count);
            case RELU -> Slopes.relu(x, at, count);
            default -> plain.activate(activation, x, at, count);
        }
    }

    @Override
    public void derive(Activation activation, float[] y, int yAt, float[] d, int dAt, int count) {
        Slopes.derive(activation, y, yAt, d, dAt, count);
    }

    @Override
    public void exp(float[] x, int at, int count) {
        Exponentials.exp(x, at, count);
    }

    @Override
    public void transpose(float[] from, int fromAt, float[] to, int toAt, int m, int n) {
        Turning.transpose(from, fromAt, to, toAt, m, n);
    }

    @Override
    public void addRows(float scale, float[] c, int cAt, int m, float[] sum, int sumAt) {
        plain.addRows(scale, c, cAt, m, sum, sumAt);
    }

    @Override
    public void gather(byte[] from, int fromAt, float[] to, int toAt, int toStride, int features) {
        Pixels.gather(from, fromAt, to, toAt, toStride, features);
    }

    @Override
    public void descend(float keep, float rate, float[] g, int gAt, float[] w, int wAt, int count) {
        plain.descend(keep, rate, g, gAt, w, wAt, count);
    }

    @Override
    public PictureKernels pictures() {
        return new VectorPictureKernels();
    }

    @Override
    public long multiplyAdds(float[] sums, int turns) {
        return MultiplyAdds.run(sums, turns);
    }
}
