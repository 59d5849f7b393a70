package clock2cloud.vm.scheduler;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Virtual CPUs of several guests on the cores of one host, under a {@link RunQueue}'s order and each guest's own quota.
 * Time is in whole nanoseconds and jumps from event to event: the end of a slice, a step, a pause, a quota or a period.
 */
public final class CpuScheduler {
    private final int cores;
    private final RunQueue.Kind kind;
    private final List<Guest> guests;
    private final double switchSeconds;
    private final RandomGenerator random;

    /** What ran where, for a timeline. */
    public record Segment(int core, String guest, double fromSeconds, double toSeconds) {}

    /** Each guest's time, the idle core time, the number of switches, and the first part of the timeline. */
    public record Result(List<GuestTime> guests, double idleSeconds, long switches, List<Segment> timeline) {
        /** The time of the guest named {@code name}. */
        public GuestTime guest(String name) {
            return guests.stream()
                    .filter(g -> g.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no VM " + name));
        }
    }

    /**
     * A host of {@code cores} cores.
     *
     * @param switchSeconds core time lost when a core changes from one virtual CPU to another
     * @param random draws the steps and pauses of random loads
     */
    public CpuScheduler(
            int cores, RunQueue.Kind kind, List<Guest> guests, double switchSeconds, RandomGenerator random) {
        this.cores = atLeastOne(cores, "scheduler: cores");
        require(cores <= 100_000, () -> "scheduler: at most 100,000 cores, not " + cores);
        this.kind = kind;
        this.guests = List.copyOf(guests);
        this.switchSeconds = notNegative(switchSeconds, "scheduler: switch cost", "s");
        this.random = random;
        require(!guests.isEmpty(), "scheduler: there is no VM");
    }

    /** Runs for {@code seconds} and keeps the timeline of the first {@code timelineSeconds}. */
    public Result run(double seconds, double timelineSeconds) {
        positive(seconds, "scheduler: time", "s");
        require(seconds <= 1e6, () -> "scheduler: at most 1e6 s, not " + number(seconds));
        double steps = guests.stream()
                .mapToDouble(g -> seconds
                        * g.virtualCpus()
                        / (g.load().stepSeconds() + g.load().pauseSeconds()))
                .sum();
        require(
                steps <= 1e8,
                () -> "scheduler: more than 1e8 steps (" + number(steps) + "): fewer seconds or longer steps");
        double periods = guests.stream()
                .filter(g -> g.quotaCores() < Double.POSITIVE_INFINITY)
                .mapToDouble(g -> seconds / g.periodSeconds())
                .sum();
        require(
                periods <= 1e7,
                () -> "scheduler: more than 1e7 periods of quotas (" + number(periods)
                        + "): fewer seconds or longer periods");
        GuestState[] states = guests.stream().map(GuestState::new).toArray(GuestState[]::new);
        SchedulerRun run = new SchedulerRun(
                cores, RunQueue.of(kind, cores), states, Math.round(switchSeconds * 1e9), timelineSeconds, random);
        run.until(Math.round(seconds * 1e9));
        List<GuestTime> times =
                Arrays.stream(states).map(s -> GuestTime.of(s, seconds)).toList();
        return new Result(times, run.idleSeconds(), run.switches(), run.timeline());
    }
}
