package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * A wire's cross-section and what it makes of a metre: {@code r = rho / (w t)}, {@code c} given.
 *
 * <p>An open end is half up after {@code 0.3787 r c L^2} (exact for the distributed line), so the reach within a clock
 * grows only with the square root of the period. Leaves out grain-boundary scattering and barrier layers, which raise rho
 * in thin wires.
 */
public record WireGeometry(
        double widthMetres, double thicknessMetres, double resistivityOhmMetres, double faradsPerMetre) {
    public WireGeometry {
        Domain.positive("wire", "width", widthMetres, "m");
        Domain.positive("wire", "thickness", thicknessMetres, "m");
        Domain.positive("wire", "resistivity", resistivityOhmMetres, "ohm m");
        Domain.positive("wire", "capacitance per metre", faradsPerMetre, "F/m");
    }

    public double ohmsPerMetre() {
        return resistivityOhmMetres / (widthMetres * thicknessMetres);
    }

    /** The wire alone, its end open: time to half swing. */
    public double delaySeconds(double lengthMetres) {
        return DrivenLine.OPEN_HALF_DELAY * ohmsPerMetre() * faradsPerMetre * lengthMetres * lengthMetres;
    }

    /** The longest wire whose open end is half up within one clock. */
    public double reachMetres(double clockHertz) {
        return Math.sqrt(1 / (clockHertz * DrivenLine.OPEN_HALF_DELAY * ohmsPerMetre() * faradsPerMetre));
    }

    /** The highest clock whose period covers the half-swing delay of {@code lengthMetres}. */
    public double highestClockHertz(double lengthMetres) {
        return 1 / delaySeconds(Domain.positive("wire", "length", lengthMetres, "m"));
    }

    public double ohms(double lengthMetres) {
        return ohmsPerMetre() * lengthMetres;
    }

    public double farads(double lengthMetres) {
        return faradsPerMetre * lengthMetres;
    }
}
