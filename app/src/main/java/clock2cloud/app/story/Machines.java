package clock2cloud.app.story;

import clock2cloud.app.table.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The shipped catalogue of machines, and files of the user's own. */
public final class Machines {
    /** Names of the shipped machines. */
    public static final List<String> SHIPPED = List.of("laptop-2009", "p2.xlarge", "p3.2xlarge", "p5.4xlarge");

    private Machines() {}

    /**
     * A shipped machine by name, or a user's file by path.
     *
     * @throws IllegalArgumentException when it is neither, listing what is shipped
     */
    public static Machine named(String name) {
        if (SHIPPED.contains(name)) {
            return Json.read(text("machines/" + name + ".json"), name + ".json", Machine.class);
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no machine; there are " + String.join(", ", SHIPPED) + ", or name a JSON file");
        }
        return Json.read(file, Machine.class);
    }

    static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(Machines.class.getResourceAsStream(resource), resource + " is not in the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
