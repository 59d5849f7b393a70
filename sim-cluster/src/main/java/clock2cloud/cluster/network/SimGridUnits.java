package clock2cloud.cluster.network;

import java.util.Map;

/** Values with units as SimGrid writes them: {@code 1Gf}, {@code 125MBps}, {@code 10Gbps}, {@code 50us}. */
final class SimGridUnits {
    private static final String LARGE = "kMGTPEZY";
    private static final Map<String, Double> SECONDS = Map.of(
            "", 1.0, "s", 1.0, "m", 60.0, "h", 3600.0, "d", 86_400.0, "w", 604_800.0, "ms", 1e-3, "us", 1e-6, "ns",
            1e-9, "ps", 1e-12);
    private static final Map<String, String> PREFIXES = Map.of(
            "kilo", "k", "mega", "M", "giga", "G", "tera", "T", "peta", "P", "exa", "E", "zetta", "Z", "yotta", "Y");

    /** A number and the unit behind it. */
    private record Value(double number, String unit) {}

    private SimGridUnits() {}

    static double flopsPerSecond(String text) {
        Value value = split(text);
        String unit = value.unit;
        if (unit.endsWith("flops")) {
            String prefix = unit.substring(0, unit.length() - 5);
            unit = PREFIXES.getOrDefault(prefix, prefix) + "f";
        }
        String prefix = unit.isEmpty() ? "" : unit.substring(0, unit.length() - 1);
        if (!unit.isEmpty() && !unit.endsWith("f")) {
            throw unknown(text, "1Gf, 100Mf or 1e9");
        }
        return value.number * scale(prefix, text, "1Gf, 100Mf or 1e9");
    }

    static double bytesPerSecond(String text) {
        Value value = split(text);
        String unit = value.unit;
        if (unit.isEmpty()) {
            return value.number;
        }
        double base = unit.endsWith("Bps") ? 1 : 0.125;
        if (!unit.endsWith("ps") || unit.length() < 3 || "Bb".indexOf(unit.charAt(unit.length() - 3)) < 0) {
            throw unknown(text, "125MBps, 1Gbps or 1GiBps");
        }
        return value.number * base * scale(unit.substring(0, unit.length() - 3), text, "125MBps, 1Gbps or 1GiBps");
    }

    static double seconds(String text) {
        Value value = split(text);
        Double scale = SECONDS.get(value.unit);
        if (scale == null) {
            throw unknown(text, "50us, 1ms or 0.001");
        }
        return value.number * scale;
    }

    private static Value split(String text) {
        String stripped = text.strip();
        int end = numberEnd(stripped);
        String unit = stripped.substring(end).strip();
        if (end == 0 || !unit.chars().allMatch(letter -> Character.isLetterOrDigit(letter) || letter == '_')) {
            throw new IllegalArgumentException("'" + text + "' is no number with a unit");
        }
        return new Value(number(stripped.substring(0, end)), unit);
    }

    /** Where the unit begins; an E is an exponent when digits follow, else exa. */
    private static int numberEnd(String text) {
        if (text.startsWith("inf")) {
            return text.startsWith("infinity") ? 8 : 3;
        }
        int end = digits(text, sign(text, 0));
        if (end > 0 && end < text.length() && "eE".indexOf(text.charAt(end)) >= 0) {
            int exponent = sign(text, end + 1);
            int exponentEnd = digits(text, exponent);
            return exponentEnd > exponent ? exponentEnd : end;
        }
        return end;
    }

    private static int sign(String text, int at) {
        return at < text.length() && "+-".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == '.' || (text.charAt(at) >= '0' && text.charAt(at) <= '9'))) {
            at++;
        }
        return at;
    }

    private static double number(String digits) {
        try {
            return digits.startsWith("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + digits + "' is no number", e);
        }
    }

    private static double scale(String prefix, String text, String right) {
        boolean binary = prefix.endsWith("i");
        String letter = binary ? prefix.substring(0, prefix.length() - 1) : prefix;
        int power = letter.isEmpty() ? 0 : LARGE.indexOf("K".equals(letter) ? "k" : letter) + 1;
        if (letter.length() > 1 || (power == 0 && !prefix.isEmpty())) {
            throw unknown(text, right);
        }
        return Math.pow(binary ? 1024 : 1000, power);
    }

    private static IllegalArgumentException unknown(String text, String right) {
        return new IllegalArgumentException("unknown unit in '" + text + "'; right would be " + right);
    }
}
