package clock2cloud.cluster.network;

import clock2cloud.cluster.Contention;
import java.util.Optional;

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
    private final Optional<Contention> contention;

    /** Place among the links of its platform. */
    int number = -1;

    public Link(String name, double bytesPerSecond, double latencySeconds, Sharing sharing) {
        this(name, bytesPerSecond, latencySeconds, sharing, Optional.empty());
    }

    /** @param contention what flows that share the link take away from it; not on a fat pipe, which nobody shares */
    public Link(
            String name,
            double bytesPerSecond,
            double latencySeconds,
            Sharing sharing,
            Optional<Contention> contention) {
        require(bytesPerSecond > 0 && bytesPerSecond < Double.POSITIVE_INFINITY, name, "bandwidth", bytesPerSecond);
        require(latencySeconds >= 0 && latencySeconds < Double.POSITIVE_INFINITY, name, "latency", latencySeconds);
        this.name = name;
        this.bytesPerSecond = bytesPerSecond;
        this.latencySeconds = latencySeconds;
        this.sharing = sharing;
        this.contention = contention;
        if (contention.isPresent() && sharing == Sharing.FATPIPE) {
            throw new IllegalArgumentException("link " + name + ": nobody shares a fat pipe, so flows cannot slow it");
        }
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

    /** What flows that share it take away from it. */
    public Optional<Contention> contention() {
        return contention;
    }

    /** What so many flows, at least one, share. */
    double bytesPerSecond(int flows) {
        try {
            return bytesPerSecond
                    * contention.map(law -> law.leftFraction(flows)).orElse(1.0);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("link " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
