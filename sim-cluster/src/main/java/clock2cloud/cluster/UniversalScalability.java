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
 * @param contentionFraction &alpha;, the serial share, 0 to 1 where {@link #physical()}
 * @param coherencyFraction &beta;, the cost of a pair's exchange, 0 or more where {@link #physical()}
 * @param oneWorkerThroughput &gamma;, work per second of one worker; 1 makes X a speedup
 */
public record UniversalScalability(double contentionFraction, double coherencyFraction, double oneWorkerThroughput)
        implements Speedup {
    private static final String LAW = "Universal Scalability Law";

    public UniversalScalability {
        Domain.require(Double.isFinite(contentionFraction), LAW, "contentionFraction", "finite", contentionFraction);
        Domain.require(Double.isFinite(coherencyFraction), LAW, "coherencyFraction", "finite", coherencyFraction);
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

    @Override
    public double speedup(double workers) {
        Domain.positive(LAW, "workers", workers);
        double cost = 1 + contentionFraction * (workers - 1) + coherencyFraction * workers * (workers - 1);
        Domain.require(cost > 0, LAW, "1 + alpha (N - 1) + beta N (N - 1) at N = " + workers, "above 0", cost);
        return workers / cost;
    }

    /** Number of workers with the highest throughput, sqrt((1 - &alpha;) / &beta;); infinite without coherency cost. */
    public double peakWorkers() {
        return coherencyFraction > 0
                ? Math.sqrt(Math.max(1, (1 - contentionFraction) / coherencyFraction))
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
        return contentionFraction >= 0 && contentionFraction <= 1 && coherencyFraction >= 0;
    }
}
