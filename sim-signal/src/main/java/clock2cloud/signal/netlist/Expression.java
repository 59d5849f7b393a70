package clock2cloud.signal.netlist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The value of a parameter expression: {@code + - * / ^ **}, comparisons, {@code ? :}, the usual functions, numbers with
 * scale suffixes, and names. As in ngspice, {@code log} is the natural logarithm.
 */
final class Expression {
    private final String text;
    private final Function<String, Double> names;
    private int at;

    private Expression(String text, Function<String, Double> names) {
        this.text = text;
        this.names = names;
    }

    /** Names are looked up in {@code names}, which throws for one that it does not know. */
    static double value(String text, Function<String, Double> names) {
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
        double condition = comparison();
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
            } else {
                return left;
            }
        }
    }

    private double signed() {
        if (take("-")) {
            return -signed();
        }
        if (take("+")) {
            return signed();
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
        return take("(") ? call(name) : names.apply(name);
    }

    private double call(String function) {
        List<Double> a = new ArrayList<>();
        do {
            a.add(choice());
        } while (take(","));
        closed(0);
        double x = a.get(0);
        double y = a.size() > 1 ? a.get(1) : Double.NaN;
        return switch (function + "/" + a.size()) {
            case "sqrt/1" -> Math.sqrt(x);
            case "exp/1" -> Math.exp(x);
            case "log/1", "ln/1" -> Math.log(x);
            case "log10/1" -> Math.log10(x);
            case "sin/1" -> Math.sin(x);
            case "cos/1" -> Math.cos(x);
            case "tan/1" -> Math.tan(x);
            case "atan/1" -> Math.atan(x);
            case "abs/1" -> Math.abs(x);
            case "int/1" -> x < 0 ? Math.ceil(x) : Math.floor(x);
            case "floor/1" -> Math.floor(x);
            case "ceil/1" -> Math.ceil(x);
            case "sgn/1" -> Math.signum(x);
            case "min/2" -> Math.min(x, y);
            case "max/2" -> Math.max(x, y);
            case "pow/2", "pwr/2" -> Math.pow(x, y);
            default ->
                throw new IllegalArgumentException("no function '" + function + "' of " + a.size()
                        + " arguments in the expression '" + text + "'");
        };
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
