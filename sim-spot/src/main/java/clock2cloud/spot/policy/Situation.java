package clock2cloud.spot.policy;

/** What a policy sees at the beginning of a tick: the past, and whether spot is there now. Never the future. */
public final class Situation {
    private final DeadlineJob job;
    int tick;
    double doneSeconds;
    double remainingOverheadSeconds;
    Capacity current = Capacity.NONE;
    boolean spotAvailable;

    Situation(DeadlineJob job) {
        this.job = job;
    }

    public DeadlineJob job() {
        return job;
    }

    public double elapsedSeconds() {
        return tick * job.tickSeconds();
    }

    public double doneSeconds() {
        return doneSeconds;
    }

    /** What the job still runs on after evictions of this tick. */
    public Capacity current() {
        return current;
    }

    public boolean spotAvailable() {
        return spotAvailable;
    }

    /** On spot, with the restart overhead worked off. */
    public boolean onWarmSpot() {
        return current == Capacity.SPOT && remainingOverheadSeconds < 1e-3;
    }

    /** Whether the rest of the work and this many more launches take all the ticks that are left. */
    public boolean timeIsUpWith(int launches) {
        double left = Math.floor((job.deadlineSeconds() - elapsedSeconds()) / job.tickSeconds());
        double needed = job.workSeconds() - doneSeconds + launches * job.overheadSeconds();
        return Math.ceil(needed / job.tickSeconds()) >= left;
    }

    /** Work done at an even pace, c_p(t) = t C0 / R0. */
    public double evenProgressSeconds() {
        return elapsedSeconds() * job.workSeconds() / job.deadlineSeconds();
    }
}
