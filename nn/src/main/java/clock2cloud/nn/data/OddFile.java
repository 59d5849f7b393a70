package clock2cloud.nn.data;

import java.nio.file.Path;

/** A file that is no example, and why. */
public record OddFile(Path file, String reason) {
    @Override
    public String toString() {
        return file + ": " + reason;
    }
}
