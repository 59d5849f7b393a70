package clock2cloud.signal.netlist;

import java.util.ArrayList;
import java.util.List;

/** The words of an independent source, after its nodes: DC, PULSE, PWL, SIN, EXP and bit patterns. */
final class SourceCards {
    private static final double MOST_PERIODS = 1e8;

    private final Expansion.Instance place;
    private final Card card;

    SourceCards(Expansion.Instance place, Card card) {
        this.place = place;
        this.card = card;
    }

    Stimulus stimulus() {
        List<String> words = card.words();
        String named = card.named().get("dc");
        Stimulus steady = new Stimulus.Dc(named == null ? 0 : place.value(named));
        for (int i = 2; i < words.size(); ) {
            String word = words.get(i);
            switch (word) {
                case "dc" -> {
                    steady = new Stimulus.Dc(place.value(card.word(i + 1, "the DC value")));
                    i += 2;
                }
                case "ac" -> i = afterNumbers(i + 1);
                case "pulse", "pwl", "sin", "exp", "pat" -> {
                    int end = word.equals("pat") ? words.size() : afterNumbers(i + 1);
                    if (end < words.size()
                            && !words.get(end).equals("ac")
                            && !words.get(end).equals("dc")) {
                        throw new IllegalArgumentException(
                                card.name() + ": '" + words.get(end) + "' is not understood");
                    }
                    return shaped(word, words.subList(i + 1, end));
                }
                default -> {
                    if (i > 2) {
                        throw new IllegalArgumentException(card.name() + ": '" + word + "' is not understood");
                    }
                    steady = new Stimulus.Dc(place.value(word));
                    i++;
                }
            }
        }
        return steady;
    }

    private int afterNumbers(int from) {
        int i = from;
        while (i < card.words().size() && isValue(card.words().get(i))) {
            i++;
        }
        return i;
    }

    private static boolean isValue(String word) {
        return !List.of("dc", "ac", "pulse", "pwl", "sin", "exp", "pat", "am", "sffm", "td", "r")
                .contains(word);
    }

    private Stimulus shaped(String kind, List<String> words) {
        if (kind.equals("pat")) {
            return pattern(words);
        }
        double[] a = new double[words.size()];
        for (int i = 0; i < a.length; i++) {
            a[i] = place.value(words.get(i));
        }
        return switch (kind) {
            case "pulse" -> pulse(a);
            case "pwl" -> piecewise(a);
            case "sin" -> sine(a);
            default -> exponential(a);
        };
    }

    private Stimulus pulse(double[] a) {
        if (a.length < 2 || a.length > 7) {
            throw new IllegalArgumentException(card.name() + ": PULSE takes 2 to 7 numbers, got " + a.length);
        }
        double rise = or(a, 3, step());
        double fall = or(a, 4, step());
        double width = or(a, 5, stop());
        double period = or(a, 6, Math.max(stop(), 2 * (rise + fall + width)));
        if (!(rise > 0 && fall > 0 && width >= 0 && period > 0)) {
            throw new IllegalArgumentException(card.name() + ": PULSE times must not be negative");
        }
        countable(period);
        return new Stimulus.Pulse(a[0], a[1], at(a, 2, 0), rise, fall, width, period);
    }

    private Stimulus sine(double[] a) {
        if (a.length < 2 || a.length > 6) {
            throw new IllegalArgumentException(card.name() + ": SIN takes 2 to 6 numbers, got " + a.length);
        }
        double hertz = or(a, 2, 1 / stop());
        countable(1 / Math.abs(hertz));
        return new Stimulus.Sine(at(a, 0, 0), at(a, 1, 0), hertz, at(a, 3, 0), at(a, 4, 0), at(a, 5, 0));
    }

    private void countable(double period) {
        if (stop() / period > MOST_PERIODS) {
            throw new IllegalArgumentException(card.name() + ": a period of " + period + " s fits " + stop() / period
                    + " times into the analysis, more than " + MOST_PERIODS);
        }
    }

    private Stimulus exponential(double[] a) {
        if (a.length < 2 || a.length > 6) {
            throw new IllegalArgumentException(card.name() + ": EXP takes 2 to 6 numbers, got " + a.length);
        }
        double delay = at(a, 2, 0);
        double riseTau = or(a, 3, step());
        double fallTau = or(a, 5, step());
        if (!(riseTau > 0 && fallTau > 0)) {
            throw new IllegalArgumentException(card.name() + ": EXP time constants must be above 0");
        }
        return new Stimulus.Exponential(a[0], a[1], delay, riseTau, or(a, 4, delay + step()), fallTau);
    }

    private Stimulus piecewise(double[] a) {
        if (a.length < 2 || a.length % 2 != 0) {
            throw new IllegalArgumentException(
                    card.name() + ": PWL needs pairs of time and value, got " + a.length + " numbers");
        }
        double[] seconds = new double[a.length / 2];
        double[] levels = new double[a.length / 2];
        double smallest = 1e-9 * step();
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = a[2 * i];
            levels[i] = a[2 * i + 1];
            if (i > 0 && a[2 * i] < a[2 * i - 2]) {
                throw new IllegalArgumentException(
                        card.name() + ": PWL times must not fall: " + a[2 * i] + " comes after " + a[2 * i - 2]);
            }
            if (i > 0 && seconds[i] <= seconds[i - 1]) {
                seconds[i] = seconds[i - 1] + Math.max(smallest, Math.ulp(seconds[i - 1]) * 64);
            }
        }
        return new Stimulus.Pwl(seconds, levels);
    }

    /** HSPICE's {@code PAT(high low delay rise fall bit b10110)}; corners lie at the start of each bit. */
    private Stimulus pattern(List<String> words) {
        if (words.size() != 7 || !words.get(6).matches("b?[01]+")) {
            throw new IllegalArgumentException(
                    card.name() + ": PAT takes high, low, delay, rise, fall, bit time and bits such as b1011");
        }
        double[] a = new double[6];
        for (int i = 0; i < 6; i++) {
            a[i] = place.value(words.get(i));
        }
        String bits = words.get(6).replace("b", "");
        if (!(a[2] >= 0 && a[3] > 0 && a[4] > 0 && a[5] > Math.max(a[3], a[4]))) {
            throw new IllegalArgumentException(card.name() + ": PAT edges must be above 0 and shorter than a bit");
        }
        List<Double> points = new ArrayList<>(List.of(0.0, level(a, bits, 0)));
        for (int i = 1; i < bits.length(); i++) {
            if (bits.charAt(i) != bits.charAt(i - 1)) {
                double start = a[2] + i * a[5];
                double edge = bits.charAt(i) == '1' ? a[3] : a[4];
                points.addAll(List.of(start, level(a, bits, i - 1), start + edge, level(a, bits, i)));
            }
        }
        return piecewise(points.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double level(double[] a, String bits, int i) {
        return bits.charAt(i) == '1' ? a[0] : a[1];
    }

    private static double at(double[] a, int i, double otherwise) {
        return i < a.length ? a[i] : otherwise;
    }

    /** As SPICE does: a missing or zero number takes the default. */
    private static double or(double[] a, int i, double otherwise) {
        return i < a.length && a[i] != 0 ? a[i] : otherwise;
    }

    private double step() {
        return place.analysis().map(Netlist.Analysis::stepSeconds).orElse(1e-9);
    }

    private double stop() {
        return place.analysis().map(Netlist.Analysis::stopSeconds).orElse(1e-6);
    }
}
