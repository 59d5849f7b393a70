package clock2cloud.app.chart;

/** Pushes sorted positions apart. */
final class Spread {
    private Spread() {}

    /**
     * Positions at least {@code gap} apart, in the order given, inside {@code [low, high]} when they fit, each group centred on
     * what it wanted (pool adjacent violators).
     */
    static double[] apart(double[] wanted, double gap, double low, double high) {
        int n = wanted.length;
        double[] centre = new double[n];
        int[] size = new int[n];
        int groups = 0;
        for (int i = 0; i < n; i++) {
            centre[groups] = wanted[i];
            size[groups] = 1;
            groups++;
            while (groups > 1 && overlap(centre, size, groups, gap)) {
                int a = size[groups - 2];
                int b = size[groups - 1];
                centre[groups - 2] = (centre[groups - 2] * a + centre[groups - 1] * b) / (a + b);
                size[groups - 2] = a + b;
                groups--;
            }
        }
        double[] placed = new double[n];
        int at = 0;
        for (int group = 0; group < groups; group++) {
            for (int k = 0; k < size[group]; k++) {
                placed[at++] = centre[group] + (k - (size[group] - 1) / 2.0) * gap;
            }
        }
        return inside(placed, gap, low, high);
    }

    private static boolean overlap(double[] centre, int[] size, int groups, double gap) {
        double upper = centre[groups - 2] + size[groups - 2] * gap / 2;
        double lower = centre[groups - 1] - size[groups - 1] * gap / 2;
        return upper > lower;
    }

    private static double[] inside(double[] placed, double gap, double low, double high) {
        for (int i = placed.length - 1; i >= 0; i--) {
            placed[i] = Math.min(placed[i], high - (placed.length - 1 - i) * gap);
        }
        for (int i = 0; i < placed.length; i++) {
            placed[i] = Math.max(placed[i], low + i * gap);
        }
        return placed;
    }
}
