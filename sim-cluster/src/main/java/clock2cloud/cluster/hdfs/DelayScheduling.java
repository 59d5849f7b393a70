package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;

/**
 * Waiting for a slot beside the data: chance of a local slot after D offers, 1 - (1 - p)<sup>D</sup>.
 *
 * <p>The first offer is always looked at, so that D = 0 has the chance p too. Source: M. Zaharia and others, <i>Delay
 * scheduling</i>, EuroSys 2010, sec. 3.3. Leaves out that offers of one machine come in bursts.
 *
 * @param localFraction p, share of machines that hold a replica of the next task's block
 */
public record DelayScheduling(double localFraction) {
    public DelayScheduling {
        Domain.fraction("Delay scheduling", "localFraction", localFraction);
    }

    /** The chance for a task whose input has {@code replicas} on {@code nodes} machines. */
    public static DelayScheduling of(int replicas, int nodes) {
        Domain.atLeast(1, "Delay scheduling", "nodes", nodes);
        return new DelayScheduling(Math.min(replicas, nodes) / (double) nodes);
    }

    /** Chance that the task runs beside its data when it lets up to D offers pass. */
    public double localProbability(int offers) {
        Domain.atLeast(0, "Delay scheduling", "offers", offers);
        return 1 - Math.pow(1 - localFraction, Math.max(1, offers));
    }

    /** Offers needed for a chance of at least {@code probability}. */
    public int offersFor(double probability) {
        Domain.require(
                probability >= 0 && probability < 1,
                "Delay scheduling",
                "probability",
                "0 or more and below 1",
                probability);
        Domain.require(localFraction > 0, "Delay scheduling", "localFraction", "above 0", localFraction);
        return localFraction == 1 ? 1 : (int) Math.ceil(Math.log1p(-probability) / Math.log1p(-localFraction) - 1e-9);
    }
}
