package clock2cloud.nn.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Where the lines and cells of a CSV file lie: cells apart by commas, or by the semicolons or tabs of a first line
 * without commas; RFC 4180's double quotes around a cell, but no line break in one.
 */
final class CsvText {
    private final byte[] text;
    private final char separator;

    CsvText(Path file) {
        text = unpacked(file);
        for (byte one : text) {
            if (one == 0) {
                throw new IllegalArgumentException(file + ": holds a zero byte: not a text in ASCII or UTF-8");
            }
        }
        String first = string(begin(), endOfLine(begin()));
        separator = first.indexOf(',') >= 0 ? ',' : first.indexOf(';') >= 0 ? ';' : '\t';
    }

    private static byte[] unpacked(Path file) {
        byte[] content = DataFiles.bytes(file);
        if (content.length < 2 || content[0] != 0x1f || content[1] != (byte) 0x8b) {
            return content;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": damaged gzip stream (" + e.getMessage() + ")", e);
        }
    }

    int length() {
        return text.length;
    }

    /** After the byte order mark, if there is one. */
    int begin() {
        return text.length > 2 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb ? 3 : 0;
    }

    int nextLine(int at) {
        int end = endOfLine(at);
        return end + (end + 1 < text.length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
    }

    /** The end of the line that begins here, without its line break: LF, CR LF or CR alone. */
    int endOfLine(int at) {
        int end = at;
        while (end < text.length && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    int endOfCell(int at, int endOfLine) {
        boolean quoted = false;
        int end = at;
        while (end < endOfLine && (quoted || text[end] != separator)) {
            quoted ^= text[end++] == '"';
        }
        return end;
    }

    List<String> cells(int at, int endOfLine) {
        List<String> cells = new ArrayList<>();
        for (int from = at; from <= endOfLine; ) {
            int end = endOfCell(from, endOfLine);
            cells.add(cell(from, end));
            from = end + 1;
        }
        return cells;
    }

    /** A cell's text, trimmed and without its quotes. */
    String cell(int at, int end) {
        String cell = string(at, end).trim();
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted
                ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").trim()
                : cell;
    }

    /** The cell as a number, or NaN: short whole numbers by hand, as they are most of a picture. */
    float number(int at, int end) {
        int whole = 0;
        int digit = at;
        while (digit < end && digit < at + 6 && text[digit] >= '0' && text[digit] <= '9') {
            whole = whole * 10 + text[digit++] - '0';
        }
        return digit == end && end > at ? whole : (float) number(cell(at, end));
    }

    static double number(String cell) {
        return cell.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")
                ? Double.parseDouble(cell)
                : Double.NaN;
    }

    private String string(int at, int end) {
        return new String(text, at, end - at, StandardCharsets.UTF_8);
    }
}
