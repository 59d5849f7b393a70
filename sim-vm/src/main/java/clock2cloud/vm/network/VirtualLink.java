package clock2cloud.vm.network;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;

/**
 * The wire between a guest and its host.
 *
 * @param roundTripSeconds guest to host and back, with its exits
 * @param bytesPerSecond bandwidth of the guest's share
 */
public record VirtualLink(double roundTripSeconds, double bytesPerSecond) {
    public VirtualLink {
        notNegative(roundTripSeconds, "virtual link: round trip", "s");
        positive(bytesPerSecond, "virtual link: bandwidth", "bytes/s");
    }

    /**
     * A forwarded port: one connection set up in a round trip and a half, then the slower of the wire and one window per
     * round trip.
     */
    public double forwardedPortSeconds(double bytes, double windowBytes) {
        notNegative(bytes, "forwarded port: payload", "bytes");
        positive(windowBytes, "forwarded port: window", "bytes");
        double window = roundTripSeconds == 0 ? Double.POSITIVE_INFINITY : windowBytes / roundTripSeconds;
        return 1.5 * roundTripSeconds + bytes / Math.min(bytesPerSecond, window);
    }

    /**
     * A shared folder: every file costs its open, stat and close, every chunk a round trip, nothing is in flight
     * meanwhile. That is why many small files are slow.
     *
     * @param chunkBytes largest read or write of the protocol
     */
    public double sharedFolderSeconds(int files, double bytes, double chunkBytes) {
        notNegative(files, "shared folder: files", "");
        notNegative(bytes, "shared folder: payload", "bytes");
        positive(chunkBytes, "shared folder: chunk", "bytes");
        double chunks = Math.max(files, Math.ceil(bytes / chunkBytes));
        return (3.0 * files + chunks) * roundTripSeconds + bytes / bytesPerSecond;
    }
}
