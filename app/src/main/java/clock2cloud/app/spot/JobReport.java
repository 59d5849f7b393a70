package clock2cloud.app.spot;

import clock2cloud.app.table.Table;
import clock2cloud.spot.job.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The JSON of {@code c2c spot job}. */
record JobReport(
        String law,
        String save,
        OptionalDouble intervalSeconds,
        double dumpSeconds,
        String rules,
        String billing,
        int runs,
        Optional<Distribution> makespanSeconds,
        Optional<Distribution> costDollars,
        Optional<Distribution> evictions,
        Optional<Distribution> lostSeconds,
        OptionalDouble closedFormMakespanSeconds,
        OptionalDouble closedFormEvictions,
        OptionalDouble closedFormCostDollars,
        OptionalDouble deadlineProbability) {
    Table table() {
        Table table = Table.of("quantity", "mean", "fourSigma", "closedForm", "p5", "median", "p95", "maximum");
        List<List<Object>> rows = new ArrayList<>();
        makespanSeconds().ifPresent(d -> rows.add(row("makespan (h)", d, closedFormMakespanSeconds(), 3600)));
        costDollars().ifPresent(d -> rows.add(row("cost ($)", d, closedFormCostDollars(), 1)));
        evictions().ifPresent(d -> rows.add(row("evictions", d, closedFormEvictions(), 1)));
        lostSeconds().ifPresent(d -> rows.add(row("work lost (h)", d, OptionalDouble.empty(), 3600)));
        return table.rows(rows);
    }

    private static List<Object> row(String name, Distribution d, OptionalDouble closed, double unit) {
        OptionalDouble scaled = closed.isPresent() ? OptionalDouble.of(closed.getAsDouble() / unit) : closed;
        return List.of(
                name,
                d.mean() / unit,
                4 * d.standardError() / unit,
                scaled,
                d.p5() / unit,
                d.median() / unit,
                d.p95() / unit,
                d.maximum() / unit);
    }

    String words() {
        StringBuilder words = new StringBuilder();
        closedFormMakespanSeconds().ifPresent(closed -> makespanSeconds()
                .ifPresent(d -> words.append(String.format(
                        Locale.ROOT,
                        "Closed form %.3f h, simulated %.3f h: %s four standard errors. ",
                        closed / 3600,
                        d.mean() / 3600,
                        d.agreesWith(closed) ? "within" : "OUTSIDE"))));
        intervalSeconds()
                .ifPresent(seconds ->
                        words.append(String.format(Locale.ROOT, "Checkpoint every %.2f min. ", seconds / 60)));
        deadlineProbability()
                .ifPresent(p -> words.append(String.format(Locale.ROOT, "Deadline met with probability %.4f. ", p)));
        return words.append("Rules of ")
                .append(rules)
                .append(": ")
                .append(billing.replace('_', ' '))
                .append('.')
                .toString();
    }
}
