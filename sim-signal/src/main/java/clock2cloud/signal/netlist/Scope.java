package clock2cloud.signal.netlist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parameters and functions that can be seen from one place: its own, evaluated when first asked for, then those around it.
 */
final class Scope implements Expression.Words {
    private static final int DEEPEST = 100;
    private static final Pattern FUNCTION = Pattern.compile("([a-z_]\\w*)\\s*\\(([^)]*)\\)\\s*=?\\s*(.+)");

    private static final Pattern ASSIGNMENT = Pattern.compile("([a-z_][\\w.]*)\\s*=(?!=)");

    private final Optional<Scope> around;
    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, String> expressions = new HashMap<>();
    private final Map<String, Formula> functions = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private int calls;

    /** A {@code .func}: the names of its arguments and its expression. */
    private record Formula(List<String> arguments, String expression) {}

    Scope(Optional<Scope> around) {
        this.around = around;
    }

    void set(String name, double value) {
        values.put(name, value);
    }

    /** Whether this very scope, not one around it, defines the parameter. */
    boolean has(String name) {
        return expressions.containsKey(name);
    }

    void define(String name, String expression) {
        if (expression.isBlank()) {
            throw new IllegalArgumentException("a value is missing after '" + name + "='");
        }
        expressions.put(name, expression);
    }

    /** The same from a {@link Card}, where an expression begins with a brace. */
    void defineToken(String name, String token) {
        define(name, unbraced(token));
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

    /** The text of a {@code .func} card: {@code f(x,y) {x*y}}. */
    void defineFunction(String text) {
        Matcher m = FUNCTION.matcher(text.strip());
        if (!m.matches()) {
            throw new IllegalArgumentException(".func: '" + text.strip() + "' is not name(arguments) {expression}");
        }
        List<String> arguments =
                m.group(2).isBlank() ? List.of() : List.of(m.group(2).strip().split("\\s*,\\s*"));
        functions.put(m.group(1), new Formula(arguments, m.group(3)));
    }

    @Override
    public double call(String function, double[] arguments) {
        Formula formula = functions.get(function);
        if (formula == null || formula.arguments().size() != arguments.length) {
            return around.isPresent()
                    ? around.get().call(function, arguments)
                    : BuiltInFunction.value(function, arguments);
        }
        if (calls >= DEEPEST) {
            throw new IllegalArgumentException("the function '" + function + "' calls itself");
        }
        calls++;
        Scope inner = new Scope(Optional.of(this));
        for (int i = 0; i < arguments.length; i++) {
            inner.set(formula.arguments().get(i), arguments[i]);
        }
        double value = inner.evaluate(formula.expression());
        calls--;
        return value;
    }

    @Override
    public double value(String name) {
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
            return around.get().value(name);
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
    double token(String token) {
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
        return Expression.value(plain.strip(), this);
    }
}
