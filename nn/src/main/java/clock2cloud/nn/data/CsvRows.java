package clock2cloud.nn.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The labels and numbers of a CSV file. A first line with more than one cell that is no number is a header. */
final class CsvRows {
    private static final Set<String> LABEL_HEADERS = Set.of("label", "class", "target", "y");

    private final Path file;
    private final CsvText text;
    private final List<String> header;
    private final int columns;
    private final int labelColumn;
    private final String guess;
    private final List<String> labels = new ArrayList<>();
    private float[] values;
    private int size;

    CsvRows(Path file, Optional<String> wantedLabel) {
        this.file = file;
        text = new CsvText(file);
        int begin = text.begin();
        List<String> first = text.cells(begin, text.endOfLine(begin));
        columns = first.size();
        if (columns < 2) {
            throw new IllegalArgumentException(
                    file + ":1: a row needs a label and at least one number, with commas between them");
        }
        boolean named = first.stream()
                        .filter(cell -> Double.isNaN(CsvText.number(cell)))
                        .count()
                > 1;
        header = named ? first : List.of();
        labelColumn = labelColumn(wantedLabel);
        guess = wantedLabel.isEmpty() && labelColumn == 0
                ? "; the first column is taken for the label where no other is named"
                : "";
        values = new float[Math.max(16, text.length() / 4)];
        readRows(named ? text.nextLine(begin) : begin, named ? 2 : 1);
        values = Arrays.copyOf(values, size);
    }

    int features() {
        return columns - 1;
    }

    float[] values() {
        return values;
    }

    List<String> labels() {
        return labels;
    }

    boolean hasPixelHeaders() {
        return header.stream().filter(cell -> lower(cell).startsWith("pixel")).count() == columns - 1;
    }

    private int labelColumn(Optional<String> wanted) {
        if (wanted.isEmpty()) {
            List<String> known = header.stream()
                    .filter(cell -> LABEL_HEADERS.contains(lower(cell)))
                    .toList();
            return known.isEmpty() ? 0 : header.indexOf(known.get(0));
        }
        String name = wanted.get();
        int number = name.matches("[0-9]{1,6}") ? Integer.parseInt(name) : 0;
        int column = header.contains(name) ? header.indexOf(name) : number - 1;
        if (column < 0 || column >= columns) {
            throw new IllegalArgumentException(file + ":1: no column " + name
                    + ": the label column is a header of the file or a number from 1 to " + columns);
        }
        return column;
    }

    private static String lower(String cell) {
        return cell.toLowerCase(Locale.ROOT);
    }

    private void readRows(int begin, int firstLine) {
        int line = firstLine;
        for (int at = begin; at < text.length(); at = text.nextLine(at)) {
            int end = text.endOfLine(at);
            if (end > at) {
                readRow(at, end, line);
            }
            line++;
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException(file + ": holds no rows");
        }
    }

    private void readRow(int begin, int end, int line) {
        if (size + columns > values.length) {
            values = Arrays.copyOf(values, values.length * 2 + columns);
        }
        int column = 0;
        for (int at = begin; at <= end; column++) {
            int stop = text.endOfCell(at, end);
            if (column == labelColumn) {
                labels.add(label(text.cell(at, stop), line));
            } else if (column < columns) {
                values[size++] = number(at, stop, line, column);
            }
            at = stop + 1;
        }
        if (column != columns) {
            throw new IllegalArgumentException(
                    file + ":" + line + ": " + column + " cells, where the first line has " + columns);
        }
    }

    private String label(String cell, int line) {
        double number = CsvText.number(cell);
        if (cell.isEmpty() || (number != Math.rint(number) && !Double.isNaN(number))) {
            throw new IllegalArgumentException(file + ":" + line + ":" + (labelColumn + 1) + ": label \"" + cell
                    + "\" is neither a whole number nor a name" + guess);
        }
        return Math.abs(number) < 1e9 ? Long.toString((long) number) : cell;
    }

    private float number(int at, int end, int line, int column) {
        float value = text.number(at, end);
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException(
                    file + ":" + line + ":" + (column + 1) + ": \"" + text.cell(at, end) + "\" is not a finite number");
        }
        return value;
    }
}
