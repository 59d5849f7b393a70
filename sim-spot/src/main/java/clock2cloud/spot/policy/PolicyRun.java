package clock2cloud.spot.policy;

import clock2cloud.spot.trace.AvailabilityTrace;
import java.util.List;

/**
 * Runs a job over recorded availability by the rules of the public evaluator of Can't Be Late: the tick decided upon is
 * paid whole; a launch, and every change of machine, first works off the overhead; and when the rest of the work and one
 * more launch would take all the time that is left, a guarantee overrules the policy and goes on demand, unless it is on a
 * warm spot machine. With several zones a job stays in its zone while it can and else moves to the first, in the order
 * given, that has spot.
 */
public final class PolicyRun {
    private static final int NOWHERE = -1;
    private final DeadlineJob job;
    private final AvailabilityTrace[] zones;

    public PolicyRun(DeadlineJob job, List<AvailabilityTrace> zones) {
        this.job = job;
        this.zones = zones.toArray(new AvailabilityTrace[0]);
    }

    /** The job, begun at a tick of the traces; beyond their end there is no spot. */
    public PolicyOutcome run(MixPolicy policy, int startTick) {
        Situation now = new Situation(job);
        int zone = NOWHERE;
        int spotTicks = 0;
        int onDemandTicks = 0;
        while (true) {
            Capacity last = now.current;
            work(now);
            if (job.workSeconds() - now.doneSeconds <= 1e-8) {
                double dollars = spotTicks * job.dollarsPerTick(Capacity.SPOT)
                        + onDemandTicks * job.dollarsPerTick(Capacity.ON_DEMAND);
                double finish = now.elapsedSeconds();
                return new PolicyOutcome(dollars, finish, finish > job.deadlineSeconds() + 1e-6);
            }
            int there = zoneWithSpot(zone, startTick + now.tick);
            now.spotAvailable = there != NOWHERE;
            if (now.current == Capacity.SPOT && there != zone) {
                now.current = Capacity.NONE;
            }
            Capacity next = guarded(policy.choose(now), last, now);
            if (next != Capacity.NONE && next != now.current) {
                now.remainingOverheadSeconds = job.overheadSeconds();
            }
            zone = next == Capacity.SPOT ? there : NOWHERE;
            spotTicks += next == Capacity.SPOT ? 1 : 0;
            onDemandTicks += next == Capacity.ON_DEMAND ? 1 : 0;
            now.current = next;
            now.tick++;
        }
    }

    /** Credits the tick that has just passed. */
    private void work(Situation now) {
        if (now.current == Capacity.NONE) {
            return;
        }
        double worked = Math.max(job.tickSeconds() - now.remainingOverheadSeconds, 0);
        now.remainingOverheadSeconds -= job.tickSeconds() - worked;
        if (now.remainingOverheadSeconds < 1e-3) {
            now.remainingOverheadSeconds = 0;
        }
        now.doneSeconds += Math.min(worked, job.workSeconds() - now.doneSeconds);
    }

    private static Capacity guarded(Capacity wanted, Capacity last, Situation now) {
        Capacity next = wanted;
        if (now.timeIsUpWith(1)) {
            boolean warm = last == Capacity.SPOT && now.remainingOverheadSeconds < 1e-3;
            next = warm ? Capacity.SPOT : Capacity.ON_DEMAND;
        }
        return next == Capacity.SPOT && !now.spotAvailable ? Capacity.NONE : next;
    }

    private int zoneWithSpot(int current, int tick) {
        if (current != NOWHERE && zones[current].at(tick)) {
            return current;
        }
        for (int i = 0; i < zones.length; i++) {
            if (zones[i].at(tick)) {
                return i;
            }
        }
        return NOWHERE;
    }
}
