package clock2cloud.signal.sparse;

/** Four neighbouring columns of L with the same entries below, worked off at once. */
final class FourColumns {
    private FourColumns() {}

    /** Takes columns j to j + 3 of L off {@code x}, each times what is left in its row by then. */
    static void subtract(Triangles at, double[] l, int j, double[] x) {
        int[] rows = at.lRows;
        int a = at.lStarts[j];
        int b = at.lStarts[j + 1];
        int c = at.lStarts[j + 2];
        int d = at.lStarts[j + 3];
        int count = at.lStarts[j + 4] - d;
        double v0 = x[j];
        double v1 = Math.fma(-l[a], v0, x[j + 1]);
        double v2 = Math.fma(-l[b], v1, Math.fma(-l[a + 1], v0, x[j + 2]));
        double v3 = Math.fma(-l[c], v2, Math.fma(-l[b + 1], v1, Math.fma(-l[a + 2], v0, x[j + 3])));
        x[j + 1] = v1;
        x[j + 2] = v2;
        x[j + 3] = v3;
        a += 3;
        b += 2;
        c += 1;
        for (int q = 0; q < count; q++) {
            int row = rows[d + q];
            double first = Math.fma(-l[b + q], v1, Math.fma(-l[a + q], v0, x[row]));
            x[row] = first - Math.fma(l[d + q], v3, l[c + q] * v2);
        }
    }
}
