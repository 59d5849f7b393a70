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

/** A small CSV file with a header line and quoted fields, read whole; lines that start with # are comments. */
public final class CsvTable {
    private final String name;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private CsvTable(String name) {
        this.name = name;
    }

    /** Reads a table; {@code name} is what the errors call it. */
    public static CsvTable read(String name, Reader reader) {
        CsvTable table = new CsvTable(name);
        try (BufferedReader lines = new BufferedReader(reader)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    table.add(number, split(line));
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

    private void add(int number, List<String> fields) {
        if (columns.isEmpty()) {
            for (int i = 0; i < fields.size(); i++) {
                columns.put(fields.get(i).strip(), i);
            }
        } else if (fields.size() == columns.size()) {
            rows.add(new Row(number, fields));
        } else {
            throw new IllegalArgumentException(
                    name + ":" + number + ": " + fields.size() + " fields, but the header has " + columns.size());
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
                throw new IllegalArgumentException(name + ": no column '" + column + "' in the header");
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
