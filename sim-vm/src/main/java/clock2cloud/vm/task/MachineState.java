package clock2cloud.vm.task;

import java.util.ArrayDeque;
import java.util.PriorityQueue;

/**
 * One machine while it runs. All its running tasks progress alike, so one number, the work done for each since the start
 * ({@code progress}), replaces a remaining work per task: a task that starts at progress v ends at v + work.
 */
final class MachineState {
    private record Running(double end, int task) implements Comparable<Running> {
        @Override
        public int compareTo(Running other) {
            int order = Double.compare(end, other.end);
            return order != 0 ? order : Integer.compare(task, other.task);
        }
    }

    private final Machine machine;
    private final Discipline discipline;
    private final PriorityQueue<Running> running = new PriorityQueue<>();
    private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
    private double progress;
    private double rate;
    private double wanted;
    private double since;
    private double gotWork;
    private double wantedWork;
    private double nextEnd = Double.POSITIVE_INFINITY;

    MachineState(Machine machine, Discipline discipline) {
        this.machine = machine;
        this.discipline = discipline;
    }

    /** Virtual cores it could use now. */
    private int usable() {
        return Math.min(running.size(), machine.virtualCores());
    }

    /** Its weight on the host now; never 0. */
    double weight() {
        return machine.sharesPerCore() * Math.max(1, usable());
    }

    /** Work per second it could use now. */
    double ceiling(double coreWorkPerSecond) {
        return Math.min(usable(), machine.limitCores()) * coreWorkPerSecond;
    }

    /** Work per second that it must get. */
    double floor(double coreWorkPerSecond) {
        return Math.min(ceiling(coreWorkPerSecond), machine.reservationCores() * coreWorkPerSecond);
    }

    /** When its next task ends at the present rate. */
    double nextEndSeconds() {
        return nextEnd;
    }

    double rate() {
        return rate;
    }

    /** Goes on at {@code newRate} for the whole machine from {@code now} on, of {@code ceiling} that it could use. */
    void setRate(double newRate, double ceiling, double now) {
        advance(now);
        rate = newRate;
        wanted = ceiling;
        nextEnd = running.isEmpty() ? Double.POSITIVE_INFINITY : now + (top() - progress) * running.size() / rate;
    }

    private double top() {
        Running first = running.peek();
        return first == null ? Double.POSITIVE_INFINITY : first.end();
    }

    void advance(double now) {
        if (!running.isEmpty()) {
            progress = Math.min(top(), progress + (now - since) * rate / running.size());
        }
        account(now);
    }

    private void account(double now) {
        gotWork += (now - since) * rate;
        wantedWork += (now - since) * wanted;
        since = now;
    }

    double gotWork() {
        return gotWork;
    }

    double wantedWork() {
        return wantedWork;
    }

    /** The machine goes: nothing in it ends any more. */
    void stop(double now) {
        advance(now);
        running.clear();
        waiting.clear();
    }

    /** Takes a task in; starts it if there is room. */
    void arrive(int task, double[] work, double[] start, double now) {
        if (discipline == Discipline.SPACE_SHARED && running.size() >= machine.virtualCores()) {
            waiting.add(task);
            return;
        }
        advance(now);
        start(task, work, start, now);
    }

    private void start(int task, double[] work, double[] start, double now) {
        start[task] = now;
        running.add(new Running(progress + work[task], task));
    }

    /** Ends the task that is due at {@code now}, starts the next one, and returns the ended one. */
    int finish(double[] work, double[] start, double now) {
        Running done = running.remove();
        progress = done.end();
        account(now);
        if (!waiting.isEmpty()) {
            start(waiting.remove(), work, start, now);
        }
        return done.task();
    }
}
