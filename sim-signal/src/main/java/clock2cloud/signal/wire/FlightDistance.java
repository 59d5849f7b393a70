package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * How far a signal can fly in one clock: {@code d = c / (f sqrt(er))}.
 *
 * <p>No wire beats it. Relative permittivity 1 is vacuum, 3.9 silicon dioxide, 4.3 a circuit board. Jackson, <i>Classical
 * Electrodynamics</i> (1999), eq. 7.5 with magnetic permeability 1.
 */
public record FlightDistance(double clockHertz, double relativePermittivity) {
    public static final double LIGHT_METRES_PER_SECOND = 299_792_458.0;

    public FlightDistance {
        Domain.positive("flight distance", "clock", clockHertz, "Hz");
        Domain.require(
                relativePermittivity >= 1 && relativePermittivity < 1e6,
                "flight distance: relative permittivity must be 1 or more, got %s",
                relativePermittivity);
    }

    public static FlightDistance inVacuum(double clockHertz) {
        return new FlightDistance(clockHertz, 1);
    }

    public double speedMetresPerSecond() {
        return LIGHT_METRES_PER_SECOND / Math.sqrt(relativePermittivity);
    }

    public double metresPerClock() {
        return speedMetresPerSecond() / clockHertz;
    }

    /** There and back within one clock. */
    public double roundTripMetresPerClock() {
        return metresPerClock() / 2;
    }

    /** How long {@code metres} take. */
    public double flightSeconds(double metres) {
        return metres / speedMetresPerSecond();
    }
}
