package clock2cloud.cluster;

/**
 * A link as two numbers: what a message costs at all, and what each byte costs.
 *
 * <p>t(n) = &alpha; + n / B. Source: R. Hockney, <i>The communication challenge for MPP</i>, Parallel Computing 20(3), 1994.
 * Leaves out everything that happens when messages meet; the simulated network has that.
 *
 * @param latencySeconds &alpha;, seconds from send to arrival of an empty message
 * @param bytesPerSecond B, the bandwidth
 */
public record AlphaBeta(double latencySeconds, double bytesPerSecond) {
    public AlphaBeta {
        Domain.notNegative("Link", "latencySeconds", latencySeconds);
        Domain.positive("Link", "bytesPerSecond", bytesPerSecond);
    }

    /** Time of one message. */
    public double seconds(double bytes) {
        Domain.notNegative("Link", "bytes", bytes);
        return latencySeconds + bytes / bytesPerSecond;
    }

    /** Size at which the message gets half of the bandwidth, &alpha; B. */
    public double halfBandwidthBytes() {
        return latencySeconds * bytesPerSecond;
    }
}
