package clock2cloud.signal.wall;

import clock2cloud.signal.Domain;
import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** A straight line through the binary logarithms of values by year (least squares): how fast something doubles. */
public record ExponentialFit(double doublingsPerYear, double log2AtZero, double r2, int points) {

    /** One measured value in a (fractional) year. */
    public record Point(double year, double value) {}

    /** Fits the points with {@code from <= year < to}. */
    public static ExponentialFit of(List<Point> points, double from, double to) {
        SimpleRegression line = new SimpleRegression();
        for (Point point : points) {
            if (point.year() >= from && point.year() < to) {
                line.addData(point.year(), Math.log(point.value()) / Math.log(2));
            }
        }
        Domain.require(line.getN() >= 3, "fit: needs at least 3 points from %s to %s, has %d", from, to, line.getN());
        return new ExponentialFit(line.getSlope(), line.getIntercept(), line.getRSquare(), (int) line.getN());
    }

    public double doublingYears() {
        return 1 / doublingsPerYear;
    }

    public double at(double year) {
        return Math.pow(2, log2AtZero + doublingsPerYear * year);
    }
}
