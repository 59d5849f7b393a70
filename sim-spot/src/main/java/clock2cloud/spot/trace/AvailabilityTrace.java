package clock2cloud.spot.trace;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether spot capacity was there, tick by tick. Ticks that the file skips count as unavailable and are named in {@link
 * #remarks}.
 */
public final class AvailabilityTrace {
    private final String name;
    private final int firstTick;
    private final boolean[] available;
    private final List<String> remarks;

    private AvailabilityTrace(String name, int firstTick, boolean[] available, List<String> remarks) {
        this.name = name;
        this.firstTick = firstTick;
        this.available = available;
        this.remarks = List.copyOf(remarks);
    }

    public static AvailabilityTrace of(String name, int firstTick, boolean... available) {
        return new AvailabilityTrace(name, firstTick, available.clone(), List.of());
    }

    /** Reads a CSV with columns {@code tick,unavailable}; ticks must rise, unavailable is 0 or 1. */
    public static AvailabilityTrace read(String name, Reader reader) {
        List<CsvTable.Row> rows = CsvTable.read(name, reader).rows();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(name + ": no ticks under the header tick,unavailable");
        }
        int first = rows.get(0).count("tick");
        int last = rows.get(rows.size() - 1).count("tick");
        if (last < first || last - (long) first > 50_000_000) {
            throw new IllegalArgumentException(
                    name + ": ticks " + first + " to " + last + " must rise, 50 million at most");
        }
        boolean[] available = new boolean[last - first + 1];
        List<String> remarks = new ArrayList<>();
        int previous = first - 1;
        for (CsvTable.Row row : rows) {
            int tick = row.count("tick");
            if (tick <= previous || tick > last) {
                throw new IllegalArgumentException(
                        name + ":" + row.line() + ": tick " + tick + " does not come after tick " + previous);
            }
            if (tick > previous + 1) {
                remarks.add(name + ":" + row.line() + ": ticks " + (previous + 1) + " to " + (tick - 1)
                        + " are missing; taken as unavailable");
            }
            available[tick - first] = flag(name, row) == 0;
            previous = tick;
        }
        return new AvailabilityTrace(name, first, available, remarks);
    }

    private static int flag(String name, CsvTable.Row row) {
        int unavailable = row.count("unavailable");
        if (unavailable != 0 && unavailable != 1) {
            throw new IllegalArgumentException(name + ":" + row.line() + ": unavailable is " + unavailable
                    + "; 0 (spot is there) or 1 was expected");
        }
        return unavailable;
    }

    public String name() {
        return name;
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
