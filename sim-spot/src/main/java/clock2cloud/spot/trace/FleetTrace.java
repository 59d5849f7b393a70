package clock2cloud.spot.trace;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How many instances of a fleet were running, step by step, from {@code hours,running}. Steps come as pairs at one time: the
 * number before and the number after.
 *
 * @param steps after each change, with equal neighbours joined
 */
public record FleetTrace(String name, List<Step> steps, double endHours) {

    /** From this time on so many are running. */
    public record Step(int line, double hours, int running) {}

    public FleetTrace {
        steps = List.copyOf(steps);
    }

    /** Sixteen p2.xlarge asked for, November 2020: uclasystem/bamboo. */
    public static FleetTrace bamboo2020() {
        String file = "bamboo-p2.xlarge-2020-11.csv";
        return read(
                file,
                new InputStreamReader(
                        Objects.requireNonNull(FleetTrace.class.getResourceAsStream(file)), StandardCharsets.UTF_8));
    }

    public static FleetTrace read(String name, Reader reader) {
        List<Step> steps = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (CsvTable.Row row : CsvTable.read(name, reader).rows()) {
            double hours = row.number("hours");
            int running = row.count("running");
            if (!(hours >= last) || running < 0) {
                throw new IllegalArgumentException(name + ":" + row.line() + ": hour " + hours + " with " + running
                        + " running: times must not fall and numbers not be negative");
            }
            if (!steps.isEmpty() && steps.get(steps.size() - 1).hours() == hours) {
                steps.remove(steps.size() - 1);
            }
            if (steps.isEmpty() || steps.get(steps.size() - 1).running() != running) {
                steps.add(new Step(row.line(), hours, running));
            }
            last = hours;
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(name + ": no lines under the header hours,running");
        }
        return new FleetTrace(name, steps, last);
    }

    /** Complete stretches, in seconds, with at least so many running, or with fewer; the first and the last are cut off. */
    public double[] runs(int atLeast, boolean up) {
        List<Double> runs = new ArrayList<>();
        double since = steps.get(0).hours();
        boolean state = steps.get(0).running() >= atLeast;
        boolean first = true;
        for (Step step : steps) {
            boolean now = step.running() >= atLeast;
            if (now != state) {
                if (!first && state == up) {
                    runs.add((step.hours() - since) * 3600);
                }
                first = false;
                since = step.hours();
                state = now;
            }
        }
        return runs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Instances taken away, by how many at one step: the sizes of the mass evictions. */
    public int[] losses() {
        List<Integer> losses = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            int gone = steps.get(i - 1).running() - steps.get(i).running();
            if (gone > 0) {
                losses.add(gone);
            }
        }
        return losses.stream().mapToInt(Integer::intValue).toArray();
    }
}
