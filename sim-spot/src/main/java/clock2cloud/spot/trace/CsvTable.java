package clock2cloud.spot.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A small CSV file with a header line and quoted fields, read whole; lines that start with # are comments. A file of bare
 * numbers may do without a header where the reader says what its columns would be, and {@link #remarks} then says so.
 */
public final class CsvTable {
    private final String name;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> unnamed;
    private String header = "";

    private CsvTable(String name, List<String> unnamed) {
        this.name = name;
        this.unnamed = unnamed;
    }

    /** Reads a table; {@code name} is what the errors call it, {@code unnamed} the columns of a file without a header. */
    public static CsvTable read(String name, Reader reader, String... unnamed) {
        CsvTable table = new CsvTable(name, List.of(unnamed));
        try (BufferedReader lines = new BufferedReader(reader)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String bare = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!bare.isBlank() && !bare.startsWith("#")) {
                    table.add(number, bare);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (table.columns.isEmpty()) {
            throw new IllegalArgumentException(name + ": empty; a header line and rows were expected");
        }
        return table;
    }

    private void add(int number, String line) {
        List<String> fields = split(line);
        if (columns.isEmpty() && isBare(fields)) {
            name(number, line, unnamed);
            remarks.add(name + ":" + number + ": no header; the columns are taken as " + String.join(",", unnamed));
        } else if (columns.isEmpty()) {
            name(number, line, fields);
            return;
        }
        if (fields.size() == columns.size()) {
            rows.add(new Row(number, fields));
        } else {
            throw new IllegalArgumentException(
                    name + ":" + number + ": " + fields.size() + " fields, but the header has " + columns.size());
        }
    }

    private boolean isBare(List<String> fields) {
        return fields.size() == unnamed.size() && fields.stream().allMatch(field -> field.matches("[-+]?[0-9.]+"));
    }

    private void name(int number, String line, List<String> names) {
        header = name + ":" + number + ": the header '" + line.strip() + "'";
        for (int i = 0; i < names.size(); i++) {
            if (columns.put(names.get(i), i) != null) {
                throw new IllegalArgumentException(header + " names " + names.get(i) + " twice");
            }
        }
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** What was assumed about the file, with line numbers. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** One line of the file. */
    public final class Row {
        private final int line;
        private final List<String> fields;

        private Row(int line, List<String> fields) {
            this.line = line;
            this.fields = fields;
        }

        public int line() {
            return line;
        }

        public boolean has(String column) {
            return columns.containsKey(column);
        }

        public String text(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException(header + " has no column '" + column + "'");
            }
            return fields.get(index);
        }

        /** The number in a column; empty where the field is. */
        public OptionalDouble maybe(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                return OptionalDouble.of(Double.parseDouble(text));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        name + ":" + line + ": '" + text + "' in column " + column + " is not a number", e);
            }
        }

        public double number(String column) {
            return maybe(column)
                    .orElseThrow(
                            () -> new IllegalArgumentException(name + ":" + line + ": column " + column + " is empty"));
        }

        /** The whole number in a column. */
        public int count(String column) {
            double number = number(column);
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        name + ":" + line + ": '" + text(column) + "' in column " + column + " is not a whole number");
            }
            return (int) number;
        }
    }
}
