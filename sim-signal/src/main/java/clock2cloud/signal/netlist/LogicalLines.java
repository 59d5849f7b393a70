package clock2cloud.signal.netlist;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/** Cards of a deck: comments dropped, continuation lines joined, lower case; one card is held at a time. */
final class LogicalLines {
    private static final int LONGEST = 1 << 26;

    private final Reader reader;
    private final String file;
    private final char[] buffer = new char[1 << 16];
    private int filled;
    private int at;
    private int physical;
    private boolean returned;
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder pending = new StringBuilder();
    private int pendingLine;
    private int cardLine;

    LogicalLines(Reader reader, String file) {
        this.reader = reader;
        this.file = file;
    }

    /** Line of the card that {@link #next} returned last. */
    int line() {
        return cardLine;
    }

    /** The first physical line, as it stands. */
    String title() throws IOException {
        return readLine() ? raw.toString() : "";
    }

    /** The next card, or an empty string at the end. */
    String next() throws IOException {
        while (readLine()) {
            int first = 0;
            int end = withoutComment();
            while (first < end && Character.isWhitespace(raw.charAt(first))) {
                first++;
            }
            if (first == end || raw.charAt(first) == '*') {
                continue;
            }
            if (raw.charAt(first) == '+') {
                if (pending.length() == 0) {
                    throw new DeckException(file, physical, "a continuation line '+' has no card to continue");
                }
                pending.append(' ').append(raw, first + 1, end);
                if (pending.length() > LONGEST) {
                    throw tooLong();
                }
            } else {
                String done = flush();
                pending.append(raw, first, end);
                pendingLine = physical;
                if (!done.isEmpty()) {
                    return done;
                }
            }
        }
        return flush();
    }

    private String flush() {
        String card = pending.toString().toLowerCase(Locale.ROOT);
        pending.setLength(0);
        cardLine = pendingLine;
        return card;
    }

    private int withoutComment() {
        int n = raw.length();
        for (int i = 0; i < n; i++) {
            char c = raw.charAt(i);
            boolean starts = i == 0 || Character.isWhitespace(raw.charAt(i - 1));
            if (c == ';' || c == '$' && starts || c == '/' && starts && i + 1 < n && raw.charAt(i + 1) == '/') {
                return i;
            }
        }
        return n;
    }

    /** A line ends with a line feed, a carriage return, or both. */
    private boolean readLine() throws IOException {
        raw.setLength(0);
        boolean any = false;
        while (at < filled || fill()) {
            if (returned && buffer[at] == '\n') {
                at++;
                returned = false;
                continue;
            }
            returned = false;
            any = true;
            int from = at;
            while (at < filled && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            raw.append(buffer, from, at - from);
            if (raw.length() > LONGEST) {
                physical++;
                throw tooLong();
            }
            if (at < filled) {
                returned = buffer[at] == '\r';
                at++;
                break;
            }
        }
        physical += any ? 1 : 0;
        return any;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, reader.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    private DeckException tooLong() {
        return new DeckException(file, physical, "a card is longer than " + LONGEST + " characters: split it");
    }
}
