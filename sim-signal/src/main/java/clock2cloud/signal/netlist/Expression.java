package clock2cloud.signal.netlist;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of a parameter expression: {@code + - * / % ^ **}, comparisons, {@code && || !}, {@code ? :}, functions,
 * numbers with scale suffixes, and names.
 */
final class Expression {
    /** What the words of an expression stand for; unknown ones throw. */
    interface Words {
        double value(String name);

        double call(String function, double[] arguments);
    }

    private static final int DEEPEST = 200;

    private final String text;
    private final Words names;
    private int at;
    private int depth;

    private Expression(String text, Words names) {
        this.text = text;
        this.names = names;
    }

    /** Names are looked up in {@code names}, which throws for one that it does not know. */
    static double value(String text, Words names) {
        Expression e = new Expression(text, names);
        double value = e.choice();
        e.blank();
        if (e.at < text.length()) {
            throw new IllegalArgumentException(
                    "'" + text.charAt(e.at) + "' is not understood in the expression '" + text + "'");
        }
        return value;
    }

    private double choice() {
        double condition = either();
        if (!take("?")) {
            return condition;
        }
        double yes = choice();
        if (!take(":")) {
            throw new IllegalArgumentException("':' is missing in the expression '" + text + "'");
        }
        double no = choice();
        return condition != 0 ? yes : no;
    }

    private double either() {
        double left = both();
        while (take("||")) {
            double right = both();
            left = left != 0 || right != 0 ? 1 : 0;
        }
        return left;
    }

    private double both() {
        double left = comparison();
        while (take("&&")) {
            double right = comparison();
            left = left != 0 && right != 0 ? 1 : 0;
        }
        return left;
    }

    private double comparison() {
        double left = sum();
        while (true) {
            if (take("<=")) {
                left = left <= sum() ? 1 : 0;
            } else if (take(">=")) {
                left = left >= sum() ? 1 : 0;
            } else if (take("==")) {
                left = left == sum() ? 1 : 0;
            } else if (take("!=")) {
                left = left != sum() ? 1 : 0;
            } else if (take("<")) {
                left = left < sum() ? 1 : 0;
            } else if (take(">")) {
                left = left > sum() ? 1 : 0;
            } else {
                return left;
            }
        }
    }

    private double sum() {
        double left = product();
        while (true) {
            if (take("+")) {
                left += product();
            } else if (take("-")) {
                left -= product();
            } else {
                return left;
            }
        }
    }

    private double product() {
        double left = signed();
        while (true) {
            if (at + 1 < text.length() && text.startsWith("**", at)) {
                return left;
            } else if (take("*")) {
                left *= signed();
            } else if (take("/")) {
                left /= signed();
            } else if (take("%")) {
                left %= signed();
            } else {
                return left;
            }
        }
    }

    private double signed() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("an expression of " + text.length() + " characters is nested too deep");
        }
        double value = signedTerm();
        depth--;
        return value;
    }

    private double signedTerm() {
        if (take("-")) {
            return -signed();
        }
        if (take("+")) {
            return signed();
        }
        if (!text.startsWith("!=", at) && take("!")) {
            return signed() == 0 ? 1 : 0;
        }
        double base = atom();
        return take("**") || take("^") ? Math.pow(base, signed()) : base;
    }

    private double atom() {
        blank();
        if (take("(")) {
            return closed(choice());
        }
        int digits = SpiceNumber.mantissa(text.substring(at, Math.min(text.length(), at + 40)));
        if (digits > 0) {
            int from = at;
            at += digits;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            return SpiceNumber.parse(text.substring(from, at));
        }
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String name = text.substring(from, at);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a number is missing in the expression '" + text + "'");
        }
        return take("(") ? call(name) : names.value(name);
    }

    private double call(String function) {
        List<Double> a = new ArrayList<>();
        do {
            a.add(choice());
        } while (take(","));
        closed(0);
        try {
            return names.call(
                    function, a.stream().mapToDouble(Double::doubleValue).toArray());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " in the expression '" + text + "'", e);
        }
    }

    private double closed(double value) {
        if (!take(")")) {
            throw new IllegalArgumentException("')' is missing in the expression '" + text + "'");
        }
        return value;
    }

    private boolean take(String symbol) {
        blank();
        if (text.startsWith(symbol, at)) {
            at += symbol.length();
            return true;
        }
        return false;
    }

    private void blank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
