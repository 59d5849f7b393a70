package clock2cloud.nn;

/**
 * A net held against labelled rows.
 *
 * @param loss mean cost of a row
 * @param confusion rows of class {@code i} that were called {@code j}
 */
public record Evaluation(double loss, int[][] confusion) {
    public int rows() {
        int rows = 0;
        for (int[] line : confusion) {
            for (int count : line) {
                rows += count;
            }
        }
        return rows;
    }

    public int right() {
        int right = 0;
        for (int i = 0; i < confusion.length; i++) {
            right += confusion[i][i];
        }
        return right;
    }

    /** The fraction that was called by its name. */
    public double accuracy() {
        return (double) right() / rows();
    }
}
