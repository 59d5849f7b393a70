package clock2cloud.signal.netlist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parameters that can be seen from one place: its own, evaluated when first asked for, then those around it. */
final class Scope {
    private static final Pattern ASSIGNMENT = Pattern.compile("([a-z_][\\w.]*)\\s*=(?!=)");

    private final Optional<Scope> around;
    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, String> expressions = new HashMap<>();
    private final Set<String> busy = new HashSet<>();

    Scope(Optional<Scope> around) {
        this.around = around;
    }

    void set(String name, double value) {
        values.put(name, value);
    }

    void define(String name, String expression) {
        expressions.put(name, expression);
    }

    /** The text of a {@code .param} card: {@code a=1 b={2*a} c=a+b}. */
    void defineAll(String text) {
        Matcher m = ASSIGNMENT.matcher(text);
        String name = "";
        int from = 0;
        int last = 0;
        while (m.find()) {
            if (!name.isEmpty()) {
                define(name, text.substring(from, m.start()));
            } else if (!text.substring(last, m.start()).isBlank()) {
                throw new IllegalArgumentException(".param: '" + text.strip() + "' is not name=value");
            }
            name = m.group(1);
            from = m.end();
            last = m.end();
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException(".param: '" + text.strip() + "' is not name=value");
        }
        define(name, text.substring(from));
    }

    double lookup(String name) {
        Double known = values.get(name);
        if (known != null) {
            return known;
        }
        String expression = expressions.get(name);
        if (expression == null) {
            if (around.isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + name + "' is not a number and no .param of this name is known");
            }
            return around.get().lookup(name);
        }
        if (!busy.add(name)) {
            throw new IllegalArgumentException("the parameter '" + name + "' depends on itself");
        }
        double value = evaluate(expression);
        busy.remove(name);
        values.put(name, value);
        return value;
    }

    /** A token's value: a number, a name, or an expression that begins with a brace. */
    double value(String token) {
        double number = SpiceNumber.parse(token);
        double value = Double.isNaN(number) ? evaluate(unbraced(token)) : number;
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("'" + token.replace("{", "") + "' is not a finite number");
        }
        return value;
    }

    private static String unbraced(String token) {
        int end = token.endsWith("}") ? token.length() - 1 : token.length();
        return token.startsWith("{") ? token.substring(1, end) : token;
    }

    private double evaluate(String expression) {
        String plain = expression
                .replace('{', '(')
                .replace('}', ')')
                .replace('\'', ' ')
                .replace('"', ' ');
        return Expression.value(plain.strip(), this::lookup);
    }
}
