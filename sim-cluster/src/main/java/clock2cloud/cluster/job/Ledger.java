package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened in a run: what was done when and where, and what was not, and why. */
public final class Ledger {
    private static final int NAMED = 10;

    /** What a host did in a stretch of time. */
    public enum Kind {
        COMPUTE,
        TRANSFER
    }

    /**
     * A stretch of work, for Gantt charts.
     *
     * @param done false when it was lost to a failure, or to a copy that was faster
     */
    public record Span(String host, Kind kind, String task, double startSeconds, double finishSeconds, boolean done) {}

    /**
     * Tasks that were not done.
     *
     * @param first names of the first of them
     */
    public record Undone(String reason, long tasks, List<String> first) {}

    private final boolean detailed;
    private final List<Span> spans = new ArrayList<>();
    private final Map<String, List<String>> undone = new LinkedHashMap<>();
    private final Map<String, Long> undoneCounts = new LinkedHashMap<>();
    private long done;
    private long repeated;
    private long copies;
    private double lastSeconds;

    Ledger(boolean detailed) {
        this.detailed = detailed;
    }

    /** A stretch of work ended now; names are only made when they are kept. */
    void span(Host host, Kind kind, String prefix, int number, double startSeconds, double finishSeconds, boolean ok) {
        lastSeconds = Math.max(lastSeconds, finishSeconds);
        if (detailed) {
            spans.add(new Span(host.name(), kind, prefix + number, startSeconds, finishSeconds, ok));
        }
    }

    /** A named stretch of work ended now. */
    void span(Host host, Kind kind, String task, double startSeconds, double finishSeconds, boolean ok) {
        lastSeconds = Math.max(lastSeconds, finishSeconds);
        if (detailed) {
            spans.add(new Span(host.name(), kind, task, startSeconds, finishSeconds, ok));
        }
    }

    void done() {
        done++;
    }

    /** A task must be done again. */
    void repeated() {
        repeated++;
    }

    /** A done task's result is gone. */
    void undo() {
        done--;
        repeated++;
    }

    /** A second copy of a running task was started. */
    void copied() {
        copies++;
    }

    void undone(String task, String reason) {
        undoneCounts.merge(reason, 1L, Long::sum);
        List<String> names = undone.computeIfAbsent(reason, key -> new ArrayList<>());
        if (names.size() < NAMED) {
            names.add(task);
        }
    }

    /** The workload did something at this moment. */
    void touch(double seconds) {
        lastSeconds = Math.max(lastSeconds, seconds);
    }

    public long doneTasks() {
        return done;
    }

    public long repeatedTasks() {
        return repeated;
    }

    public long copiedTasks() {
        return copies;
    }

    public double lastSeconds() {
        return lastSeconds;
    }

    public List<Span> spans() {
        return spans;
    }

    public List<Undone> undone() {
        return undoneCounts.entrySet().stream()
                .map(entry ->
                        new Undone(entry.getKey(), entry.getValue(), undone.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
