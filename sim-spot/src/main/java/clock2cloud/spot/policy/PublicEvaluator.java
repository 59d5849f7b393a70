package clock2cloud.spot.policy;

import clock2cloud.spot.trace.AvailabilityTrace;
import clock2cloud.spot.trace.CsvTable;
import clock2cloud.spot.trace.Window;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the public evaluator of Can't Be Late says two of its policies cost over its thirty windows of two K80 pools in October
 * 2022 (FrontierCS/Frontier-CS; traces of skypilot-org/spot-traces), and what {@link PolicyRun} makes of the same.
 */
public final class PublicEvaluator {
    /** One scenario's mean cost there and here. */
    public record Scenario(String pool, String policy, double deadlineHours, double theirDollars, double ourDollars) {}

    private PublicEvaluator() {}

    public static List<Scenario> scenarios() {
        List<Window> windows = Window.read("windows.csv", open("windows.csv")).windows().stream()
                .filter(Window::marked)
                .toList();
        List<Scenario> scenarios = new ArrayList<>();
        String file = "expected_policy_costs.csv";
        for (CsvTable.Row row : CsvTable.read(file, open(file)).rows()) {
            scenarios.add(new Scenario(
                    row.text("env"),
                    row.text("policy"),
                    row.number("deadline_h"),
                    row.number("mean_cost_usd"),
                    mean(row, windows)));
        }
        return scenarios;
    }

    private static double mean(CsvTable.Row row, List<Window> windows) {
        String pool = row.text("env") + ".csv";
        DeadlineJob job = new DeadlineJob(
                row.number("duration_h") * 3600,
                row.number("deadline_h") * 3600,
                row.number("overhead_h") * 3600,
                600,
                3.06,
                0.9731);
        StandardMix policy = row.text("policy").equals("up") ? StandardMix.UNIFORM_PROGRESS : StandardMix.GREEDY;
        PolicyRun run = new PolicyRun(job, List.of(AvailabilityTrace.read(pool, open(pool))));
        return windows.stream()
                .mapToDouble(window -> run.run(policy, window.startTick()).costDollars())
                .average()
                .orElseThrow();
    }

    private static Reader open(String file) {
        return new InputStreamReader(
                Objects.requireNonNull(PublicEvaluator.class.getResourceAsStream(file)), StandardCharsets.UTF_8);
    }
}
