package clock2cloud.app.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Rows under named columns. A column whose name carries a unit ({@code clockHertz}) is printed for people with a fitting
 * prefix, and as a plain SI number in CSV.
 */
public record Table(List<String> columns, List<List<Object>> rows) {
    public static Table of(String... columns) {
        return new Table(List.of(columns), List.of());
    }

    /** This table with one more row; an empty Optional is an empty cell. */
    public Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row needs " + columns.size() + " cells for " + columns + ", not " + cells.length);
        }
        List<List<Object>> more = new ArrayList<>(rows);
        more.add(List.of(cells));
        return new Table(columns, more);
    }

    /** This table with many more rows. */
    public Table rows(List<List<Object>> others) {
        List<List<Object>> more = new ArrayList<>(rows);
        more.addAll(others);
        return new Table(columns, more);
    }

    /** RFC 4180 with plain numbers and line feeds. */
    public String csv() {
        StringBuilder out = new StringBuilder(String.join(",", columns)).append('\n');
        for (List<Object> row : rows) {
            out.append(row.stream().map(Table::csvCell).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return out.toString();
    }

    private static String csvCell(Object cell) {
        String text = plain(cell);
        return text.contains(",") || text.contains("\"") || text.contains("\n")
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static String plain(Object cell) {
        if (cell instanceof Optional<?> maybe) {
            return maybe.map(Table::plain).orElse("");
        }
        if (cell instanceof OptionalDouble maybe) {
            return maybe.isPresent() ? plain(maybe.getAsDouble()) : "";
        }
        if (cell instanceof Double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf((long) (double) number)
                    : String.valueOf(number);
        }
        return String.valueOf(cell);
    }

    /** Aligned columns for people: numbers to the right, human units. */
    public String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(this::heading).toList());
        for (List<Object> row : rows) {
            List<String> line = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                line.add(human(row.get(c), columns.get(c)));
            }
            lines.add(line);
        }
        int[] widths = new int[columns.size()];
        lines.forEach(line -> {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], line.get(c).length());
            }
        });
        return lines.stream().map(line -> aligned(line, widths) + "\n").collect(Collectors.joining());
    }

    /** The name without its unit, unless another column would then be called the same. */
    private String heading(String column) {
        String words = Unit.wordsOf(column);
        boolean shared =
                columns.stream().map(Unit::wordsOf).filter(words::equals).count() > 1;
        return shared ? Unit.allWordsOf(column) : words;
    }

    private String aligned(List<String> line, int[] widths) {
        StringBuilder out = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String pad = " ".repeat(widths[c] - line.get(c).length());
            out.append(c == 0 ? "" : "  ").append(numeric(c) ? pad + line.get(c) : line.get(c) + pad);
        }
        return out.toString().stripTrailing();
    }

    private boolean numeric(int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell instanceof Number
                                || cell instanceof OptionalDouble
                                || cell instanceof Optional<?> maybe
                                        && maybe.map(v -> v instanceof Number).orElse(true));
    }

    private static String human(Object cell, String column) {
        if (cell instanceof Optional<?> maybe) {
            return maybe.map(value -> human(value, column)).orElse("");
        }
        if (cell instanceof OptionalDouble maybe) {
            return maybe.isPresent() ? human(maybe.getAsDouble(), column) : "";
        }
        if (cell instanceof Number number) {
            Optional<Unit> unit = Unit.ofName(column);
            if (unit.isPresent()) {
                return Quantities.format(number.doubleValue(), unit.get());
            }
            return cell instanceof Double d ? Quantities.significant(d) : String.valueOf(cell);
        }
        return String.valueOf(cell);
    }
}
