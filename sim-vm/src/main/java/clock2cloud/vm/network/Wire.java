package clock2cloud.vm.network;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;

/**
 * A link between hosts.
 *
 * @param shared whether all that cross it divide its bandwidth; each has all of it otherwise, as in a switch's back plane
 */
public record Wire(String name, double bytesPerSecond, double latencySeconds, boolean shared) {
    public Wire {
        positive(bytesPerSecond, "wire " + name + ": bandwidth", "bytes/s");
        notNegative(latencySeconds, "wire " + name + ": latency", "s");
    }

    /** One whose bandwidth is divided. */
    public static Wire of(String name, double bytesPerSecond, double latencySeconds) {
        return new Wire(name, bytesPerSecond, latencySeconds, true);
    }
}
