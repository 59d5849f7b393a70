package clock2cloud.cluster;

/**
 * One line before c equal servers (M/M/c): how long work waits for cores, and threads for a lock (c = 1).
 *
 * <p>P<sub>wait</sub> is Erlang's C formula of a = &lambda; / &mu; and c; L<sub>q</sub> = P<sub>wait</sub> &rho; / (1 - &rho;)
 * with &rho; = a / c; W<sub>q</sub> = L<sub>q</sub> / &lambda; and W = W<sub>q</sub> + 1 / &mu; by Little's law.
 *
 * <p>Source: L. Kleinrock, <i>Queueing Systems 1</i>, 1975, sec. 3.5. Leaves out arrivals in bursts, and service times that are
 * not exponential: {@link SingleServerQueue} has those for one server.
 *
 * @param servers c
 * @param arrivalsPerSecond &lambda;, below c &mu; (else the line grows for ever)
 * @param servicesPerSecond &mu;, of one server
 */
public record MultiServerQueue(int servers, double arrivalsPerSecond, double servicesPerSecond) {
    private static final String LAW = "M/M/c queue";

    public MultiServerQueue {
        Domain.atLeast(1, LAW, "servers", servers);
        Domain.notNegative(LAW, "arrivalsPerSecond", arrivalsPerSecond);
        Domain.positive(LAW, "servicesPerSecond", servicesPerSecond);
        Domain.require(
                arrivalsPerSecond < servers * servicesPerSecond,
                LAW,
                "utilization (arrivals / (servers x services))",
                "below 1, or the line grows for ever",
                arrivalsPerSecond / (servers * servicesPerSecond));
    }

    /** Share of time that a server is busy. */
    public double utilizationFraction() {
        return arrivalsPerSecond / (servers * servicesPerSecond);
    }

    /** Chance that an arrival must wait (Erlang C, by the stable recursion for Erlang B). */
    public double waitProbability() {
        double load = arrivalsPerSecond / servicesPerSecond;
        double blocking = 1;
        for (int k = 1; k <= servers; k++) {
            blocking = load * blocking / (k + load * blocking);
        }
        return blocking / (1 - utilizationFraction() * (1 - blocking));
    }

    /** Mean number waiting. */
    public double waiting() {
        return waitProbability() * utilizationFraction() / (1 - utilizationFraction());
    }

    /** Mean wait before service. */
    public double waitSeconds() {
        return waitProbability() / (servers * servicesPerSecond - arrivalsPerSecond);
    }

    /** Mean time from arrival to departure. */
    public double sojournSeconds() {
        return waitSeconds() + 1 / servicesPerSecond;
    }

    /** Mean number waiting or in service. */
    public double present() {
        return waiting() + arrivalsPerSecond / servicesPerSecond;
    }
}
