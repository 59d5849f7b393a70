package clock2cloud.app.story.forecast;

import clock2cloud.app.story.fit.NonNegativeLeastSquares;
import clock2cloud.app.story.machine.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A few steps that were measured on a machine, and what they say of its parts: each part's seconds times a factor, by
 * non-negative least squares of relative errors, with a ridge that pulls every factor to one. No anchor changes nothing, one
 * moves mostly the part that it is made of, many tell the parts apart.
 */
public final class Anchors {
    private static final double RIDGE = 0.15;

    private final Map<String, Double> factors;

    private Anchors(Map<String, Double> factors) {
        this.factors = factors;
    }

    /** Nothing was measured. */
    public static final Anchors NONE = new Anchors(Map.of());

    /** A step in parts, and what it really took. */
    record Anchor(Breakdown step, double seconds) {}

    static Anchors of(List<Anchor> anchors) {
        Set<String> names = new LinkedHashSet<>();
        anchors.forEach(anchor ->
                anchor.step().parts().stream().filter(part -> !part.hidden()).forEach(part -> names.add(part.name())));
        List<String> order = List.copyOf(names);
        int n = order.size();
        double[][] a = new double[anchors.size() + n][n];
        double[] y = new double[anchors.size() + n];
        for (int r = 0; r < anchors.size(); r++) {
            for (Part part : anchors.get(r).step().parts()) {
                if (!part.hidden()) {
                    a[r][order.indexOf(part.name())] +=
                            part.seconds() / anchors.get(r).seconds();
                }
            }
            y[r] = 1;
        }
        for (int c = 0; c < n; c++) {
            a[anchors.size() + c][c] = RIDGE;
            y[anchors.size() + c] = RIDGE;
        }
        double[] x = NonNegativeLeastSquares.solve(a, y);
        Map<String, Double> factors = new HashMap<>();
        for (int c = 0; c < n; c++) {
            factors.put(order.get(c), x[c]);
        }
        return new Anchors(factors);
    }

    /** Anchors from a file with the columns net, batch, seconds_per_step (and those of a batch file). */
    static Anchors read(Path file, BatchFile reader, Function<Workload, Breakdown> step) {
        List<Anchor> anchors = new ArrayList<>();
        List<String> needed = List.of("net", "batch", "seconds_per_step");
        for (CsvFile.Row row : BatchFile.read(file, Map.of(), needed).rows()) {
            try {
                anchors.add(new Anchor(step.apply(reader.workload(row)), row.positive("seconds_per_step")));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(row.place() + ": " + e.getMessage(), e);
            }
        }
        return of(anchors);
    }

    /** Anchors that were measured on a machine under the given conditions. */
    public static Anchors read(Path file, Machine machine, Conditions conditions) {
        BatchFile reader = new BatchFile(
                () -> {
                    throw new IllegalStateException("no forecast here is asked for");
                },
                1);
        return read(file, reader, work -> Forecaster.step(machine, work, conditions));
    }

    Breakdown applied(Breakdown step) {
        if (factors.isEmpty()) {
            return step;
        }
        List<Part> parts = step.parts().stream()
                .map(part -> new Part(
                        part.name(),
                        part.seconds() * factors.getOrDefault(part.name(), 1.0),
                        part.hidden(),
                        part.equation(),
                        part.source() + "; your anchors"))
                .toList();
        return new Breakdown(parts, step.interval(), step.trust(), step.flags());
    }
}
