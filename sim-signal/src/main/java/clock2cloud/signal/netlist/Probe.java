package clock2cloud.signal.netlist;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something to look at: the volts of a node or between two, or the current of an element that has one.
 *
 * @param line of the deck where it is asked for, 1 when it is not the deck that asks
 */
public record Probe(boolean current, String first, String second, int line) {
    private static final Pattern DEVICE = Pattern.compile("@([^\\s\\[\\]]+)\\[i]");
    private static final Pattern FORM = Pattern.compile("([vi])\\(\\s*([^,\\s()]+)\\s*(?:,\\s*([^,\\s()]+)\\s*)?\\)");

    /** {@code v(out)}, {@code v(a,b)}, {@code i(vin)}, {@code vin#branch}, {@code @r1[i]}, or a bare node. */
    public static Probe of(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        Matcher m = FORM.matcher(lower);
        if (m.matches()) {
            String second = m.group(3) == null ? "" : m.group(3);
            if (m.group(1).equals("i") && !second.isEmpty()) {
                throw new IllegalArgumentException("probe '" + text + "': a current has one name");
            }
            return new Probe(m.group(1).equals("i"), m.group(2), second, 1);
        }
        Matcher device = DEVICE.matcher(lower);
        if (device.matches()) {
            return new Probe(true, device.group(1), "", 1);
        }
        if (lower.endsWith("#branch")) {
            return new Probe(true, lower.substring(0, lower.length() - 7), "", 1);
        }
        if (lower.isEmpty() || lower.matches(".*[(),\\s].*")) {
            throw new IllegalArgumentException(
                    "probe '" + text + "' is not understood: write out, v(out), v(a,b) or i(vin)");
        }
        return new Probe(false, lower, "", 1);
    }

    Probe at(int deckLine) {
        return new Probe(current, first, second, deckLine);
    }

    /** Whether both look at the same thing. */
    boolean same(Probe other) {
        return label().equals(other.label());
    }

    /** As the header of a column shows it. */
    public String label() {
        return (current ? "i(" : "v(") + first + (second.isEmpty() ? "" : "," + second) + ")";
    }
}
