package clock2cloud.signal.bits;

import clock2cloud.signal.Domain;

/**
 * What the receiver adds: Gaussian noise on the voltage and Gaussian jitter on the moment it looks, both by their standard
 * deviation, new for every bit.
 */
public record Noise(double voltsRms, double jitterSecondsRms) {
    public static final Noise NONE = new Noise(0, 0);

    public Noise {
        Domain.notNegative("noise", "standard deviation", voltsRms, "V");
        Domain.notNegative("noise", "jitter", jitterSecondsRms, "s");
    }
}
