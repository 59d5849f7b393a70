package clock2cloud.app.story.gpu;

import clock2cloud.app.story.fit.RobustLeastSquares;
import clock2cloud.app.story.machine.GraphicsProcessor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dense law for devices that nobody timed: t = t₀ + t₁ [backward] + t₂ [a rule that keeps state] + F / (e P) + bytes / (u B).
 * The calls and the shares e and u come from a device that was timed; P and B from the other device's data sheet. Additive
 * rather than the longer of the two: on six GPUs that had the smaller error.
 *
 * @param factors milliseconds a call, then how many times the data sheet's time each of the work and the traffic takes
 */
public record SpecSheetLaw(List<Double> factors) {
    private static final List<String> GROUPS =
            List.of("calls", "calls", "calls", "products", "weights", "update", "activations");

    public SpecSheetLaw {
        factors = List.copyOf(factors);
    }

    static SpecSheetLaw fit(List<DenseTiming> rows, GraphicsProcessor device) {
        double[][] a = new double[rows.size()][];
        double[] y = new double[rows.size()];
        for (int r = 0; r < y.length; r++) {
            DenseTiming row = rows.get(r);
            a[r] = amounts(device, row.batch(), row.inputs(), row.outputs(), row.rule());
            y[r] = row.seconds() * 1000;
        }
        return new SpecSheetLaw(
                Arrays.stream(RobustLeastSquares.solve(a, y)).boxed().toList());
    }

    /** Milliseconds by data sheet. */
    private static double[] amounts(GraphicsProcessor device, int batch, int inputs, int outputs, UpdateRule rule) {
        double weights = (double) inputs * outputs;
        int passes = rule.learns() ? 3 : 1;
        double memory = device.memoryBytesPerSecond() / 1000;
        return new double[] {
            1,
            rule.learns() ? 1 : 0,
            rule.keptFloats() > 0 ? 1 : 0,
            2 * passes * batch * weights / (device.productFlopsPerSecond() / 1000),
            4 * passes * weights / memory,
            4 * rule.floatsPerWeight() * weights / memory,
            4.0 * passes * batch * (inputs + outputs) / memory
        };
    }

    /** Seconds of a layer on a device, by part. */
    public Map<String, Double> parts(GraphicsProcessor device, int batch, int inputs, int outputs, UpdateRule rule) {
        double[] amounts = amounts(device, batch, inputs, outputs, rule);
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < amounts.length; i++) {
            if (factors.get(i) * amounts[i] > 0) {
                parts.merge(GROUPS.get(i), factors.get(i) * amounts[i] / 1000, Double::sum);
            }
        }
        return parts;
    }

    /** Seconds of a layer, called alone. */
    public double seconds(GraphicsProcessor device, int batch, int inputs, int outputs, UpdateRule rule) {
        return parts(device, batch, inputs, outputs, rule).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
