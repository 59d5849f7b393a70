package clock2cloud.cluster;

/**
 * Sun and Ni's law: the job grows as far as the workers' memory together holds it.
 *
 * <p>S(p) = (s + (1 - s) G(p)) / (s + (1 - s) G(p) / p) with G(p) = p<sup>k</sup> the growth of the work when memory grows p
 * times: k = 0 is Amdahl, k = 1 Gustafson, k = 3/2 the product of dense matrices (n&sup3; work in n&sup2; memory).
 *
 * <p>Source: X.-H. Sun and L. Ni, <i>Scalable problems and memory-bounded speedup</i>, JPDC 19(1), 1993. Leaves out
 * communication, which grows with the job too.
 *
 * @param serialFraction s, of the one-worker job, 0 to 1
 * @param growthExponent k, 0 or more
 */
public record SunNiSpeedup(double serialFraction, double growthExponent) implements Speedup {
    public SunNiSpeedup {
        Domain.fraction("Sun and Ni's law", "serialFraction", serialFraction);
        Domain.notNegative("Sun and Ni's law", "growthExponent", growthExponent);
    }

    @Override
    public double speedup(double workers) {
        Domain.atLeast(1, "Sun and Ni's law", "workers", workers);
        double work = (1 - serialFraction) * Math.pow(workers, growthExponent);
        return (serialFraction + work) / (serialFraction + work / workers);
    }
}
