package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * Repeaters per metre, as cache designers write it: size {@code sqrt(r0 c / (r cin))}, spacing
 * {@code sqrt(2 r0 (cout + cin) / (r c))}, delay a metre {@code 0.693 tc / spacing}.
 *
 * <p>{@code tc = r0 (cin + cout) + r0 c L / h + r L h cin + r c L^2 / 2}. CACTI 7, wire.cc: the same physics as {@link
 * BakogluRepeaters}, with one half for 0.4 and the gate's output capacitance counted.
 */
public record RepeaterSpacing(
        double ohmsPerMetre, double faradsPerMetre, double gateOhms, double inputFarads, double outputFarads) {
    public RepeaterSpacing {
        Domain.positive("repeater spacing", "resistance per metre", ohmsPerMetre, "ohm/m");
        Domain.positive("repeater spacing", "capacitance per metre", faradsPerMetre, "F/m");
        Domain.positive("repeater spacing", "gate resistance", gateOhms, "ohm");
        Domain.positive("repeater spacing", "input capacitance", inputFarads, "farad");
        Domain.notNegative("repeater spacing", "output capacitance", outputFarads, "farad");
    }

    public double size() {
        return Math.sqrt(gateOhms * faradsPerMetre / (ohmsPerMetre * inputFarads));
    }

    public double spacingMetres() {
        return Math.sqrt(2 * gateOhms * (outputFarads + inputFarads) / (ohmsPerMetre * faradsPerMetre));
    }

    public double delaySecondsPerMetre() {
        double metres = spacingMetres();
        double seconds = gateOhms * (inputFarads + outputFarads)
                + gateOhms / size() * faradsPerMetre * metres
                + ohmsPerMetre * metres * size() * inputFarads
                + 0.5 * ohmsPerMetre * faradsPerMetre * metres * metres;
        return Math.log(2) * seconds / metres;
    }
}
