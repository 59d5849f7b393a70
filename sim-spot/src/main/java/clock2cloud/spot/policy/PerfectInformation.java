package clock2cloud.spot.policy;

import clock2cloud.spot.trace.AvailabilityTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cheapest schedule that meets the deadline when the whole future is known: the yardstick of every policy. A dynamic
 * programme over the ticks keeps, for every machine a job can be on, the progress and cost pairs that no other pair beats
 * in both; it is exact.
 */
public final class PerfectInformation {
    private static final double ROUNDING_SECONDS = 1e-8;
    private final DeadlineJob job;
    private final List<AvailabilityTrace> zones;
    private final int ages;

    public PerfectInformation(DeadlineJob job, List<AvailabilityTrace> zones) {
        this.job = job;
        this.zones = List.copyOf(zones);
        this.ages = Math.max(1, (int) Math.ceil(job.overheadSeconds() / job.tickSeconds() - 1e-12));
    }

    public PolicyOutcome run(int startTick) {
        int machines = zones.size() + 1; // on demand is the last
        Front idle = Front.start();
        Front[][] running = nothing(machines);
        double dollars = Double.POSITIVE_INFINITY;
        int finishTick = 0;
        for (int tick = 0; tick < job.deadlineTicks(); tick++) {
            double needed = job.workSeconds() - (job.deadlineTicks() - tick - 1) * job.tickSeconds() - ROUNDING_SECONDS;
            Front anywhere = best(idle, running);
            Front[][] next = nothing(machines);
            for (int machine = 0; machine < machines; machine++) {
                if (machine == zones.size() || zones.get(machine).at(startTick + tick)) {
                    next[machine] = advanced(running[machine], anywhere, machine, needed);
                }
            }
            idle = anywhere.plus(0, 0, needed);
            running = next;
            double done = best(Front.EMPTY, next).cheapestWith(job.workSeconds() - ROUNDING_SECONDS);
            if (done < dollars - 1e-12) {
                dollars = done;
                finishTick = tick + 1;
            }
        }
        return new PolicyOutcome(dollars, finishTick * job.tickSeconds(), false);
    }

    /** A machine's fronts by its age after one more tick: its own, grown older, and what is launched on it now. */
    private Front[] advanced(Front[] stay, Front launch, int machine, double needed) {
        double dollars = job.dollarsPerTick(machine == zones.size() ? Capacity.ON_DEMAND : Capacity.SPOT);
        Front[] next = new Front[ages];
        Arrays.fill(next, Front.EMPTY);
        next[0] = launch.plus(workAt(0), dollars, needed);
        for (int age = 0; age < ages; age++) {
            int older = Math.min(age + 1, ages - 1);
            next[older] = Front.best(List.of(next[older], stay[age].plus(workAt(age + 1), dollars, needed)));
        }
        return next;
    }

    /** Work done in the tick that is the {@code age}-th since the launch. */
    private double workAt(int age) {
        return Math.max(0, Math.min(job.tickSeconds(), (age + 1) * job.tickSeconds() - job.overheadSeconds()));
    }

    private static Front best(Front idle, Front[][] running) {
        List<Front> all = new ArrayList<>(List.of(idle));
        for (Front[] machine : running) {
            all.addAll(List.of(machine));
        }
        return Front.best(all);
    }

    private Front[][] nothing(int machines) {
        Front[][] fronts = new Front[machines][ages];
        for (Front[] machine : fronts) {
            Arrays.fill(machine, Front.EMPTY);
        }
        return fronts;
    }
}
