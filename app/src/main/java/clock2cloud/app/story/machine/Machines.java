package clock2cloud.app.story.machine;

import clock2cloud.app.story.Shipped;
import clock2cloud.app.table.Json;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shipped catalogue of machines, and files of the user's own. */
public final class Machines {
    /** Names of the shipped machines, in the order of the catalogue. */
    public static final List<String> SHIPPED = text("index.txt").lines().toList();

    private static final Map<String, Machine> READ = new ConcurrentHashMap<>();

    private Machines() {}

    /**
     * A shipped machine by name, or a user's file by path.
     *
     * @throws IllegalArgumentException when it is neither, with the names that are nearest
     */
    public static Machine named(String name) {
        if (SHIPPED.contains(name)) {
            return READ.computeIfAbsent(name, key -> Json.read(text(key + ".json"), key + ".json", Machine.class));
        }
        if (isFile(name)) {
            return MachineFile.read(Path.of(name));
        }
        if (name.endsWith(".json") || name.contains("/")) {
            throw new IllegalArgumentException(name + ": there is no such file; name a readable JSON file");
        }
        throw new IllegalArgumentException("'" + name + "' is no machine; did you mean " + String.join(", ", near(name))
                + "? ./c2c machines lists all, or name a JSON file");
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The five shipped names that are most like a text. */
    public static List<String> near(String name) {
        return SHIPPED.stream()
                .sorted(Comparator.comparingInt(shipped -> distance(name, shipped)))
                .limit(5)
                .toList();
    }

    /** Letters to change, add or leave out (Levenshtein 1966); a name that begins alike is nearer by as many letters. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        int alike = 0;
        while (alike < Math.min(a.length(), b.length()) && a.charAt(alike) == b.charAt(alike)) {
            alike++;
        }
        return 2 * row[b.length()] - alike;
    }

    private static String text(String file) {
        return Shipped.text("machines/" + file);
    }
}
