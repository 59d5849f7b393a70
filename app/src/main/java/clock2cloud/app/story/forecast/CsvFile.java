package clock2cloud.app.story.forecast;

import clock2cloud.app.table.CsvLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A CSV file with a header; lines that begin with # are comments. Every error names {@code file:line}. */
public final class CsvFile {
    private final String name;
    private final Map<String, String> defaults;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private CsvFile(String name, Map<String, String> defaults) {
        this.name = name;
        this.defaults = Map.copyOf(defaults);
    }

    /** A line under its header. */
    public final class Row {
        private final int line;
        private final List<String> cells;

        private Row(int line, List<String> cells) {
            this.line = line;
            this.cells = cells;
        }

        /** The cell, or its default where it is empty or the file has no such column. */
        public Optional<String> cell(String column) {
            if (cells.size() > columns.size()) {
                throw new IllegalArgumentException(cells.size() + " cells, but the header has " + columns.size()
                        + ": a cell with commas needs quotes, and a net may be written 784-128-10");
            }
            Integer at = columns.get(column);
            return at == null || at >= cells.size() || cells.get(at).isEmpty()
                    ? Optional.ofNullable(defaults.get(column))
                    : Optional.of(cells.get(at));
        }

        /** Whether the cell is there and says so. */
        boolean holds(String column, String text) {
            return cells.size() <= columns.size()
                    && cell(column).filter(text::equals).isPresent();
        }

        /** The cell, which must be there. */
        public String required(String column) {
            return cell(column).orElseThrow(() -> new IllegalArgumentException(column + " is missing"));
        }

        public int count(String column, int otherwise) {
            return cell(column).map(text -> whole(column, text)).orElse(otherwise);
        }

        public double positive(String column) {
            String text = required(column);
            try {
                double value = Double.parseDouble(text);
                if (value > 0 && value < Double.POSITIVE_INFINITY) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(column + " '" + text + "' is no number", e);
            }
            throw new IllegalArgumentException(column + " " + text + " must be above 0");
        }

        private static int whole(String column, String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(column + " '" + text + "' is no whole number", e);
            }
        }

        /** {@code file:line}. */
        public String place() {
            return name + ":" + line;
        }

        public int line() {
            return line;
        }
    }

    /** Reads a file that has at least the columns named. */
    public static CsvFile read(Path file, List<String> needed, List<String> known) {
        return read(file, needed, known, Map.of());
    }

    /** The same, with what an empty cell or a missing column stands for. */
    public static CsvFile read(Path file, List<String> needed, List<String> known, Map<String, String> defaults) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read as text; name a readable CSV file", e);
        }
        CsvFile csv = new CsvFile(file.toString(), defaults);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (csv.columns.isEmpty()) {
                csv.header(cells(file, i + 1, line), i + 1, needed, known);
            } else {
                csv.rows.add(csv.new Row(i + 1, cells(file, i + 1, line)));
            }
        }
        if (csv.columns.isEmpty()) {
            throw new IllegalArgumentException(file + ":1: is empty; its first line names the columns " + needed);
        }
        return csv;
    }

    private void header(List<String> cells, int line, List<String> needed, List<String> known) {
        for (int c = 0; c < cells.size(); c++) {
            String column = cells.get(c).toLowerCase(Locale.ROOT);
            if (columns.put(column, c) != null) {
                throw new IllegalArgumentException(
                        name + ":" + line + ": the column " + column + " stands there twice");
            }
        }
        for (String column : needed) {
            if (!columns.containsKey(column) && !defaults.containsKey(column)) {
                throw new IllegalArgumentException(name + ":" + line + ": the column " + column
                        + " is missing; there must be " + String.join(", ", needed));
            }
        }
        for (String column : columns.keySet()) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException(
                        name + ":" + line + ": '" + column + "' is no column; there are " + String.join(", ", known));
            }
        }
    }

    private static List<String> cells(Path file, int line, String text) {
        try {
            return CsvLine.cells(line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ":" + line + ": " + e.getMessage(), e);
        }
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }
}
