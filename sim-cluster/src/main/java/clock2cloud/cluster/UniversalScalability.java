package clock2cloud.cluster;

/**
 * The Universal Scalability Law: Amdahl's queue for what is shared, and the cost of every pair agreeing.
 *
 * <p>X(N) = &gamma; N / (1 + &alpha; (N - 1) + &beta; N (N - 1)). With &beta; = 0 it is Amdahl's law, with &alpha; = 0 too it
 * is a straight line; with &beta; above 0 throughput has a peak, past which another worker makes it worse.
 *
 * <p>Source: N. Gunther, <i>Guerrilla Capacity Planning</i>, 2007, eq. 4.33 and 6.7. Leaves out what kind of contention it is:
 * the two numbers say how much, not where.
 *
 * @param contentionFraction &alpha;, the serial share, at most 1 (a fit may give a value below 0)
 * @param coherencyFraction &beta;, the cost of a pair's exchange; below 0 it is unphysical, and {@link #physical()} says so
 * @param oneWorkerThroughput &gamma;, work per second of one worker; 1 makes X a speedup
 */
public record UniversalScalability(double contentionFraction, double coherencyFraction, double oneWorkerThroughput) {
    private static final String LAW = "Universal Scalability Law";

    public UniversalScalability {
        Domain.require(
                contentionFraction > -1 && contentionFraction <= 1,
                LAW,
                "contentionFraction",
                "at most 1",
                contentionFraction);
        Domain.require(
                coherencyFraction > -1 && coherencyFraction <= 1,
                LAW,
                "coherencyFraction",
                "at most 1",
                coherencyFraction);
        Domain.positive(LAW, "oneWorkerThroughput", oneWorkerThroughput);
    }

    /** A speedup law: one worker does one unit a second. */
    public static UniversalScalability of(double contentionFraction, double coherencyFraction) {
        return new UniversalScalability(contentionFraction, coherencyFraction, 1);
    }

    /** Work per second of N workers. */
    public double throughput(double workers) {
        return oneWorkerThroughput * speedup(workers);
    }

    /** How many times one worker's throughput. */
    public double speedup(double workers) {
        Domain.atLeast(1, LAW, "workers", workers);
        return workers / (1 + contentionFraction * (workers - 1) + coherencyFraction * workers * (workers - 1));
    }

    /** Speedup per worker. */
    public double efficiencyFraction(double workers) {
        return speedup(workers) / workers;
    }

    /** Number of workers with the highest throughput, sqrt((1 - &alpha;) / &beta;); infinite without coherency cost. */
    public double peakWorkers() {
        return coherencyFraction > 0
                ? Math.max(1, Math.sqrt((1 - contentionFraction) / coherencyFraction))
                : Double.POSITIVE_INFINITY;
    }

    /** Throughput at the peak; without coherency cost the limit of Amdahl's law. */
    public double peakThroughput() {
        return coherencyFraction > 0 ? throughput(peakWorkers()) : limitThroughput();
    }

    /** What contention alone would allow, &gamma; / &alpha;; infinite without contention. */
    public double limitThroughput() {
        return contentionFraction > 0 ? oneWorkerThroughput / contentionFraction : Double.POSITIVE_INFINITY;
    }

    /** Where the straight line &gamma; N meets that limit, 1 / &alpha;: more workers than this pay little. */
    public double optimalWorkers() {
        return limitThroughput() / oneWorkerThroughput;
    }

    /** Both costs are costs. */
    public boolean physical() {
        return contentionFraction >= 0 && coherencyFraction >= 0;
    }
}
