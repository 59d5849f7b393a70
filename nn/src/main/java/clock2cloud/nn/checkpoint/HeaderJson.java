package clock2cloud.nn.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** As much of JSON as a safetensors header uses: objects, arrays, strings and whole numbers (RFC 8259). */
final class HeaderJson {
    private static final int DEEPEST = 4;

    private final String text;
    private int at;

    private HeaderJson(String text) {
        this.text = text;
    }

    /** The text is no such JSON. */
    static final class Malformed extends Exception {
        Malformed(String message) {
            super(message);
        }
    }

    static Map<String, Object> object(String text) throws Malformed {
        HeaderJson json = new HeaderJson(text);
        Map<String, Object> object = asObject(json.value(0));
        json.space();
        if (json.at != text.length()) {
            throw json.malformed("the end");
        }
        return object;
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @SuppressWarnings("unchecked") // only parsed objects, whose keys are text, are maps
    static Map<String, Object> asObject(Object value) throws Malformed {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new Malformed("an object is expected, not " + value);
    }

    static String asText(Object value) throws Malformed {
        if (value instanceof String string) {
            return string;
        }
        throw new Malformed("a text is expected, not " + value);
    }

    static List<Long> asNumbers(Object value) throws Malformed {
        List<Long> numbers = new ArrayList<>();
        for (Object element : value instanceof List<?> list ? list : List.of("no array")) {
            if (!(element instanceof Long number)) {
                throw new Malformed("an array of whole numbers is expected, not " + value);
            }
            numbers.add(number);
        }
        return numbers;
    }

    private Object value(int depth) throws Malformed {
        space();
        char c = at < text.length() ? text.charAt(at) : ' ';
        if (depth < DEEPEST && c == '{') {
            return object(depth);
        }
        if (depth < DEEPEST && c == '[') {
            return array(depth);
        }
        return c == '"' ? string() : number();
    }

    private Map<String, Object> object(int depth) throws Malformed {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        for (boolean more = !skips('}'); more; more = !skips('}')) {
            if (!object.isEmpty()) {
                expect(',');
            }
            space();
            String key = string();
            expect(':');
            if (object.put(key, value(depth + 1)) != null) {
                throw new Malformed("\"" + key + "\" stands twice");
            }
        }
        return object;
    }

    private List<Object> array(int depth) throws Malformed {
        List<Object> array = new ArrayList<>();
        expect('[');
        for (boolean more = !skips(']'); more; more = !skips(']')) {
            if (!array.isEmpty()) {
                expect(',');
            }
            array.add(value(depth + 1));
        }
        return array;
    }

    private String string() throws Malformed {
        StringBuilder string = new StringBuilder();
        expect('"');
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return string.toString();
    }

    private char escaped() throws Malformed {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (c == 'u' && at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        throw malformed("an escape");
    }

    private Long number() throws Malformed {
        int begin = at;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
            at++;
        }
        if (at == begin || at > begin + 18) {
            throw malformed("a value");
        }
        return Long.parseLong(text.substring(begin, at));
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skips(char c) {
        space();
        boolean here = at < text.length() && text.charAt(at) == c;
        at += here ? 1 : 0;
        return here;
    }

    private void expect(char c) throws Malformed {
        if (!skips(c)) {
            throw malformed("'" + c + "'");
        }
    }

    private Malformed malformed(String expected) {
        return new Malformed(expected + " is expected at byte " + at);
    }
}
