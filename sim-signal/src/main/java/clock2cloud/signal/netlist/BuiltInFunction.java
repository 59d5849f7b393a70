package clock2cloud.signal.netlist;

/** The functions that every expression knows, as ngspice evaluates them: {@code log} is the natural logarithm. */
final class BuiltInFunction {
    private BuiltInFunction() {}

    static double value(String function, double[] a) {
        return switch (a.length) {
            case 1 -> of(function, a[0]);
            case 2 -> of(function, a[0], a[1]);
            case 3 -> of(function, a[0], a[1], a[2]);
            default -> throw unknown(function, a.length);
        };
    }

    private static double of(String function, double x) {
        return switch (function) {
            case "sqrt" -> Math.sqrt(x);
            case "sqr" -> x * x;
            case "exp" -> Math.exp(x);
            case "log", "ln" -> Math.log(x);
            case "log10" -> Math.log10(x);
            case "sin" -> Math.sin(x);
            case "cos" -> Math.cos(x);
            case "tan" -> Math.tan(x);
            case "asin" -> Math.asin(x);
            case "acos" -> Math.acos(x);
            case "atan", "arctan" -> Math.atan(x);
            case "sinh" -> Math.sinh(x);
            case "cosh" -> Math.cosh(x);
            case "tanh" -> Math.tanh(x);
            case "abs" -> Math.abs(x);
            case "int" -> x < 0 ? Math.ceil(x) : Math.floor(x);
            case "nint", "round" -> Math.rint(x);
            case "floor" -> Math.floor(x);
            case "ceil" -> Math.ceil(x);
            case "sgn" -> Math.signum(x);
            default -> throw unknown(function, 1);
        };
    }

    private static double of(String function, double x, double y) {
        return switch (function) {
            case "min" -> Math.min(x, y);
            case "max" -> Math.max(x, y);
            case "pow" -> Math.pow(x, y);
            case "pwr" -> Math.copySign(Math.pow(Math.abs(x), y), x);
            case "atan2" -> Math.atan2(x, y);
            case "hypot" -> Math.hypot(x, y);
            default -> throw unknown(function, 2);
        };
    }

    private static double of(String function, double x, double y, double z) {
        return switch (function) {
            case "ternary_fcn", "if" -> x != 0 ? y : z;
            case "limit" -> Math.max(Math.min(y, z), Math.min(Math.max(y, z), x));
            default -> throw unknown(function, 3);
        };
    }

    private static IllegalArgumentException unknown(String function, int arguments) {
        return new IllegalArgumentException("no function '" + function + "' of " + arguments + " arguments");
    }
}
