package clock2cloud.app.spot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where the wall time of a rehearsal goes, launch by launch, epoch by epoch, dump by dump. */
final class RehearsalClock {
    /** What time is spent on. */
    enum Kind {
        LAUNCH,
        EPOCH,
        DUMP
    }

    private final Map<Kind, List<Double>> seconds = new EnumMap<>(Kind.class);
    private long since;

    private List<Double> all(Kind kind) {
        return seconds.computeIfAbsent(kind, first -> new ArrayList<>());
    }

    void lap() {
        since = System.nanoTime();
    }

    /** What has passed since the last lap was spent on this. */
    void taken(Kind kind) {
        all(kind).add((System.nanoTime() - since) / 1e9);
        lap();
    }

    /** How long the i-th of a kind took, or the last where there were fewer; 0 where there was none. */
    double seconds(Kind kind, int i) {
        List<Double> taken = all(kind);
        return taken.isEmpty() ? 0 : taken.get(Math.min(i, taken.size() - 1));
    }

    /** 0 where there was none. */
    double meanSeconds(Kind kind) {
        return all(kind).stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
