package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;
import org.apache.commons.math3.complex.Complex;

/**
 * A distributed RLC line between a driver's resistance and a load's capacitance, by inverting its transfer function.
 *
 * <p>{@code H = 1 / ((1 + s Rd CL) cosh q + (Rd / Z0 + s CL Z0) sinh q)}, {@code q = sqrt((R + sL) sC)}, {@code Z0 =
 * sqrt((R + sL) / sC)}. Nothing arrives before {@code sqrt(LC)}. Accurate to 1e-6 away from a wavefront; a jump of an
 * ideal driver into an open end is blurred over a hundredth of the time that has passed.
 */
public record LossyLine(double driverOhms, double ohms, double henries, double farads, double loadFarads)
        implements StepResponse {
    public LossyLine {
        Domain.notNegative("RLC line", "driver resistance", driverOhms, "ohm");
        Domain.positive("RLC line", "resistance", ohms, "ohm");
        Domain.positive("RLC line", "inductance", henries, "henry");
        Domain.positive("RLC line", "capacitance", farads, "farad");
        Domain.notNegative("RLC line", "load capacitance", loadFarads, "farad");
    }

    /** The wave's time of flight, {@code sqrt(LC)}. */
    public double flightSeconds() {
        return Math.sqrt(henries * farads);
    }

    public double impedanceOhms() {
        return Math.sqrt(henries / farads);
    }

    @Override
    public double at(double seconds) {
        double flight = flightSeconds();
        double after = seconds - flight;
        if (after <= 0) {
            return 0;
        }
        int terms = 100 + (int) Math.min(2000, 40 * after / flight);
        return InverseLaplace.at(s -> transferWithoutFlight(s).divide(s), after, terms);
    }

    @Override
    public double accuracy() {
        return 1e-6;
    }

    private Complex transferWithoutFlight(Complex s) {
        Complex series = s.multiply(henries).add(ohms);
        Complex shunt = s.multiply(farads);
        Complex q = series.multiply(shunt).sqrt();
        Complex impedance = series.divide(shunt).sqrt();
        Complex cosh = s.multiply(driverOhms * loadFarads).add(1);
        Complex sinh = impedance
                .reciprocal()
                .multiply(driverOhms)
                .add(s.multiply(loadFarads).multiply(impedance));
        Complex echo = q.multiply(-2).exp();
        Complex delay = s.multiply(flightSeconds()).subtract(q).exp();
        return delay.multiply(2).divide(cosh.add(sinh).add(cosh.subtract(sinh).multiply(echo)));
    }

    /** Time to first reach {@code fraction} of the final value. */
    public double delaySeconds(double fraction) {
        double elmore = driverOhms * (farads + loadFarads) + ohms * (farads / 2 + loadFarads);
        return delaySeconds(fraction, Math.max(elmore, flightSeconds()));
    }
}
