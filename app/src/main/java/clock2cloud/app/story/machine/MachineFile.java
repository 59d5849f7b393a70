package clock2cloud.app.story.machine;

import clock2cloud.app.table.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user's machine file; what is missing or impossible is named with the line where it stands, or would stand. */
final class MachineFile {
    private static final Pattern PLACE = Pattern.compile("^(.*?):\\d+:\\d+: (.*)$", Pattern.DOTALL);

    private static final Pattern FIELD = Pattern.compile("\\b(?:[a-z]\\w*(?:\\[\\d+])?\\.)*([a-z]\\w*)\\b");

    private MachineFile() {}

    static Machine read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read as text; name a readable JSON file", e);
        }
        try {
            return Json.read(text, file.toString(), Machine.class);
        } catch (IllegalArgumentException e) {
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            if (!place.matches() || syntax(place.group(2))) {
                throw e;
            }
            String why = place.group(2)
                    .replaceAll(": Cannot map `null`.*", " is missing")
                    .replaceFirst("^(?:[a-z]\\w*): (?=[a-z]\\w*\\.)", "");
            throw new IllegalArgumentException(file + ":" + line(text, why) + ": " + why, e);
        }
    }

    private static boolean syntax(String why) {
        return why.startsWith("Unexpected") || why.startsWith("Illegal");
    }

    /** The line of the field that a message begins with, or of the object that lacks it; the first where neither stands. */
    private static int line(String text, String why) {
        Matcher field = FIELD.matcher(why);
        if (!field.find()) {
            return 1;
        }
        List<String> lines = text.lines().toList();
        List<String> path = List.of(field.group().split("\\.", -1));
        int found = 1;
        int from = 0;
        for (String name : path) {
            String key = "\"" + name.replaceAll("\\[.*", "") + "\"";
            for (int i = from; i < lines.size(); i++) {
                if (lines.get(i).contains(key)) {
                    found = i + 1;
                    from = i;
                    break;
                }
            }
        }
        return found;
    }
}
