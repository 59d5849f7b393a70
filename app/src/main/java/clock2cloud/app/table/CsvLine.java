package clock2cloud.app.table;

import java.util.ArrayList;
import java.util.List;

/** One line of comma-separated values (RFC 4180, but that a cell never goes over lines): quotes keep commas together, a quote in quotes is doubled. */
public final class CsvLine {
    private CsvLine() {}

    /** Its cells, without quotes and the spaces around them. */
    public static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is opened and not closed");
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
