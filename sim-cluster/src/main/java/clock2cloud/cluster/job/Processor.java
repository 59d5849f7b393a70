package clock2cloud.cluster.job;

import clock2cloud.cluster.event.Event;
import clock2cloud.cluster.event.EventHeap;
import clock2cloud.cluster.event.Timeline;
import clock2cloud.cluster.network.Host;
import java.util.ArrayList;
import java.util.List;

/**
 * The cores of a host, shared equally (processor sharing): each running piece of work gets speed × min(1, cores / pieces), or less
 * when pieces that run at once slow the host.
 * Progress is counted in flops that every piece has had since the host was last idle, so that sharing costs O(log n).
 */
final class Processor {
    private final Timeline timeline;
    private final Host host;
    private final EventHeap<Execution> running = new EventHeap<>();
    private final Event next = Event.of(this::finish);
    private double served;
    private double servedAtSeconds;
    private double speedFactor = 1;
    private boolean dead;
    private double busyCoreSeconds;

    Processor(Timeline timeline, Host host) {
        this.timeline = timeline;
        this.host = host;
    }

    boolean isDead() {
        return dead;
    }

    void start(Execution execution) {
        advance();
        if (running.isEmpty()) {
            served = 0;
        }
        execution.startServed = served;
        running.add(execution, served + execution.flops);
        reschedule();
    }

    void cancel(Execution execution) {
        if (execution.isScheduled()) {
            advance();
            running.remove(execution);
            reschedule();
        }
    }

    /** Flops that a piece has had so far. */
    double progress(Execution execution) {
        advance();
        return Math.min(execution.flops, served - execution.startServed);
    }

    double coreFlopsPerSecond() {
        return host.flopsPerSecond() * speedFactor;
    }

    double leftSeconds(Execution execution) {
        return (execution.flops - progress(execution)) / flopsPerSecond();
    }

    void slow(double factor) {
        advance();
        speedFactor = factor;
        reschedule();
    }

    /** All running work is lost. */
    List<Execution> crash() {
        advance();
        dead = true;
        List<Execution> lost = new ArrayList<>();
        while (!running.isEmpty()) {
            Execution execution = running.removeFirst();
            execution.lostFlops = Math.min(execution.flops, served - execution.startServed);
            lost.add(execution);
        }
        timeline.cancel(next);
        return lost;
    }

    void recover() {
        dead = false;
    }

    double busyCoreSeconds() {
        advance();
        return busyCoreSeconds;
    }

    private double flopsPerSecond() {
        return host.flopsPerSecond(Math.max(1, running.size())) * speedFactor;
    }

    private void advance() {
        double now = timeline.nowSeconds();
        if (!running.isEmpty()) {
            served += (now - servedAtSeconds) * flopsPerSecond();
            busyCoreSeconds += (now - servedAtSeconds) * Math.min(running.size(), host.cores());
        }
        servedAtSeconds = now;
    }

    private void reschedule() {
        if (running.isEmpty()) {
            timeline.cancel(next);
            return;
        }
        double left = Math.max(0, running.firstSeconds() - served);
        timeline.schedule(next, timeline.nowSeconds() + left / flopsPerSecond());
    }

    private void finish() {
        double due = running.firstSeconds();
        advance();
        served = Math.max(served, due);
        List<Execution> ended = new ArrayList<>(1);
        while (running.firstSeconds() <= served) {
            ended.add(running.removeFirst());
        }
        reschedule();
        for (Execution execution : ended) {
            execution.ended.ended(true);
        }
    }
}
