package clock2cloud.spot.price;

import java.util.Arrays;

/**
 * A price that holds from each change to the next, right-continuous, over [start, end) seconds.
 *
 * @param seconds times of change, strictly increasing; the first is the start
 * @param dollarsPerHour price from that time on
 * @param endSeconds where the record ends
 */
@SuppressWarnings("ArrayRecordComponent") // copied in, never handed out for writing by this package
public record PricePath(double[] seconds, double[] dollarsPerHour, double endSeconds) {
    public PricePath {
        seconds = seconds.clone();
        dollarsPerHour = dollarsPerHour.clone();
        if (seconds.length == 0 || seconds.length != dollarsPerHour.length) {
            throw new IllegalArgumentException(
                    "price path: " + seconds.length + " times and " + dollarsPerHour.length + " prices must pair up");
        }
        for (int i = 0; i < seconds.length; i++) {
            double next = i + 1 < seconds.length ? seconds[i + 1] : endSeconds;
            if (!(next > seconds[i])) {
                throw new IllegalArgumentException("price path: time " + next + " s must come after " + seconds[i]
                        + " s (change " + (i + 1) + ")");
            }
            if (!(dollarsPerHour[i] >= 0 && dollarsPerHour[i] < 1e9)) {
                throw new IllegalArgumentException(
                        "price path: price " + dollarsPerHour[i] + " $/h at " + seconds[i] + " s must be in [0, 1e9)");
            }
        }
    }

    /** One price for a stretch of time. */
    public static PricePath constant(double dollarsPerHour, double durationSeconds) {
        return new PricePath(new double[] {0}, new double[] {dollarsPerHour}, durationSeconds);
    }

    public double startSeconds() {
        return seconds[0];
    }

    public double durationSeconds() {
        return endSeconds - seconds[0];
    }

    /** Number of stretches of constant price. */
    public int stretches() {
        return seconds.length;
    }

    public double startOf(int stretch) {
        return seconds[stretch];
    }

    public double endOf(int stretch) {
        return stretch + 1 < seconds.length ? seconds[stretch + 1] : endSeconds;
    }

    public double priceOf(int stretch) {
        return dollarsPerHour[stretch];
    }

    /** The stretch that holds a time; the first before the start, the last after the end. */
    public int stretchAt(double timeSeconds) {
        int found = Arrays.binarySearch(seconds, timeSeconds);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    public double at(double timeSeconds) {
        return dollarsPerHour[stretchAt(timeSeconds)];
    }

    /** The prices of a stretch of this path's time, on a clock that starts with it. */
    public PricePath between(double from, double to) {
        int first = stretchAt(from);
        int count = stretchAt(Math.nextDown(to)) - first + 1;
        double[] times = new double[count];
        for (int i = 1; i < count; i++) {
            times[i] = seconds[first + i] - from;
        }
        return new PricePath(times, Arrays.copyOfRange(dollarsPerHour, first, first + count), to - from);
    }

    /** Time mean of the price, dollars per hour. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < seconds.length; i++) {
            sum += dollarsPerHour[i] * (endOf(i) - seconds[i]);
        }
        return sum / durationSeconds();
    }

    public double maximum() {
        return Arrays.stream(dollarsPerHour).max().orElseThrow();
    }

    public double minimum() {
        return Arrays.stream(dollarsPerHour).min().orElseThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PricePath path
                && Arrays.equals(seconds, path.seconds)
                && Arrays.equals(dollarsPerHour, path.dollarsPerHour)
                && endSeconds == path.endSeconds;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(seconds) * 31 + Arrays.hashCode(dollarsPerHour);
    }

    @Override
    public String toString() {
        return "PricePath[" + seconds.length + " changes over " + durationSeconds() + " s]";
    }
}
