package clock2cloud.cluster;

/**
 * Gustafson's law: the job grows with the workers, so that the time stays.
 *
 * <p>S(p) = p - s (p - 1), with s the serial fraction <i>of the time on p workers</i> (Amdahl's is of the time on one).
 *
 * <p>Source: J. Gustafson, <i>Reevaluating Amdahl's law</i>, CACM 31(5), 1988. Leaves out communication that grows with p.
 *
 * @param serialFraction share of the parallel run's time that is serial, 0 to 1
 */
public record GustafsonSpeedup(double serialFraction) implements Speedup {
    public GustafsonSpeedup {
        Domain.fraction("Gustafson's law", "serialFraction", serialFraction);
    }

    @Override
    public double speedup(double workers) {
        Domain.atLeast(1, "Gustafson's law", "workers", workers);
        return workers - serialFraction * (workers - 1);
    }
}
