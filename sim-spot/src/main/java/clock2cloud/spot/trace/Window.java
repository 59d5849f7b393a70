package clock2cloud.spot.trace;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a trace in which a job is tried.
 *
 * @param line of the file, counted from 1
 * @param index the number that the file gives it, or its place from 0
 * @param startTick in the trace's own count
 * @param lengthTicks how many ticks belong to it
 * @param marked whether the public evaluator uses it
 */
public record Window(int line, int index, int startTick, int lengthTicks, boolean marked) {

    /** The windows of a file, and what was assumed about it. */
    public record Listed(List<Window> windows, List<String> remarks) {}

    /** Reads {@code start_tick,length_ticks} with optional {@code file_index} and {@code in_evaluator_30}. */
    public static Listed read(String name, Reader reader) {
        CsvTable table = CsvTable.read(name, reader, "start_tick", "length_ticks");
        List<Window> windows = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            int length = row.count("length_ticks");
            if (length < 1) {
                throw new IllegalArgumentException(
                        name + ":" + row.line() + ": length_ticks is " + length + "; at least 1 was expected");
            }
            windows.add(new Window(
                    row.line(),
                    table.has("file_index") ? row.count("file_index") : windows.size(),
                    row.count("start_tick"),
                    length,
                    table.has("in_evaluator_30") && row.count("in_evaluator_30") == 1));
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException(name + ": no windows under the header");
        }
        return new Listed(List.copyOf(windows), table.remarks());
    }

    public int endTick() {
        return startTick + lengthTicks;
    }
}
