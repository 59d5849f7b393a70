package clock2cloud.app.table;

/**
 * How a number came about: the law, its formula, the formula with this run's numbers in it, what it assumes, and where
 * it is written.
 */
public record Explanation(String law, String formula, String numbers, String assumptions, String source) {
    public static Explanation of(String law, String formula, String numbers, String assumptions, String source) {
        return new Explanation(law, formula, numbers, assumptions, source);
    }

    public String text() {
        return law + "\n  formula   " + formula + "\n  here      " + numbers + "\n  assumes   " + assumptions
                + "\n  source    " + source + "\n";
    }
}
