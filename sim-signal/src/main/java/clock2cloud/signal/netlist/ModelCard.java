package clock2cloud.signal.netlist;

import java.util.Map;
import java.util.Set;

/** A {@code .model} card: its type and its parameters, by lower-case name. */
record ModelCard(String name, String type, int line, Map<String, Double> values) {
    double value(String parameter, double otherwise) {
        return values.getOrDefault(parameter, otherwise);
    }

    boolean has(String parameter) {
        return values.containsKey(parameter);
    }

    /** Refuses parameters outside {@code known}. */
    void only(Set<String> known) {
        for (String parameter : values.keySet()) {
            if (!known.contains(parameter)) {
                throw new IllegalArgumentException(
                        ".model " + name + ": the " + type + " parameter '" + parameter + "' is not supported");
            }
        }
    }

    double positive(String parameter, double otherwise) {
        double value = value(parameter, otherwise);
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(".model " + name + ": " + parameter + " must be above 0, got " + value);
        }
        return value;
    }

    double notNegative(String parameter, double otherwise) {
        double value = value(parameter, otherwise);
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    ".model " + name + ": " + parameter + " must be 0 or more, got " + value);
        }
        return value;
    }
}
