package clock2cloud.signal.netlist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A card in words: what stands alone, and what stands as {@code name=value}. */
record Card(String name, List<String> words, Map<String, String> named) {
    static Card of(String text) {
        List<String> tokens = tokens(text);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' is no card");
        }
        List<String> words = new ArrayList<>();
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (i + 1 < tokens.size() && tokens.get(i + 1).equals("=")) {
                if (i + 2 >= tokens.size()) {
                    throw new IllegalArgumentException("a value is missing after '" + tokens.get(i) + "='");
                }
                named.put(tokens.get(i), tokens.get(i + 2));
                i += 2;
            } else if (!tokens.get(i).equals("params:")) {
                words.add(tokens.get(i));
            }
        }
        return new Card(tokens.get(0), words, named);
    }

    /** Split at blanks, commas and parentheses; '=' stands alone; braces and quotes hold an expression together. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int open = 0;
        int i = 0;
        int n = text.length();
        while (i < n) {
            char c = text.charAt(i);
            if (isGap(c)) {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (open < 0) {
                    throw new IllegalArgumentException("a parenthesis ')' closes none that is open");
                }
                i++;
            } else if (c == '=') {
                tokens.add("=");
                i++;
            } else if (c == '{' || c == '\'' || c == '"') {
                int end = closing(text, i);
                tokens.add("{" + text.substring(i + 1, end).replace("{", "(").replace("}", ")"));
                i = end + 1;
            } else {
                int from = i;
                while (i < n && !isGap(text.charAt(i)) && "={'\"".indexOf(text.charAt(i)) < 0) {
                    i++;
                }
                tokens.add(text.substring(from, i));
            }
        }
        if (open > 0) {
            throw new IllegalArgumentException("a parenthesis '(' is not closed");
        }
        return tokens;
    }

    private static int closing(String text, int open) {
        char c = text.charAt(open);
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char d = text.charAt(i);
            if (c == '{') {
                depth += d == '{' ? 1 : d == '}' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            } else if (i > open && d == c) {
                return i;
            }
        }
        throw new IllegalArgumentException("the expression that begins with " + c + " is not closed");
    }

    private static boolean isGap(char c) {
        return c == '(' || c == ')' || c == ',' || Character.isWhitespace(c);
    }

    /** Refuses words beyond those that the card can have. */
    void atMost(int count) {
        if (words.size() > count) {
            throw new IllegalArgumentException(name + ": '" + words.get(count) + "' is not understood");
        }
    }

    String word(int index, String what) {
        if (index >= words.size()) {
            throw new IllegalArgumentException(name + ": " + what + " is missing");
        }
        return words.get(index);
    }
}
