package clock2cloud.spot.trace;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON of the public traces: {@code {"metadata": {"gap_seconds": 600}, "data": [0, 1, ...]}}. Two publishers mean opposite
 * things by it. The evaluator's windows, which name their {@code generator}, have 1 where there is no spot; the traces
 * themselves count the instances that were there.
 */
final class AvailabilityJson {
    private static final Pattern DATA = Pattern.compile("\"data\"\\s*:\\s*\\[([^\\]\\[]*)\\]");
    private static final Pattern GAP = Pattern.compile("\"gap_seconds\"\\s*:\\s*([0-9.]+)");

    private AvailabilityJson() {}

    static AvailabilityTrace read(String name, String text) {
        Matcher data = DATA.matcher(text);
        if (!data.find() || data.group(1).isBlank()) {
            throw new IllegalArgumentException(name + ": JSON without a list of numbers named data");
        }
        boolean oneIsGone = text.contains("\"generator\"");
        String[] numbers = data.group(1).split(",", -1);
        boolean[] available = new boolean[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            String number = numbers[i].strip();
            if (!number.matches("[0-9]{1,6}")) {
                throw new IllegalArgumentException(
                        name + ": number " + (i + 1) + " of data is '" + number + "'; a count was expected");
            }
            available[i] = Integer.parseInt(number) > 0 != oneIsGone;
        }
        String meaning = oneIsGone
                ? "1 is taken as no spot, as in windows that name their generator"
                : "numbers are taken as instances that are there, as in the traces of Can't Be Late";
        return AvailabilityTrace.of(
                name, available, gap(text), List.of(name + ": " + meaning + "; the first is tick 0"));
    }

    private static Optional<Double> gap(String text) {
        Matcher gap = GAP.matcher(text);
        return gap.find() ? Optional.of(Double.parseDouble(gap.group(1))) : Optional.empty();
    }
}
