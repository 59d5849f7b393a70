package clock2cloud.app.table;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Human quantities, read and printed in this one place: {@code 2.53GHz}, {@code 150ps}, {@code $0.17/h}, {@code 5%}. */
public final class Quantities {
    private static final Pattern NUMBER = Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*(.*)");
    private static final Pattern DURATION = Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:d|h|min|s)){2,}");
    private static final Pattern PIECE = Pattern.compile("(\\d+(?:\\.\\d+)?)(d|h|min|s)");
    private static final String PREFIXES = "fpnumkMGTPE";
    private static final Map<String, Double> TIMES = Map.of(
            "min", 60.0, "h", 3600.0, "hour", 3600.0, "hours", 3600.0, "d", 86400.0, "day", 86400.0, "days", 86400.0);

    private Quantities() {}

    /**
     * The SI value of a text in a unit; a bare number is taken as SI.
     *
     * @throws IllegalArgumentException when it is not a number in that unit, or negative where only temperatures and
     *     voltages may be
     */
    public static double parse(String text, Unit unit) {
        String bare = text.trim().replace("µ", "u");
        boolean dollars = unit == Unit.DOLLARS || unit == Unit.DOLLARS_PER_HOUR;
        if (dollars) {
            bare = bare.replace("$", "").replace("/h", "").trim();
        }
        if ((unit == Unit.SECONDS || unit == Unit.HOURS)
                && DURATION.matcher(bare).matches()) {
            return duration(bare) / (unit == Unit.HOURS ? 3600 : 1);
        }
        Matcher matcher = NUMBER.matcher(bare);
        if (!matcher.matches()) {
            throw refused(text, unit, "is not a number with a unit");
        }
        String suffix = matcher.group(2).trim();
        double factor = suffix.isEmpty() || (dollars && suffix.isEmpty()) ? 1 : factor(suffix, unit);
        if (!(factor > 0)) {
            throw refused(text, unit, "has the unknown unit '" + suffix + "'");
        }
        double value = Double.parseDouble(matcher.group(1)) * factor;
        if (!Double.isFinite(value)) {
            throw refused(text, unit, "is not finite");
        }
        if (value < 0 && unit != Unit.CELSIUS && unit != Unit.VOLTS) {
            throw refused(text, unit, "is negative");
        }
        if (unit == Unit.FRACTION && value > 1) {
            throw refused(text, unit, "is more than 100%");
        }
        return value;
    }

    /** {@code 2h20min} in seconds. */
    private static double duration(String text) {
        double seconds = 0;
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            seconds += Double.parseDouble(piece.group(1)) * TIMES.getOrDefault(piece.group(2), 1.0);
        }
        return seconds;
    }

    private static IllegalArgumentException refused(String text, Unit unit, String why) {
        return new IllegalArgumentException("'" + text + "' " + why + "; write for example " + unit.example());
    }

    private static double factor(String suffix, Unit unit) {
        return switch (unit) {
            case FRACTION, RATIO -> suffix.equals("%") ? 0.01 : 0;
            case SECONDS -> TIMES.getOrDefault(suffix, prefixed(suffix, "s"));
            case HOURS -> TIMES.getOrDefault(suffix, prefixed(suffix, "s")) / 3600;
            case METRES -> suffix.equals("cm") ? 0.01 : prefixed(suffix, "m");
            case OHMS -> Math.max(prefixed(suffix, "ohm"), prefixed(suffix, "Ω"));
            case BYTES -> bytes(suffix);
            case BYTES_PER_SECOND -> rate(suffix);
            case FLOPS -> Math.max(prefixed(suffix, "FLOP"), prefixed(suffix, "flop"));
            case FLOPS_PER_SECOND -> flopRate(suffix);
            case DOLLARS, DOLLARS_PER_HOUR -> 0;
            default -> prefixed(suffix, unit.symbol());
        };
    }

    private static double flopRate(String suffix) {
        double factor = 0;
        for (String name : new String[] {"FLOP/s", "flop/s", "FLOPS", "flops", "f"}) {
            factor = Math.max(factor, prefixed(suffix, name));
        }
        return factor;
    }

    private static double bytes(String suffix) {
        String binary = "KMGTPE";
        if (suffix.length() == 3
                && suffix.endsWith("iB")
                && binary.indexOf(Character.toUpperCase(suffix.charAt(0))) >= 0) {
            return Math.pow(1024, binary.indexOf(Character.toUpperCase(suffix.charAt(0))) + 1);
        }
        return suffix.equals("KB") ? 1e3 : Math.max(prefixed(suffix, "B"), prefixed(suffix, "bit") / 8);
    }

    private static double rate(String suffix) {
        if (suffix.endsWith("/s")) {
            return bytes(suffix.substring(0, suffix.length() - 2));
        }
        if (suffix.endsWith("Bps")) {
            return bytes(suffix.substring(0, suffix.length() - 2));
        }
        return suffix.endsWith("bps") ? bytes(suffix.replace("bps", "bit")) : 0;
    }

    private static double prefixed(String suffix, String symbol) {
        if (suffix.equals(symbol)) {
            return 1;
        }
        if (suffix.length() != symbol.length() + 1 || !suffix.endsWith(symbol)) {
            return 0;
        }
        char prefix = suffix.charAt(0) == 'K' ? 'k' : suffix.charAt(0);
        int index = PREFIXES.indexOf(prefix);
        return index < 0 ? 0 : Math.pow(10, 3.0 * (index - 5) + (index >= 5 ? 3 : 0));
    }

    /** A value as people read it: three or four digits and a fitting prefix. */
    public static String format(double value, Unit unit) {
        return switch (unit) {
            case FRACTION -> String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.1f%%" : "%.0f%%", value * 100);
            case RATIO -> significant(value);
            case SECONDS -> seconds(value);
            case HOURS -> seconds(value * 3600);
            case DOLLARS -> dollars(value);
            case DOLLARS_PER_HOUR -> dollars(value) + "/h";
            case CELSIUS -> significant(value) + " °C";
            default -> engineering(value, unit.symbol());
        };
    }

    /** Dollars: cents, or four digits below ten cents. */
    private static String dollars(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 0.1 && value != 0 ? "$%.4f" : "$%,.2f", value);
    }

    private static String seconds(double value) {
        double size = Math.abs(value);
        if (size < 120) {
            return engineering(value, "s");
        }
        if (size < 7200) {
            return String.format(Locale.ROOT, "%.1f min", value / 60);
        }
        return size < 2 * 86400
                ? String.format(Locale.ROOT, "%.1f h", value / 3600)
                : String.format(Locale.ROOT, "%,.1f days", value / 86400);
    }

    private static String engineering(double value, String symbol) {
        if (value == 0 || !Double.isFinite(value)) {
            return significant(value) + " " + symbol;
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)) / 3 + 1e-12);
        if (Math.abs(value) / Math.pow(1000, exponent) >= 999.5) {
            exponent++;
        }
        exponent = Math.max(-5, Math.min(6, exponent));
        String prefix =
                exponent == 0 ? "" : String.valueOf("fpnµmkMGTPE".charAt(exponent < 0 ? exponent + 5 : exponent + 4));
        return significant(value / Math.pow(1000, exponent)) + " " + prefix + symbol;
    }

    /** Three significant digits (four from 1,000 up), without an exponent where people would not write one. */
    public static String significant(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        if (size >= 1e7 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size * (1 + 5e-4)) + 1e-12));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
