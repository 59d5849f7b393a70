package clock2cloud.cluster.network;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values with units as SimGrid writes them: {@code 1Gf}, {@code 125MBps}, {@code 10Gbps}, {@code 50us}. */
final class SimGridUnits {
    private static final Pattern VALUE =
            Pattern.compile("\\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?|inf(?:inity)?)\\s*(\\w*)\\s*");
    private static final String LARGE = "kMGTPEZY";
    private static final Map<String, Double> SECONDS = Map.of(
            "", 1.0, "s", 1.0, "m", 60.0, "h", 3600.0, "d", 86_400.0, "w", 604_800.0, "ms", 1e-3, "us", 1e-6, "ns",
            1e-9, "ps", 1e-12);
    private static final Map<String, String> PREFIXES = Map.of(
            "kilo", "k", "mega", "M", "giga", "G", "tera", "T", "peta", "P", "exa", "E", "zetta", "Z", "yotta", "Y");

    private SimGridUnits() {}

    static double flopsPerSecond(String text) {
        Matcher value = split(text);
        String unit = value.group(2);
        if (unit.endsWith("flops")) {
            String prefix = unit.substring(0, unit.length() - 5);
            unit = PREFIXES.getOrDefault(prefix, prefix) + "f";
        }
        String prefix = unit.isEmpty() ? "" : unit.substring(0, unit.length() - 1);
        if (!unit.isEmpty() && !unit.endsWith("f")) {
            throw unknown(text, "1Gf, 100Mf or 1e9");
        }
        return number(value) * scale(prefix, text, "1Gf, 100Mf or 1e9");
    }

    static double bytesPerSecond(String text) {
        Matcher value = split(text);
        String unit = value.group(2);
        if (unit.isEmpty()) {
            return number(value);
        }
        double base = unit.endsWith("Bps") ? 1 : 0.125;
        if (!unit.endsWith("ps") || unit.length() < 3 || "Bb".indexOf(unit.charAt(unit.length() - 3)) < 0) {
            throw unknown(text, "125MBps, 1Gbps or 1GiBps");
        }
        return number(value) * base * scale(unit.substring(0, unit.length() - 3), text, "125MBps, 1Gbps or 1GiBps");
    }

    static double seconds(String text) {
        Matcher value = split(text);
        Double scale = SECONDS.get(value.group(2));
        if (scale == null) {
            throw unknown(text, "50us, 1ms or 0.001");
        }
        return number(value) * scale;
    }

    private static Matcher split(String text) {
        Matcher value = VALUE.matcher(text);
        if (!value.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no number with a unit");
        }
        return value;
    }

    private static double number(Matcher value) {
        try {
            return value.group(1).startsWith("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(value.group(1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + value.group(1) + "' is no number", e);
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
