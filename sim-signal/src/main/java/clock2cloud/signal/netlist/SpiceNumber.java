package clock2cloud.signal.netlist;

/**
 * A number with a scale suffix as SPICE reads it: {@code 10N}, {@code 5V}, {@code 1MEG}, {@code 0.06ms}, {@code 1MIL}. An
 * {@code A} is an ampere, as in ngspice 39, not an atto.
 */
final class SpiceNumber {
    private SpiceNumber() {}

    /** NaN when the text does not begin with a number or ends in something that is no unit. */
    static double parse(String text) {
        int end = mantissa(text);
        if (end == 0) {
            return Double.NaN;
        }
        for (int i = end; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c) && c != '%') {
                return Double.NaN;
            }
        }
        double value = Double.parseDouble(text.substring(0, end));
        return end == text.length() ? value : scaled(value, text, end);
    }

    /** How many characters at the front are a plain number. */
    static int mantissa(String text) {
        int i = 0;
        int n = text.length();
        if (i < n && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        int digits = 0;
        for (; i < n && isDigit(text.charAt(i)); i++) {
            digits++;
        }
        if (i < n && text.charAt(i) == '.') {
            i++;
            for (; i < n && isDigit(text.charAt(i)); i++) {
                digits++;
            }
        }
        if (digits == 0) {
            return 0;
        }
        if (i < n && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int j = i + 1;
            if (j < n && (text.charAt(j) == '+' || text.charAt(j) == '-')) {
                j++;
            }
            if (j < n && isDigit(text.charAt(j))) {
                while (j < n && isDigit(text.charAt(j))) {
                    j++;
                }
                i = j;
            }
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static double scaled(double value, String text, int at) {
        if (text.regionMatches(true, at, "meg", 0, 3)) {
            return value * 1e6;
        }
        if (text.regionMatches(true, at, "mil", 0, 3)) {
            return value * 25.4e-6;
        }
        return switch (Character.toLowerCase(text.charAt(at))) {
            case 't' -> value * 1e12;
            case 'g' -> value * 1e9;
            case 'k' -> value * 1e3;
            case 'm' -> value / 1e3;
            case 'u', '\u00b5', '\u03bc' -> value / 1e6;
            case 'n' -> value / 1e9;
            case 'p' -> value / 1e12;
            case 'f' -> value / 1e15;
            default -> value;
        };
    }
}
