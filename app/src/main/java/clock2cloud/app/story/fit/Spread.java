package clock2cloud.app.story.fit;

import java.util.Arrays;

/**
 * How some values scatter, and how much of that a straight line in the places that they were measured at takes away.
 *
 * @param mean of the values
 * @param aboutMean their variance about it
 * @param rest their variance about the line, by the degrees of freedom that it leaves
 * @param reach mean square distance of the places from their middle
 */
public record Spread(double mean, double aboutMean, double rest, double reach) {
    /** Of the reach a column, so that places on a line or a plane have one answer. */
    private static final double RIDGE = 1e-4;

    /** Of values at places. */
    public static Spread of(double[][] places, double[] values) {
        double[][] about = centred(places);
        double mean = Arrays.stream(values).average().orElse(0);
        double[] errors = Arrays.stream(values).map(value -> value - mean).toArray();
        double reach =
                Arrays.stream(about).mapToDouble(place -> dot(place, place)).sum();
        Cholesky line = new Cholesky(squares(about, RIDGE * reach / about[0].length));
        double[] slopes = line.solve(sum(about, errors));
        double left = 0;
        double free = values.length - 1;
        for (int r = 0; r < errors.length; r++) {
            double error = errors[r] - dot(about[r], slopes);
            left += error * error;
            free -= dot(about[r], line.solve(about[r]));
        }
        return new Spread(mean, dot(errors, errors) / (values.length - 1), left / free, reach / values.length);
    }

    private static double[][] centred(double[][] places) {
        double[] ones = new double[places.length];
        Arrays.fill(ones, 1.0 / places.length);
        double[] middle = sum(places, ones);
        double[][] about = new double[places.length][middle.length];
        for (int r = 0; r < about.length; r++) {
            for (int c = 0; c < middle.length; c++) {
                about[r][c] = places[r][c] - middle[c];
            }
        }
        return about;
    }

    private static double[] sum(double[][] rows, double[] weights) {
        double[] sum = new double[rows[0].length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < sum.length; c++) {
                sum[c] += weights[r] * rows[r][c];
            }
        }
        return sum;
    }

    private static double[][] squares(double[][] rows, double ridge) {
        int n = rows[0].length;
        double[][] squares = new double[n][n];
        for (int i = 0; i < n; i++) {
            squares[i][i] = ridge;
            for (double[] row : rows) {
                for (int j = 0; j < n; j++) {
                    squares[i][j] += row[i] * row[j];
                }
            }
        }
        return squares;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
