package clock2cloud.signal.bits;

import clock2cloud.signal.Domain;

/**
 * Total jitter at an error rate, {@code TJ = DJ + 2 Q RJ}: deterministic jitter as two spikes, random as a Gaussian.
 *
 * <p>Stephens, <i>Jitter Analysis: The Dual-Dirac Model</i>, Agilent 2004.
 */
public record DualDirac(double deterministicSeconds, double randomSecondsRms) {
    public DualDirac {
        Domain.notNegative("dual Dirac", "deterministic jitter", deterministicSeconds, "s");
        Domain.notNegative("dual Dirac", "random jitter", randomSecondsRms, "s");
    }

    public double totalSeconds(double errorProbability) {
        return deterministicSeconds + 2 * GaussianTail.quantile(errorProbability) * randomSecondsRms;
    }
}
