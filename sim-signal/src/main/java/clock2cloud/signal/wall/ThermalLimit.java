package clock2cloud.signal.wall;

import clock2cloud.signal.Domain;

/**
 * The heat that a package can carry off: {@code P = (Tj - Ta) / R}.
 *
 * <p>Air coolers have about 0.3 to 0.5 K/W from die to air. Weste and Harris (2010), section 7.3. Leaves out hot spots and
 * the leakage that grows with the heat.
 */
public record ThermalLimit(double junctionCelsius, double ambientCelsius, double kelvinPerWatt) {
    public ThermalLimit {
        Domain.require(
                junctionCelsius > ambientCelsius && ambientCelsius > -273.15 && junctionCelsius < 1000,
                "thermal limit: the junction (%s C) must be above ambient (%s C)",
                junctionCelsius,
                ambientCelsius);
        Domain.positive("thermal limit", "thermal resistance", kelvinPerWatt, "K/W");
    }

    public double watts() {
        return (junctionCelsius - ambientCelsius) / kelvinPerWatt;
    }

    public double wattsPerSquareMetre(double dieSquareMetres) {
        return watts() / Domain.positive("thermal limit", "die", dieSquareMetres, "m^2");
    }

    /** The highest clock of a chip that also leaks: {@code (P - leakage) / (a C V^2)}. */
    public double highestClockHertz(DynamicPower chip, LeakagePower leakage) {
        double left = watts() - leakage.watts();
        Domain.require(left > 0, "thermal limit: leakage of %s W alone passes %s W", leakage.watts(), watts());
        return chip.clockHertzAt(left);
    }
}
