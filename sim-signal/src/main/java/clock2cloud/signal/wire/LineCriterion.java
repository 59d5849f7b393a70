package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * When a wire must be treated as a transmission line: its edge is shorter than two flights and its resistance is under
 * twice its impedance.
 *
 * <p>Deutsch et al., <i>IBM J. R&amp;D</i> 34(4) 1990; Ismail, Friedman and Neves, <i>IEEE TVLSI</i> 7(4) 1999.
 */
public record LineCriterion(double riseSeconds, double flightSeconds, double ohms, double impedanceOhms) {
    public LineCriterion {
        Domain.notNegative("line criterion", "rise time", riseSeconds, "s");
        Domain.positive("line criterion", "time of flight", flightSeconds, "s");
        Domain.notNegative("line criterion", "resistance", ohms, "ohm");
        Domain.positive("line criterion", "impedance", impedanceOhms, "ohm");
    }

    public double longestRiseSeconds() {
        return 2 * flightSeconds;
    }

    public boolean inductanceMatters() {
        return riseSeconds < longestRiseSeconds() && ohms < 2 * impedanceOhms;
    }
}
