package clock2cloud.app.spot;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;

/** Files that the user names: read whole by an island's reader, refused in one line when they are not there. */
final class Inputs {
    private Inputs() {}

    static <T> T read(Path file, BiFunction<String, Reader, T> reader) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException(file + ": no such file, or not readable");
        }
        try (Reader text = Files.newBufferedReader(file)) {
            return reader.apply(file.toString(), text);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read as text (" + e.getMessage() + ")", e);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(file + ": not a text file in UTF-8", e);
        }
    }
}
