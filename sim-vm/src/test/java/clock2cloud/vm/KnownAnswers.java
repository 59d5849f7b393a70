package clock2cloud.vm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Rows of a known-answer table of this module: comments and the header are skipped. */
public final class KnownAnswers {
    private KnownAnswers() {}

    public static Stream<List<String>> rows(String file) {
        try (InputStream in = Objects.requireNonNull(KnownAnswers.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
            return lines.stream().skip(1).map(l -> List.of(l.split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number, or a quotient such as 2/11. */
    public static double number(String cell) {
        String[] parts = cell.trim().split("/", -1);
        double value = Double.parseDouble(parts[0]);
        return parts.length == 1 ? value : value / Double.parseDouble(parts[1]);
    }
}
