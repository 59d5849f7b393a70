package clock2cloud.signal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of a table shipped in the jar: commas or blanks between columns, no quotes, {@code #} begins a comment. */
public final class Csv {
    private Csv() {}

    /** All rows of the resource {@code file} beside {@code owner}, the first of them too. */
    public static List<List<String>> rows(Class<?> owner, String file, String separator) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    rows.add(List.of(line.strip().split(separator, -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return List.copyOf(rows);
    }
}
