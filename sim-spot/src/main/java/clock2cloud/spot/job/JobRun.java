package clock2cloud.spot.job;

import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.bill.Ending;
import clock2cloud.spot.bill.Lease;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a job through spells of machine time. An eviction throws away what was done since the last checkpoint, and every
 * machine but the first begins with the restart. One object is one thread's: it allocates nothing while it runs.
 */
public final class JobRun implements CheckpointPolicy.Moment {
    private static final int MOST_MACHINES = 1_000_000;
    /** Seconds within which the end of the work and a dump are the same moment: the work is done, nothing is left to save. */
    private static final double ROUNDING = 1e-6;

    private final Job job;
    private final CheckpointPolicy policy;
    private final BillingRule rule;
    private final double noticeLeadSeconds;

    private double now;
    private double launch;
    private double saved;
    private double done;
    private double notice;
    private Optional<Spells> held = Optional.empty();
    private double makespan;
    private double cost;
    private double running;
    private int evictions;
    private double lost;

    /**
     * @param noticeLeadSeconds how long before an eviction the warning comes; 0 comes with the eviction itself, negative for
     *     no warning
     */
    public JobRun(Job job, CheckpointPolicy policy, BillingRule rule, double noticeLeadSeconds) {
        this.job = job;
        this.policy = policy;
        this.rule = rule;
        this.noticeLeadSeconds = noticeLeadSeconds;
    }

    /** Runs the job from a time on; false when the record of spells ends before the job does. */
    public boolean run(Spells spells, double submitSeconds) {
        return run(spells, submitSeconds, Optional.empty());
    }

    /** As {@link #run(Spells, double)}, telling every lease to its bill. */
    public boolean run(Spells spells, double submitSeconds, Consumer<Lease> leases) {
        return run(spells, submitSeconds, Optional.of(leases));
    }

    private boolean run(Spells spells, double submitSeconds, Optional<Consumer<Lease>> leases) {
        if (held.isEmpty() || held.get() != spells) {
            held = Optional.of(spells);
        }
        saved = 0;
        cost = 0;
        running = 0;
        evictions = 0;
        lost = 0;
        double free = submitSeconds;
        for (int machine = 0; machine < MOST_MACHINES && spells.next(free); machine++) {
            launch = spells.startSeconds();
            boolean finished = work(spells, machine == 0 ? 0 : job.restartSeconds());
            double end = finished ? now : spells.endSeconds();
            boolean killed = !finished && spells.evicted();
            running += end - launch;
            Ending ending = killed ? Ending.PRICE : finished ? Ending.COMPLETED : Ending.USER;
            cost += charge(spells, end, ending);
            if (leases.isPresent()) {
                leases.get().accept(new Lease("spot", launch, end, ending));
            }
            free = end;
            makespan = end - submitSeconds;
            if (finished) {
                return true;
            }
            evictions += killed ? 1 : 0;
            lost += done - saved;
        }
        return false;
    }

    /** Works on one machine until the job is done (true) or the machine's spell is over. */
    private boolean work(Spells spells, double restartSeconds) {
        double end = spells.endSeconds();
        notice = noticeLeadSeconds < 0 || !spells.evicted()
                ? Double.POSITIVE_INFINITY
                : Math.max(launch, end - noticeLeadSeconds);
        done = saved;
        now = launch + restartSeconds;
        while (now <= end) {
            double dump = Math.max(now, policy.nextDump(this));
            double finish = now + job.workSeconds() - done;
            if (finish <= Math.min(dump + ROUNDING, end)) {
                now = finish;
                return true;
            }
            if (dump > end) {
                done += end - now;
                return false;
            }
            done += dump - now;
            now = dump + job.dumpSeconds();
            if (now > end) {
                return false;
            }
            saved = done;
            if (dump >= notice) { // answered: the policy works on until the machine goes
                notice = Double.POSITIVE_INFINITY;
            }
        }
        return false;
    }

    private double charge(Spells spells, double end, Ending ending) {
        double charged = rule.chargedSeconds(end - launch, ending);
        double dollars = 0;
        for (double begun = 0; begun < charged; begun += 3600) {
            dollars += spells.priceAt(launch + begun) * Math.min(3600, charged - begun) / 3600;
        }
        return dollars;
    }

    public double makespanSeconds() {
        return makespan;
    }

    public double costDollars() {
        return cost;
    }

    /** Seconds on machines, paid or not. */
    public double runningSeconds() {
        return running;
    }

    public int evictions() {
        return evictions;
    }

    /** Work done and thrown away. */
    public double lostSeconds() {
        return lost;
    }

    @Override
    public double nowSeconds() {
        return now;
    }

    @Override
    public double launchSeconds() {
        return launch;
    }

    @Override
    public double remainingSeconds() {
        return job.workSeconds() - done;
    }

    @Override
    public double dumpSeconds() {
        return job.dumpSeconds();
    }

    @Override
    public double noticeSeconds() {
        return notice;
    }

    @Override
    public double nextRiseSeconds() {
        return held.orElseThrow().nextRise(now);
    }
}
