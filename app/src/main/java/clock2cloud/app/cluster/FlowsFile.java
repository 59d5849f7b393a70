package clock2cloud.app.cluster;

import clock2cloud.app.table.CsvLine;
import clock2cloud.cluster.network.FlowSchedule;
import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Flows as CSV with the columns start_s, source, destination, bytes. */
final class FlowsFile {
    static final List<String> COLUMNS = List.of("start_s", "source", "destination", "bytes");

    private final Path file;
    private final Platform platform;
    private final Set<List<Host>> reachable = new HashSet<>();
    private int line;

    private FlowsFile(Path file, Platform platform) {
        this.file = file;
        this.platform = platform;
    }

    static List<FlowSchedule.Request> read(Path file, Platform platform) {
        return new FlowsFile(file, platform).read();
    }

    private List<FlowSchedule.Request> read() {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            List<FlowSchedule.Request> flows = new ArrayList<>();
            List<String> names = next(reader);
            if (names.isEmpty()) {
                throw wrong("empty; the first line is " + String.join(",", COLUMNS));
            }
            int[] places = header(names);
            for (List<String> cells = next(reader); !cells.isEmpty(); cells = next(reader)) {
                flows.add(flow(cells, places));
            }
            return flows;
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(
                    file + ":" + (line + 1) + ": not UTF-8 text; name a CSV file, unpacked", e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": no such file; name a CSV file of flows", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read; name a CSV file of flows", e);
        }
    }

    /** The cells of the next line that is neither empty nor a # comment; none at the end. */
    private List<String> next(BufferedReader reader) throws IOException {
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            String row = text.strip();
            if (!row.isEmpty() && !row.startsWith("#")) {
                return cells(row.replace("\uFEFF", ""));
            }
        }
        return List.of();
    }

    private List<String> cells(String row) {
        try {
            return CsvLine.cells(row);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private int[] header(List<String> names) {
        int[] places = COLUMNS.stream().mapToInt(names::indexOf).toArray();
        if (Arrays.stream(places).anyMatch(place -> place < 0)) {
            throw wrong("the columns are " + names + "; right would be " + String.join(",", COLUMNS));
        }
        return places;
    }

    private FlowSchedule.Request flow(List<String> cells, int[] places) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= cells.size() || cells.get(places[i]).isEmpty()) {
                throw wrong("no " + COLUMNS.get(i) + "; a row has " + String.join(",", COLUMNS));
            }
        }
        try {
            Host source = platform.host(cells.get(places[1]));
            Host destination = platform.host(cells.get(places[2]));
            if (reachable.add(List.of(source, destination))) {
                platform.route(source, destination);
            }
            return new FlowSchedule.Request(
                    number(cells.get(places[0]), "start_s"),
                    source,
                    destination,
                    number(cells.get(places[3]), "bytes"));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private static double number(String text, String column) {
        if (text.endsWith("d") || text.endsWith("f")) { // which Java would read as 1
            throw new IllegalArgumentException(column + " is '" + text + "', it must be a number");
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " is '" + text + "', it must be a number", e);
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(file + ":" + Math.max(line, 1) + ": " + what);
    }
}
