package clock2cloud.signal.bits;

import java.util.ArrayList;
import java.util.List;

/** The error rate at every moment at which the receiver might look: high at the bit's edges, low in the eye. */
public record Bathtub(List<Point> points) {
    public Bathtub {
        points = List.copyOf(points);
    }

    /** One moment, in bits after the bit's start. */
    public record Point(double samplePhase, double errorProbability) {}

    /** {@code steps} moments a bit over one bit on either side of the receiver's phase. */
    public static Bathtub of(Link link, Noise noise, int steps) {
        ErrorRate rate = new ErrorRate(link, noise);
        List<Point> points = new ArrayList<>();
        double centre = link.receiver().samplePhase();
        for (int i = -steps; i <= steps; i++) {
            double phase = centre + (double) i / steps;
            if (phase > 0) {
                points.add(new Point(phase, rate.probability(phase)));
            }
        }
        return new Bathtub(points);
    }

    /** The part of a bit over which the rate is at most {@code probability}. */
    public double widthBits(double probability) {
        double width = 0;
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).errorProbability() <= probability
                    && points.get(i - 1).errorProbability() <= probability) {
                width += points.get(i).samplePhase() - points.get(i - 1).samplePhase();
            }
        }
        return width;
    }

    public Point best() {
        Point best = points.get(0);
        for (Point point : points) {
            if (point.errorProbability() < best.errorProbability()) {
                best = point;
            }
        }
        return best;
    }
}
