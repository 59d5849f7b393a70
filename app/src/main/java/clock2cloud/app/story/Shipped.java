package clock2cloud.app.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that ship with the program, beside the story. */
public final class Shipped {
    private Shipped() {}

    /** The text of a resource, named from the story's own folder on. */
    public static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(Shipped.class.getResourceAsStream(resource), resource + " is not in the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
