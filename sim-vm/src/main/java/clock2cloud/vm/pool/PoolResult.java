package clock2cloud.vm.pool;

import clock2cloud.vm.Refusal;
import java.util.List;

/**
 * What became of a pool's machines.
 *
 * @param outcomes one for each machine that ran, if asked for, in the order of starting
 * @param refusals those that never ran, with the reason
 * @param lost machines that a failed host took down and nobody could take in
 * @param heldCoreSeconds core time held by machines
 * @param offeredCoreSeconds core time of working hosts
 */
public record PoolResult(
        List<Sample> samples,
        List<Outcome> outcomes,
        List<Refusal> refusals,
        List<Refusal> lost,
        int placed,
        int ended,
        int running,
        int restarted,
        int peakHostsInUse,
        double meanWaitSeconds,
        double heldCoreSeconds,
        double offeredCoreSeconds) {
    /** The pool at one moment; what is left over is the spot floor's supply. */
    public record Sample(
            double timeSeconds,
            int machines,
            int hostsInUse,
            int waiting,
            double heldCores,
            double leftoverCores,
            double heldRamBytes,
            double leftoverRamBytes) {}

    /** One machine's stay on one host; one that is still running ends at the horizon. */
    public record Outcome(
            String name, String tenant, int host, double startSeconds, double endSeconds, boolean running) {}

    /** Held over offered core time. */
    public double meanUtilisationFraction() {
        return offeredCoreSeconds == 0 ? 0 : heldCoreSeconds / offeredCoreSeconds;
    }
}
