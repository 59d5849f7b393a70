package clock2cloud.app.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The units that people write and read; a quantity is an SI double, and its unit is in the name of the variable. */
public enum Unit {
    HERTZ("Hz", "2.53GHz", "Hertz", "_hz"),
    SECONDS("s", "150ps", "Seconds", "_s", "_seconds"),
    HOURS("h", "5h", "Hours", "_hours", "_h"),
    METRES("m", "3mm", "Metres", "_m"),
    VOLTS("V", "2.5V", "Volts", "_v"),
    AMPERES("A", "2mA", "Amperes", "_a"),
    OHMS("ohm", "1kohm", "Ohms", "_ohm"),
    FARADS("F", "1pF", "Farads", "_f"),
    HENRIES("H", "10nH", "Henries"),
    WATTS("W", "35W", "Watts", "_w"),
    JOULES("J", "10pJ", "Joules", "_j"),
    CELSIUS("C", "85C", "Celsius"),
    BYTES("B", "1GiB", "Bytes", "_bytes"),
    BYTES_PER_SECOND("B/s", "10Gbit/s", "BytesPerSecond"),
    FLOPS("FLOP", "95 GFLOP", "Flops"),
    FLOPS_PER_SECOND("FLOP/s", "20GFLOP/s", "FlopsPerSecond"),
    DOLLARS("$", "$0.90", "Dollars", "_dollars"),
    DOLLARS_PER_HOUR("$/h", "$0.17/h", "DollarsPerHour"),
    FRACTION("%", "5%", "Fraction", "Probability"),
    RATIO("", "1.5", "Ratio", "Speedup");

    private final String symbol;
    private final String example;
    private final List<String> suffixes;

    Unit(String symbol, String example, String... suffixes) {
        this.symbol = symbol;
        this.example = example;
        this.suffixes = List.of(suffixes);
    }

    public String symbol() {
        return symbol;
    }

    /** A value that people would write, for error messages. */
    public String example() {
        return example;
    }

    /** The unit that a name such as {@code clockHertz}, {@code forecastSecondsPerEpoch} or {@code cost_dollars} carries. */
    public static Optional<Unit> ofName(String name) {
        Unit best = null;
        int longest = 0;
        for (Unit unit : values()) {
            for (String suffix : unit.suffixes) {
                if (suffix.length() > longest && unit.matches(name, suffix)) {
                    best = unit;
                    longest = suffix.length();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean matches(String name, String suffix) {
        if (suffix.startsWith("_")) {
            return name.endsWith(suffix);
        }
        return name.endsWith(suffix) || name.endsWith(suffix.toLowerCase(Locale.ROOT)) || name.contains(suffix + "Per");
    }

    /** The name without its unit, in words: {@code forecastSecondsPerEpoch} becomes {@code forecast per epoch}. */
    public static String wordsOf(String name) {
        String bare = name;
        Optional<Unit> unit = ofName(name);
        if (unit.isPresent()) {
            for (String suffix : unit.get().suffixes) {
                bare = bare.replace(suffix, "");
            }
        }
        String words = allWordsOf(bare);
        return words.isEmpty() ? name : words;
    }

    /** The name with its unit, in words: {@code lostBytes} becomes {@code lost bytes}. */
    public static String allWordsOf(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2")
                .replace('_', ' ')
                .trim()
                .toLowerCase(Locale.ROOT);
    }
}
