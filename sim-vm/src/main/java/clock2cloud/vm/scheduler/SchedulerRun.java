package clock2cloud.vm.scheduler;

import clock2cloud.vm.scheduler.CpuScheduler.Segment;
import clock2cloud.vm.scheduler.VirtualCpu.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One run of a {@link CpuScheduler}: the event loop. */
final class SchedulerRun {
    private final RunQueue queue;
    private final GuestState[] guests;
    private final List<VirtualCpu> all = new ArrayList<>();
    private final Core[] cores;
    private final long switchNanos;
    private final long timelineNanos;
    private final RandomGenerator random;
    private final List<Segment> timeline = new ArrayList<>();
    private final long accountingNanos;
    private long now;
    private long idleNanos;
    private long switches;

    /** A core and what it runs. */
    private static final class Core {
        final int number;
        Optional<VirtualCpu> running = Optional.empty();
        Optional<VirtualCpu> last = Optional.empty();
        long since;
        long sliceEnd;

        Core(int number) {
            this.number = number;
        }
    }

    SchedulerRun(
            int cores,
            RunQueue queue,
            GuestState[] guests,
            long switchNanos,
            double timelineSeconds,
            RandomGenerator random) {
        this.queue = queue;
        this.guests = guests;
        this.switchNanos = switchNanos;
        this.timelineNanos = Math.round(timelineSeconds * 1e9);
        this.random = random;
        this.cores = new Core[cores];
        java.util.Arrays.setAll(this.cores, Core::new);
        double accounting = queue.accountingSeconds();
        accountingNanos = accounting < Double.POSITIVE_INFINITY ? Math.round(accounting * 1e9) : Long.MAX_VALUE;
        for (GuestState guest : guests) {
            guest.divideWeight();
            for (VirtualCpu cpu : guest.cpus) {
                all.add(cpu);
                cpu.stepNanosLeft = stepNanos(guest);
                queue.add(cpu);
            }
        }
        queue.account(all);
    }

    void until(long end) {
        while (true) {
            dispatch();
            long next = Math.min(end, nextEvent());
            advance(next);
            if (next >= end) {
                break;
            }
            settle();
        }
        for (Core core : cores) {
            core.running.ifPresent(cpu -> record(core, cpu));
        }
        all.forEach(cpu -> cpu.enter(cpu.state, now));
    }

    /** Gives idle cores work. */
    private void dispatch() {
        for (Core core : cores) {
            if (core.running.isEmpty()) {
                Optional<VirtualCpu> next = queue.take();
                if (next.isEmpty()) {
                    return;
                }
                start(core, next.get());
            }
        }
    }

    private void start(Core core, VirtualCpu cpu) {
        boolean other = core.last.isPresent() && core.last.get() != cpu;
        cpu.enter(State.RUNNING, now);
        if (other) {
            switches++;
            cpu.stepNanosLeft += switchNanos;
        }
        core.running = Optional.of(cpu);
        core.last = core.running;
        core.since = now;
        core.sliceEnd = now + Math.max(1, Math.round(queue.sliceSeconds(cpu) * 1e9));
    }

    private long nextEvent() {
        long next = accountingNanos == Long.MAX_VALUE ? Long.MAX_VALUE : (now / accountingNanos + 1) * accountingNanos;
        for (Core core : cores) {
            if (core.running.isPresent()) {
                VirtualCpu cpu = core.running.get();
                next = Math.min(next, Math.min(core.sliceEnd, now + cpu.stepNanosLeft));
            }
        }
        for (VirtualCpu cpu : all) {
            if (cpu.state == State.PAUSED) {
                next = Math.min(next, cpu.stepSince);
            }
        }
        for (GuestState guest : guests) {
            if (guest.limited()) {
                next = Math.min(next, quotaEvent(guest));
            }
        }
        return next;
    }

    /** The next period, or the moment at which the running virtual CPUs have used the quota up. */
    private long quotaEvent(GuestState guest) {
        long period = (now / guest.periodNanos + 1) * guest.periodNanos;
        long running = java.util.Arrays.stream(guest.cpus)
                .filter(c -> c.state == State.RUNNING)
                .count();
        return running == 0 ? period : Math.min(period, now + Math.max(1, guest.quotaLeft() / running));
    }

    private void advance(long next) {
        long step = next - now;
        for (Core core : cores) {
            if (core.running.isEmpty()) {
                idleNanos += step;
                continue;
            }
            VirtualCpu cpu = core.running.get();
            cpu.stepNanosLeft -= step;
            cpu.guest.spend(step);
            queue.ran(cpu, step / 1e9);
        }
        now = next;
    }

    /** Handles everything that is due now. */
    private void settle() {
        for (GuestState guest : guests) {
            if (guest.limited() && now % guest.periodNanos == 0) {
                guest.refill();
                release(guest);
            }
        }
        for (Core core : cores) {
            core.running.ifPresent(cpu -> settle(core, cpu));
        }
        for (VirtualCpu cpu : all) {
            if (cpu.state == State.PAUSED && cpu.stepSince <= now) {
                wake(cpu);
            }
        }
        if (now % accountingNanos == 0) {
            queue.account(all.stream()
                    .filter(c -> c.state == State.READY || c.state == State.RUNNING)
                    .toList());
        }
    }

    private void settle(Core core, VirtualCpu cpu) {
        if (cpu.stepNanosLeft <= 0) {
            cpu.guest.stepDone((now - cpu.stepSince) / 1e9);
            cpu.stepNanosLeft = stepNanos(cpu.guest);
            cpu.stepSince = now + pauseNanos(cpu.guest);
            if (cpu.stepSince > now) {
                leave(core, cpu, State.PAUSED);
                return;
            }
        }
        if (cpu.guest.quotaLeft() <= 0) {
            leave(core, cpu, State.THROTTLED);
        } else if (now >= core.sliceEnd) {
            leave(core, cpu, State.READY);
        }
    }

    private void leave(Core core, VirtualCpu cpu, State next) {
        record(core, cpu);
        core.running = Optional.empty();
        cpu.enter(next, now);
        if (next == State.READY) {
            queue.add(cpu);
        } else {
            throttleReady(cpu.guest);
            cpu.guest.divideWeight();
        }
    }

    /** A guest without quota leaves the queue as a whole. */
    private void throttleReady(GuestState guest) {
        for (VirtualCpu cpu : guest.cpus) {
            if (guest.quotaLeft() <= 0 && cpu.state == State.READY) {
                queue.remove(cpu);
                cpu.enter(State.THROTTLED, now);
            }
        }
    }

    private void release(GuestState guest) {
        for (VirtualCpu cpu : guest.cpus) {
            if (cpu.state == State.THROTTLED && guest.quotaLeft() > 0) {
                cpu.enter(State.READY, now);
                comeBack(cpu);
            }
        }
    }

    private void wake(VirtualCpu cpu) {
        if (cpu.guest.quotaLeft() <= 0) {
            cpu.enter(State.THROTTLED, now);
            return;
        }
        cpu.enter(State.READY, now);
        comeBack(cpu);
    }

    private void comeBack(VirtualCpu cpu) {
        cpu.guest.divideWeight();
        queue.woken(cpu);
        queue.add(cpu);
        for (Core core : cores) {
            if (core.running.isEmpty()) {
                return;
            }
        }
        for (Core core : cores) {
            VirtualCpu running = core.running.orElseThrow();
            if (queue.preempts(cpu, running)) {
                leave(core, running, State.READY);
                return;
            }
        }
    }

    private void record(Core core, VirtualCpu cpu) {
        if (core.since < timelineNanos && now > core.since) {
            timeline.add(new Segment(core.number, cpu.guest.guest.name(), core.since / 1e9, now / 1e9));
        }
    }

    private long stepNanos(GuestState guest) {
        return drawn(guest.guest.load().stepSeconds(), guest);
    }

    private long pauseNanos(GuestState guest) {
        double pause = guest.guest.load().pauseSeconds();
        return pause == 0 ? 0 : drawn(pause, guest);
    }

    private long drawn(double mean, GuestState guest) {
        double seconds = guest.guest.load().random() ? mean * random.nextExponential() : mean;
        return Math.max(1, Math.round(seconds * 1e9));
    }

    double idleSeconds() {
        return idleNanos / 1e9;
    }

    long switches() {
        return switches;
    }

    List<Segment> timeline() {
        return List.copyOf(timeline);
    }
}
