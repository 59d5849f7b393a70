package clock2cloud.signal.logic;

import clock2cloud.signal.Domain;

/**
 * The delay of an inverter that drives four of its kind, from its gate's length: 0.36 to 0.5 ps a nanometre.
 *
 * <p>Ho, Mai and Horowitz, <i>Proc. IEEE</i> 89(4) 2001. 0.36 at a typical die, 0.5 with margin for the worst. A rule:
 * against published inverters of 35 nm to 800 nm its error is in the tests. Below about 20 nm gates hardly shrink and the
 * rule has no ground.
 */
public record FanoutOfFour(double gateMetres) {
    private static final double TYPICAL_SECONDS_PER_METRE = 0.36e-12 / 1e-9;
    private static final double WORST_SECONDS_PER_METRE = 0.5e-12 / 1e-9;

    public FanoutOfFour {
        Domain.require(
                gateMetres >= 1e-9 && gateMetres <= 1e-4,
                "FO4: gate length must be 1 nm to 100 um, got %s m",
                gateMetres);
    }

    public double typicalSeconds() {
        return TYPICAL_SECONDS_PER_METRE * gateMetres;
    }

    public double worstSeconds() {
        return WORST_SECONDS_PER_METRE * gateMetres;
    }
}
