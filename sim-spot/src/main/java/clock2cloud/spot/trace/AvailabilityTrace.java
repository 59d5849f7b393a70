package clock2cloud.spot.trace;

import java.io.BufferedReader;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether spot capacity was there, tick by tick. Ticks that the file skips count as unavailable and are named in {@link
 * #remarks}.
 */
public final class AvailabilityTrace {
    private final String name;
    private final int firstTick;
    private final boolean[] available;
    private final Optional<Double> tickSeconds;
    private final List<String> remarks;

    private AvailabilityTrace(
            String name, int firstTick, boolean[] available, Optional<Double> tickSeconds, List<String> remarks) {
        this.name = name;
        this.firstTick = firstTick;
        this.available = available;
        this.tickSeconds = tickSeconds;
        this.remarks = List.copyOf(remarks);
    }

    public static AvailabilityTrace of(String name, int firstTick, boolean... available) {
        return new AvailabilityTrace(name, firstTick, available.clone(), Optional.empty(), List.of());
    }

    static AvailabilityTrace of(String name, boolean[] available, Optional<Double> tickSeconds, List<String> remarks) {
        return new AvailabilityTrace(name, 0, available, tickSeconds, remarks);
    }

    /**
     * Reads a CSV with columns {@code tick,unavailable} (1: no spot), or {@code tick,available}; ticks must rise. Without a
     * header the columns are taken as the first two. JSON is read as the public traces have it.
     */
    public static AvailabilityTrace read(String name, Reader reader) {
        String text = new BufferedReader(reader).lines().collect(Collectors.joining("\n"));
        return text.stripLeading().startsWith("{")
                ? AvailabilityJson.read(name, text)
                : of(name, CsvTable.read(name, new StringReader(text), "tick", "unavailable"));
    }

    private static AvailabilityTrace of(String name, CsvTable table) {
        List<CsvTable.Row> rows = table.rows();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(name + ": no ticks under the header tick,unavailable");
        }
        String column = table.has("unavailable") || !table.has("available") ? "unavailable" : "available";
        int first = rows.get(0).count("tick");
        long ticks = rows.stream().mapToLong(row -> row.count("tick")).max().orElseThrow() - first + 1;
        if (ticks > 50_000_000) {
            throw new IllegalArgumentException(
                    name + ": " + ticks + " ticks from " + first + " on; 50 million at most");
        }
        boolean[] available = new boolean[(int) ticks];
        List<String> remarks = new ArrayList<>(table.remarks());
        int previous = first - 1;
        int previousLine = 0;
        for (CsvTable.Row row : rows) {
            int tick = row.count("tick");
            if (tick <= previous) {
                throw new IllegalArgumentException(name + ":" + row.line() + ": tick " + tick
                        + " does not come after tick " + previous + " of line " + previousLine);
            }
            if (tick > previous + 1) {
                remarks.add(name + ":" + row.line() + ": ticks " + (previous + 1) + " to " + (tick - 1)
                        + " are missing; taken as unavailable");
            }
            available[tick - first] = flag(name, row, column) == (column.equals("available") ? 1 : 0);
            previous = tick;
            previousLine = row.line();
        }
        return new AvailabilityTrace(name, first, available, Optional.empty(), remarks);
    }

    private static int flag(String name, CsvTable.Row row, String column) {
        int flag = row.count(column);
        if (flag != 0 && flag != 1) {
            throw new IllegalArgumentException(
                    name + ":" + row.line() + ": " + column + " is " + flag + "; 0 or 1 was expected");
        }
        return flag;
    }

    public String name() {
        return name;
    }

    /** How long the file says that a tick is. */
    public Optional<Double> tickSeconds() {
        return tickSeconds;
    }

    public int firstTick() {
        return firstTick;
    }

    /** One past the last tick. */
    public int endTick() {
        return firstTick + available.length;
    }

    /** Whether spot is there at a tick of the file's own count; never outside the record. */
    public boolean at(int tick) {
        int index = tick - firstTick;
        return index >= 0 && index < available.length && available[index];
    }

    public double availableFraction() {
        int count = 0;
        for (boolean there : available) {
            count += there ? 1 : 0;
        }
        return (double) count / available.length;
    }

    /** What was odd in the file, with line numbers, and what was assumed. */
    public List<String> remarks() {
        return remarks;
    }

    /** Lengths in ticks of the complete runs of this state, in order: the first and the last run are cut off, so left out. */
    public int[] completeRuns(boolean state) {
        List<Integer> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < available.length; i++) {
            if (available[i] != available[i - 1]) {
                if (start > 0 && available[i - 1] == state) {
                    runs.add(i - start);
                }
                start = i;
            }
        }
        return runs.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return name + Arrays.toString(new int[] {firstTick, endTick()});
    }
}
