package clock2cloud.vm.pool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * A trace of machines as CSV: {@code name,tenant,arrivalSeconds,lifetimeSeconds,cores,ramBytes,diskBytes} with a header
 * line, in order of arrival; an empty lifetime stays for ever. Comments begin with {@code #}.
 */
public final class VmTrace {
    private static final String HEADER = "name,tenant,arrivalSeconds,lifetimeSeconds,cores,ramBytes,diskBytes";

    private VmTrace() {}

    /** Reads all of it; what does not fit is refused with {@code file:line:column}. */
    public static List<VmRequest> read(Reader reader, String file) throws IOException {
        List<VmRequest> requests = new ArrayList<>();
        BufferedReader lines = new BufferedReader(reader);
        boolean header = false;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!header) {
                if (!line.replace("\ufeff", "").strip().equals(HEADER)) {
                    throw bad(file, number, 1, "the header must be " + HEADER);
                }
                header = true;
                continue;
            }
            VmRequest request = request(line, file, number);
            double last =
                    requests.isEmpty() ? 0 : requests.get(requests.size() - 1).arrivalSeconds();
            if (request.arrivalSeconds() < last) {
                throw bad(
                        file,
                        number,
                        1,
                        "arrival " + request.arrivalSeconds() + " s is before the line above, " + last
                                + " s: sort the trace");
            }
            requests.add(request);
        }
        if (!header) {
            throw bad(file, Math.max(1, number), 1, "it is empty; the header must be " + HEADER);
        }
        return requests;
    }

    private static VmRequest request(String line, String file, int number) {
        String[] cells = line.split(",", -1);
        if (cells.length != 7) {
            throw bad(file, number, 1, "7 columns are needed, " + cells.length + " found");
        }
        double[] values = new double[7];
        int column = 1;
        for (int i = 0; i < cells.length; i++) {
            values[i] = i < 2 ? 0 : value(cells[i].strip(), i == 3, file, number, column);
            column += cells[i].length() + 1;
        }
        try {
            Bundle size = new Bundle(values[4], values[5], values[6]);
            return new VmRequest(cells[0].strip(), cells[1].strip(), values[2], values[3], size);
        } catch (IllegalArgumentException e) {
            throw bad(file, number, 1, String.valueOf(e.getMessage()));
        }
    }

    private static double value(String cell, boolean mayBeEmpty, String file, int line, int column) {
        if (cell.isEmpty() && mayBeEmpty) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw bad(file, line, column, "a number is needed, not '" + cell + "'");
        }
    }

    private static IllegalArgumentException bad(String file, int line, int column, String what) {
        return new IllegalArgumentException(file + ":" + line + ":" + column + ": " + what);
    }
}
