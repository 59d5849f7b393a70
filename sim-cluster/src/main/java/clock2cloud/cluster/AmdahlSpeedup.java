package clock2cloud.cluster;

/**
 * Amdahl's law: a job of fixed size, of which a fraction cannot be divided.
 *
 * <p>S(p) = 1 / (s + (1 - s) / p), with s the serial fraction and p workers; never above 1 / s.
 *
 * <p>Source: G. Amdahl, <i>Validity of the single processor approach</i>, AFIPS 1967. Leaves out every overhead that grows
 * with the workers: with it, {@link UniversalScalability}.
 *
 * @param serialFraction share of the one-worker time that cannot be divided, 0 to 1
 */
public record AmdahlSpeedup(double serialFraction) implements Speedup {
    public AmdahlSpeedup {
        Domain.fraction("Amdahl's law", "serialFraction", serialFraction);
    }

    /** The law through one measurement: t(1) and t(p) (Karp and Flatt, CACM 33(5), 1990). */
    public static AmdahlSpeedup of(double oneWorkerSeconds, double workers, double seconds) {
        Domain.positive("Amdahl's law", "oneWorkerSeconds", oneWorkerSeconds);
        Domain.positive("Amdahl's law", "seconds", seconds);
        Domain.require(workers > 1, "Amdahl's law", "workers", "above 1 to tell the serial fraction", workers);
        double serial = (seconds / oneWorkerSeconds - 1 / workers) / (1 - 1 / workers);
        return new AmdahlSpeedup(Math.abs(serial) < 1e-12 ? 0 : serial);
    }

    @Override
    public double speedup(double workers) {
        Domain.atLeast(1, "Amdahl's law", "workers", workers);
        return 1 / (serialFraction + (1 - serialFraction) / workers);
    }

    /** What no number of workers passes; infinite without a serial part. */
    public double limit() {
        return 1 / serialFraction;
    }
}
