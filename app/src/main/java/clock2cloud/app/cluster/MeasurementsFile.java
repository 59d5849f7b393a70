package clock2cloud.app.cluster;

import clock2cloud.app.table.CsvLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two columns of numbers from a CSV file with a header: how many workers, and what they got done. */
record MeasurementsFile(String xName, String yName, List<Double> xs, List<Double> ys) {
    /** Reads two named columns, or the first two when no names are given. */
    static MeasurementsFile read(Path file, List<String> columns) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read as text; name a CSV file", e);
        }
        return parse(file.toString(), lines, columns);
    }

    static MeasurementsFile parse(String name, List<String> lines, List<String> columns) {
        int header = 0;
        while (header < lines.size() && skipped(lines.get(header))) {
            header++;
        }
        if (header == lines.size()) {
            throw new IllegalArgumentException(name + ":1: empty; right would be a header and rows such as 4,78");
        }
        List<String> names = cells(lines.get(header));
        List<String> wanted = columns.isEmpty() ? names.subList(0, Math.min(2, names.size())) : columns;
        int[] at = wanted.stream().mapToInt(names::indexOf).toArray();
        if (wanted.size() != 2 || at[0] < 0 || at[1] < 0) {
            throw new IllegalArgumentException(
                    name + ":" + (header + 1) + ": the columns are " + String.join(",", names)
                            + "; right would be two of them, for example --columns workers,throughput");
        }
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        for (int i = header + 1; i < lines.size(); i++) {
            if (!skipped(lines.get(i))) {
                List<String> row = cells(lines.get(i));
                xs.add(number(name, i + 1, row, at[0], wanted.get(0)));
                ys.add(number(name, i + 1, row, at[1], wanted.get(1)));
            }
        }
        return new MeasurementsFile(wanted.get(0), wanted.get(1), xs, ys);
    }

    private static boolean skipped(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static List<String> cells(String line) {
        return CsvLine.cells(line.replace("\uFEFF", ""));
    }

    private static double number(String name, int line, List<String> row, int at, String column) {
        String text = at < row.size() ? row.get(at) : "";
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as every other value that is none
        }
        throw new IllegalArgumentException(name + ":" + line + ":" + (at + 1) + ": " + column + " is '" + text
                + "'; right would be a number above 0");
    }
}
