package clock2cloud.cluster.network;

/**
 * One direction of a cable, or a cable whose both directions share its bandwidth.
 *
 * <p>On a {@link Sharing#FATPIPE} the bandwidth bounds each flow by itself and is never shared.
 */
public final class Link {
    /** What flows on the same link do to each other. */
    public enum Sharing {
        SHARED,
        FATPIPE
    }

    private final String name;
    private final double bytesPerSecond;
    private final double latencySeconds;
    private final Sharing sharing;

    /** Place among the links of its platform. */
    int number = -1;

    public Link(String name, double bytesPerSecond, double latencySeconds, Sharing sharing) {
        require(bytesPerSecond > 0 && bytesPerSecond < Double.POSITIVE_INFINITY, name, "bandwidth", bytesPerSecond);
        require(latencySeconds >= 0 && latencySeconds < Double.POSITIVE_INFINITY, name, "latency", latencySeconds);
        this.name = name;
        this.bytesPerSecond = bytesPerSecond;
        this.latencySeconds = latencySeconds;
        this.sharing = sharing;
    }

    private static void require(boolean holds, String name, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException("link " + name + ": " + what + " is " + value + ", it must be "
                    + ("latency".equals(what) ? "zero or more" : "positive") + " and finite");
        }
    }

    public String name() {
        return name;
    }

    public double bytesPerSecond() {
        return bytesPerSecond;
    }

    public double latencySeconds() {
        return latencySeconds;
    }

    public Sharing sharing() {
        return sharing;
    }

    @Override
    public String toString() {
        return name;
    }
}
