package clock2cloud.spot.price;

import java.util.Arrays;

/** A price that holds from each change to the next, right-continuous, over [start, end) seconds. */
public final class PricePath {
    private final double[] seconds;
    private final double[] dollarsPerHour;
    private final int stretches;
    private final double endSeconds;

    /**
     * @param seconds times of change, strictly increasing; the first is the start
     * @param dollarsPerHour price from that time on
     * @param endSeconds where the record ends
     */
    public PricePath(double[] seconds, double[] dollarsPerHour, double endSeconds) {
        this(paired(seconds, dollarsPerHour), endSeconds, seconds.clone(), dollarsPerHour.clone());
    }

    /** Owns the arrays, of which it uses the first elements: a year of prices takes longer to copy than to draw. */
    private PricePath(int stretches, double endSeconds, double[] seconds, double... dollarsPerHour) {
        for (int i = 0; i < stretches; i++) {
            double next = i + 1 < stretches ? seconds[i + 1] : endSeconds;
            if (!(next > seconds[i])) {
                throw new IllegalArgumentException("price path: time " + next + " s must come after " + seconds[i]
                        + " s (change " + (i + 1) + ")");
            }
            if (!(dollarsPerHour[i] >= 0 && dollarsPerHour[i] < 1e9)) {
                throw new IllegalArgumentException(
                        "price path: price " + dollarsPerHour[i] + " $/h at " + seconds[i] + " s must be in [0, 1e9)");
            }
        }
        this.stretches = stretches;
        this.seconds = seconds;
        this.dollarsPerHour = dollarsPerHour;
        this.endSeconds = endSeconds;
    }

    private static int paired(double[] seconds, double... dollarsPerHour) {
        if (seconds.length == 0 || seconds.length != dollarsPerHour.length) {
            throw new IllegalArgumentException(
                    "price path: " + seconds.length + " times and " + dollarsPerHour.length + " prices must pair up");
        }
        return seconds.length;
    }

    /** One price a slot, from 0 on; equal neighbours become one stretch. */
    public static final class Slots {
        private final double slotSeconds;
        private double[] seconds;
        private double[] dollars;
        private int slots;
        private int changes;

        public Slots(double slotSeconds, int most) {
            this.slotSeconds = slotSeconds;
            seconds = new double[most];
            dollars = new double[most];
        }

        public void add(double dollarsPerHour) {
            if (changes == 0 || dollarsPerHour != dollars[changes - 1]) {
                seconds[changes] = slots * slotSeconds;
                dollars[changes++] = dollarsPerHour;
            }
            slots++;
        }

        /** The path; nothing is added afterwards. */
        public PricePath path() {
            if (changes < seconds.length / 2) {
                seconds = Arrays.copyOf(seconds, changes);
                dollars = Arrays.copyOf(dollars, changes);
            }
            if (changes == 0) {
                throw new IllegalArgumentException("price path: no slot has a price");
            }
            return new PricePath(changes, slots * slotSeconds, seconds, dollars);
        }
    }

    /** One price for a stretch of time. */
    public static PricePath constant(double dollarsPerHour, double durationSeconds) {
        return new PricePath(new double[] {0}, new double[] {dollarsPerHour}, durationSeconds);
    }

    /** Times of change. */
    public double[] seconds() {
        return Arrays.copyOf(seconds, stretches);
    }

    /** The price from each of them on. */
    public double[] dollarsPerHour() {
        return Arrays.copyOf(dollarsPerHour, stretches);
    }

    public double endSeconds() {
        return endSeconds;
    }

    public double startSeconds() {
        return seconds[0];
    }

    public double durationSeconds() {
        return endSeconds - seconds[0];
    }

    /** Number of stretches of constant price. */
    public int stretches() {
        return stretches;
    }

    public double startOf(int stretch) {
        return seconds[stretch];
    }

    public double endOf(int stretch) {
        return stretch + 1 < stretches ? seconds[stretch + 1] : endSeconds;
    }

    public double priceOf(int stretch) {
        return dollarsPerHour[stretch];
    }

    /** The stretch that holds a time; the first before the start, the last after the end. */
    public int stretchAt(double timeSeconds) {
        int found = Arrays.binarySearch(seconds, 0, stretches, timeSeconds);
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
        for (int i = 0; i < stretches; i++) {
            sum += dollarsPerHour[i] * (endOf(i) - seconds[i]);
        }
        return sum / durationSeconds();
    }

    public double maximum() {
        return Arrays.stream(dollarsPerHour, 0, stretches).max().orElseThrow();
    }

    public double minimum() {
        return Arrays.stream(dollarsPerHour, 0, stretches).min().orElseThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PricePath path
                && Arrays.equals(seconds, 0, stretches, path.seconds, 0, path.stretches)
                && Arrays.equals(dollarsPerHour, 0, stretches, path.dollarsPerHour, 0, path.stretches)
                && endSeconds == path.endSeconds;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(seconds()) * 31 + Arrays.hashCode(dollarsPerHour());
    }

    @Override
    public String toString() {
        return "PricePath[" + stretches + " changes over " + durationSeconds() + " s]";
    }
}
