package clock2cloud.app.table;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the JSON reader objects to, in the words of somebody who writes the file. */
final class JsonComplaint {
    private static final Pattern ABSENT =
            Pattern.compile("(?:Null value for creator property|Cannot map `null` into type).*", Pattern.DOTALL);
    private static final Pattern UNKNOWN = Pattern.compile("Unrecognized field \"([^\"]*)\".*", Pattern.DOTALL);
    private static final Pattern CHOICE =
            Pattern.compile("Cannot deserialize .* from String (\".*\"): not one of .*\\[(.*)\\].*", Pattern.DOTALL);
    private static final Pattern NOT_A_NUMBER = Pattern.compile(
            "Cannot deserialize value of type `(?:double|int|long|java\\.lang\\.\\w+)` from String (\".*\"): .*",
            Pattern.DOTALL);
    private static final Pattern TWICE = Pattern.compile("Duplicate field '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern SHAPE =
            Pattern.compile("Cannot deserialize value of type `([^`]*)` from (\\w+) value.*", Pattern.DOTALL);
    private static final Pattern TEXT_FOR_RECORD = Pattern.compile(
            "Cannot construct instance of `[^`]*`.*no (\\w+)(?:/\\w+)?-argument constructor.*", Pattern.DOTALL);

    private JsonComplaint() {}

    /** The message in plain words; as it was where no words are known. */
    static String plain(String message) {
        if (ABSENT.matcher(message).matches()) {
            return "is missing";
        }
        if (message.startsWith("No content")) {
            return "empty; right would be an object {…}";
        }
        if (message.startsWith("Unexpected end-of-input")) {
            return "the file ends too early; a } or ] is missing";
        }
        Matcher m = UNKNOWN.matcher(message);
        if (m.matches()) {
            return "there is no such key";
        }
        m = TWICE.matcher(message);
        if (m.matches()) {
            return m.group(1) + " is there twice";
        }
        m = CHOICE.matcher(message);
        if (m.matches()) {
            return m.group(1) + " is none of " + m.group(2).toLowerCase(Locale.ROOT);
        }
        m = NOT_A_NUMBER.matcher(message);
        if (m.matches()) {
            return m.group(1) + " is not a number";
        }
        m = SHAPE.matcher(message);
        if (m.matches()) {
            return needed(m.group(1)) + " is needed, not " + found(m.group(2));
        }
        m = TEXT_FOR_RECORD.matcher(message);
        return m.matches()
                ? "an object {…} is needed, not a " + (m.group(1).equals("String") ? "text" : "number")
                : message.replaceAll("; enable `.*|: enable `.*| \\(start marker at .*", "");
    }

    private static String needed(String type) {
        if (type.contains("List") || type.endsWith("[]")) {
            return "a list […]";
        }
        return switch (type) {
            case "int", "long", "java.lang.Integer", "java.lang.Long" -> "a whole number";
            case "double", "java.lang.Double" -> "a number";
            case "boolean", "java.lang.Boolean" -> "true or false";
            case "java.lang.String" -> "a text";
            default -> "an object {…}";
        };
    }

    private static String found(String token) {
        return switch (token) {
            case "Array" -> "a list […]";
            case "Object" -> "an object {…}";
            case "Boolean" -> "true or false";
            case "String" -> "a text";
            default -> "a number";
        };
    }
}
