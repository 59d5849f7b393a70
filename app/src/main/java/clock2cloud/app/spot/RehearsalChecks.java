package clock2cloud.app.spot;

import clock2cloud.app.TrustLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What was forecast for real processes that were really killed, and what came: a replay of {@code rehearsals.csv}. */
final class RehearsalChecks {
    private static final int FORECAST_LOST = 2;
    private static final int FORECAST_WALL = 4;

    private RehearsalChecks() {}

    static List<TrustLine> lines() {
        List<double[]> rows = rows();
        return List.of(
                TrustLine.of(
                                "spot",
                                "work lost in a rehearsal",
                                "trainers in processes of their own, really killed, 25 November 2026",
                                "3 to 87 kills, by a law and by a bid",
                                column(rows, FORECAST_LOST),
                                column(rows, FORECAST_LOST + 1),
                                0.001)
                        .computed(),
                TrustLine.ofMean(
                                "spot",
                                "wall time of a rehearsal",
                                "the same four rehearsals",
                                "2 to 37 s, from one run without kills",
                                column(rows, FORECAST_WALL),
                                column(rows, FORECAST_WALL + 1),
                                0.25)
                        .timedOnce());
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static List<double[]> rows() {
        InputStream stream = RehearsalChecks.class.getResourceAsStream("rehearsals.csv");
        if (stream == null) {
            throw new IllegalStateException("the jar lacks rehearsals.csv");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().skip(2).map(RehearsalChecks::numbers).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String line) {
        String[] cells = line.split(",", 7);
        double[] numbers = new double[6];
        for (int i = 0; i < 6; i++) {
            numbers[i] = Double.parseDouble(cells[i]);
        }
        return numbers;
    }
}
