package clock2cloud.vm.capacity;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What machines were promised and what they used over time, in cores or in any other unit of a resource, and how often a pool
 * that had promised it several times over would have run short. Leaves out that work which is not done in time comes again.
 */
public final class UsageTrace {
    private static final String HEADER = "vm,startSeconds,seconds,allocated,used";

    private final List<Usage> usages;
    private final Map<String, Life> lives = new LinkedHashMap<>();
    private final double usedSeconds;

    /** A machine's use over a stretch of time. */
    public record Usage(String vm, double startSeconds, double seconds, double allocated, double used) {
        public Usage {
            notNegative(startSeconds, "VM " + vm + ": start", "s");
            positive(seconds, "VM " + vm + ": time", "s");
            positive(allocated, "VM " + vm + ": allocated", "");
            notNegative(used, "VM " + vm + ": used", "");
        }
    }

    /** From the first to the last that is known of a machine. */
    private record Life(double fromSeconds, double toSeconds, double allocated) {
        Life with(Usage usage) {
            double end = usage.startSeconds() + usage.seconds();
            return new Life(
                    Math.min(fromSeconds, usage.startSeconds()),
                    Math.max(toSeconds, end),
                    Math.max(allocated, usage.allocated()));
        }
    }

    /**
     * Promised so many times over.
     *
     * @param shortFraction part of the time in which more was wanted than was there
     * @param lostFraction part of what was wanted that was not there at its time
     */
    public record Risk(double overcommitRatio, double capacity, double shortFraction, double lostFraction) {}

    private record Change(double seconds, double used) {}

    /** Lines of {@code vm,startSeconds,seconds,allocated,used} below that header, in any order; {@code #} begins a comment. */
    public static UsageTrace read(Reader reader, String file) throws IOException {
        List<Usage> usages = new ArrayList<>();
        BufferedReader lines = new BufferedReader(reader);
        boolean header = false;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!header) {
                require(
                        line.replace("\ufeff", "").strip().equals(HEADER),
                        file + ":" + number + ":1: the header must be " + HEADER);
                header = true;
                continue;
            }
            usages.add(usage(line, file + ":" + number));
        }
        require(!usages.isEmpty(), () -> file + ": there is no line below a header " + HEADER);
        return new UsageTrace(usages);
    }

    private static Usage usage(String line, String where) {
        String[] cells = line.split(",", -1);
        require(cells.length == 5, () -> where + ":1: 5 columns are needed, " + cells.length + " found");
        double[] values = new double[5];
        int column = cells[0].length() + 2;
        for (int i = 1; i < cells.length; i++) {
            try {
                values[i] = Double.parseDouble(cells[i].strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        where + ":" + column + ": a number is needed, not '" + cells[i] + "'", e);
            }
            column += cells[i].length() + 1;
        }
        try {
            return new Usage(cells[0].strip(), values[1], values[2], values[3], values[4]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ":1: " + e.getMessage(), e);
        }
    }

    public UsageTrace(List<Usage> usages) {
        require(!usages.isEmpty(), "usage trace: there is no line");
        this.usages = List.copyOf(usages);
        double sum = 0;
        for (Usage usage : usages) {
            Life first = new Life(usage.startSeconds(), usage.startSeconds() + usage.seconds(), usage.allocated());
            lives.merge(usage.vm(), first, (life, same) -> life.with(usage));
            sum += usage.used() * usage.seconds();
        }
        usedSeconds = sum;
    }

    public int machines() {
        return lives.size();
    }

    /** All that was ever promised, at once. */
    public double allocated() {
        return lives.values().stream().mapToDouble(Life::allocated).sum();
    }

    /** Promised, each machine over its life. */
    public double allocatedSeconds() {
        return lives.values().stream()
                .mapToDouble(l -> l.allocated() * (l.toSeconds() - l.fromSeconds()))
                .sum();
    }

    public double usedSeconds() {
        return usedSeconds;
    }

    /** Used of what was promised. */
    public double usedFraction() {
        return usedSeconds / allocatedSeconds();
    }

    /** How it would have gone had the pool a part of what it promised. */
    public Risk soldOver(double overcommitRatio) {
        double capacity = allocated() / positive(overcommitRatio, "usage trace: overcommit", "times");
        List<Change> changes = changes();
        double used = 0;
        double shortSeconds = 0;
        double lost = 0;
        double before = changes.get(0).seconds();
        for (Change change : changes) {
            double over = used - capacity;
            if (over > capacity * 1e-9) {
                shortSeconds += change.seconds() - before;
                lost += (change.seconds() - before) * over;
            }
            before = change.seconds();
            used += change.used();
        }
        double all = before - changes.get(0).seconds();
        return new Risk(overcommitRatio, capacity, shortSeconds / all, usedSeconds == 0 ? 0 : lost / usedSeconds);
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>(2 * usages.size());
        for (Usage usage : usages) {
            changes.add(new Change(usage.startSeconds(), usage.used()));
            changes.add(new Change(usage.startSeconds() + usage.seconds(), -usage.used()));
        }
        changes.sort(Comparator.comparingDouble(Change::seconds));
        return changes;
    }
}
