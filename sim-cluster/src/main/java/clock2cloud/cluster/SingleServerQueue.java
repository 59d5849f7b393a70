package clock2cloud.cluster;

/**
 * One server and any law of service times (M/G/1): a lock held for times of a given mean and spread.
 *
 * <p>First come, first served: W<sub>q</sub> = &lambda; E[S&sup2;] / (2 (1 - &rho;)) (Pollaczek and Khinchine). Processor
 * sharing: E[T] = E[S] / (1 - &rho;), whatever the law of S. Source: L. Kleinrock, <i>Queueing Systems</i> 1 (eq. 5.63) and 2
 * (eq. 4.17). Leaves out arrivals that are not independent, as those of threads that come back to the same lock.
 *
 * @param arrivalsPerSecond &lambda;
 * @param meanServiceSeconds E[S]
 * @param meanSquareServiceSeconds2 E[S&sup2;], at least E[S]&sup2; (equal: constant times; twice: exponential)
 */
public record SingleServerQueue(double arrivalsPerSecond, double meanServiceSeconds, double meanSquareServiceSeconds2) {
    private static final String LAW = "M/G/1 queue";

    public SingleServerQueue {
        Domain.notNegative(LAW, "arrivalsPerSecond", arrivalsPerSecond);
        Domain.positive(LAW, "meanServiceSeconds", meanServiceSeconds);
        Domain.require(
                meanSquareServiceSeconds2 >= meanServiceSeconds * meanServiceSeconds * (1 - 1e-12),
                LAW,
                "meanSquareServiceSeconds2",
                "at least the square of the mean",
                meanSquareServiceSeconds2);
        Domain.require(
                arrivalsPerSecond * meanServiceSeconds < 1,
                LAW,
                "utilization",
                "below 1, or the line grows for ever",
                arrivalsPerSecond * meanServiceSeconds);
    }

    /** Share of time that the server is busy. */
    public double utilizationFraction() {
        return arrivalsPerSecond * meanServiceSeconds;
    }

    /** Mean wait, first come, first served. */
    public double waitSeconds() {
        return arrivalsPerSecond * meanSquareServiceSeconds2 / (2 * (1 - utilizationFraction()));
    }

    /** Mean time from arrival to departure when all present share the server. */
    public double sharedSojournSeconds() {
        return meanServiceSeconds / (1 - utilizationFraction());
    }
}
