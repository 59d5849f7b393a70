package clock2cloud.signal.logic;

import clock2cloud.signal.Domain;

/**
 * Mean time between failures of a flip-flop that samples a signal of another clock:
 * {@code MTBF = exp(t / tau) / (T0 f a)}.
 *
 * <p>t is the time it has to make up its mind, tau and T0 the flip-flop's own, f the clock, a the rate of the data's edges.
 * Veendrick, <i>IEEE JSSC</i> 15(2) 1980; Weste and Harris (2010), eq. 10.28. Leaves out the noise that pushes it either way.
 */
public record Synchroniser(double tauSeconds, double windowSeconds, double clockHertz, double dataHertz) {
    public Synchroniser {
        Domain.positive("synchroniser", "tau", tauSeconds, "s");
        Domain.positive("synchroniser", "window T0", windowSeconds, "s");
        Domain.positive("synchroniser", "clock", clockHertz, "Hz");
        Domain.positive("synchroniser", "data rate", dataHertz, "Hz");
    }

    /** tau of two cross-coupled inverters at their balance: {@code C / (gm - go)}. */
    public static double regenerationSeconds(double farads, double transconductance, double outputConductance) {
        Domain.require(
                transconductance > outputConductance && outputConductance >= 0,
                "latch: gm (%s S) must be above go (%s S), or it does not regenerate",
                transconductance,
                outputConductance);
        return Domain.positive("latch", "capacitance", farads, "farad") / (transconductance - outputConductance);
    }

    public double meanSecondsBetweenFailures(double resolveSeconds) {
        return Math.exp(Domain.notNegative("synchroniser", "time to resolve", resolveSeconds, "s") / tauSeconds)
                / (windowSeconds * clockHertz * dataHertz);
    }

    /** A chain of flip-flops: each after the first gives a clock, less {@code setupSeconds}, to resolve. */
    public double meanSecondsBetweenFailures(int flipFlops, double setupSeconds) {
        Domain.require(flipFlops >= 2, "synchroniser: needs at least 2 flip-flops, got %d", flipFlops);
        double each = 1 / clockHertz - Domain.notNegative("synchroniser", "setup", setupSeconds, "s");
        Domain.require(each > 0, "synchroniser: a setup of %s s leaves no time in the clock", setupSeconds);
        return meanSecondsBetweenFailures((flipFlops - 1) * each);
    }

    /** The time to resolve that gives this MTBF: {@code tau ln(MTBF T0 f a)}. */
    public double resolveSeconds(double meanSecondsBetweenFailures) {
        return Math.max(0, tauSeconds * Math.log(meanSecondsBetweenFailures * windowSeconds * clockHertz * dataHertz));
    }
}
