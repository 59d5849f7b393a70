package clock2cloud.spot.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.trace.AvailabilityTrace;
import clock2cloud.spot.trace.CsvTable;
import clock2cloud.spot.trace.Window;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** expected_policy_costs.csv to 1e-6 dollars, and the optimum under all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyKnownAnswersTest {
    private final List<Window> windows = Window.read("windows.csv", open("windows.csv")).windows().stream()
            .filter(Window::marked)
            .toList();

    static List<CsvTable.Row> expected() {
        return CsvTable.read("expected_policy_costs.csv", open("expected_policy_costs.csv"))
                .rows();
    }

    @ParameterizedTest
    @MethodSource("expected")
    void costsOfThePublicEvaluator(CsvTable.Row row) {
        DeadlineJob job = job(row.number("duration_h"), row.number("deadline_h"), row.number("overhead_h"));
        String pool = row.text("env") + ".csv";
        StandardMix policy = row.text("policy").equals("up") ? StandardMix.UNIFORM_PROGRESS : StandardMix.GREEDY;
        PolicyRun run = new PolicyRun(job, List.of(AvailabilityTrace.read(pool, open(pool))));
        List<PolicyOutcome> outcomes = windows.stream()
                .map(window -> run.run(policy, window.startTick()))
                .toList();
        var costs = outcomes.stream().mapToDouble(PolicyOutcome::costDollars).summaryStatistics();
        assertEquals(30, outcomes.size());
        assertEquals(row.number("mean_cost_usd"), costs.getAverage(), 1e-6);
        assertEquals(row.number("min_cost"), costs.getMin(), 1e-6);
        assertEquals(row.number("max_cost"), costs.getMax(), 1e-6);
        assertEquals(
                row.number("max_finish_h"),
                outcomes.stream()
                                .mapToDouble(PolicyOutcome::finishSeconds)
                                .max()
                                .orElseThrow()
                        / 3600,
                1e-4);
    }

    /** 48 h and 72 s of overhead are 289 ticks of $0.51. */
    @Test
    void onDemandByHand() {
        PolicyRun run = new PolicyRun(job(48, 52, 0.02), List.of(AvailabilityTrace.of("none", 0)));
        PolicyOutcome outcome = run.run(StandardMix.ON_DEMAND, 0);
        assertEquals(147.39, outcome.costDollars(), 1e-9);
        assertEquals(289 * 600, outcome.finishSeconds());
    }

    @Test
    void perfectInformationIsALowerBound() {
        for (String pool : List.of("us-west-2a_k80_1.csv", "us-west-2b_k80_1.csv")) {
            List<AvailabilityTrace> zones = List.of(AvailabilityTrace.read(pool, open(pool)));
            for (double overhead : new double[] {0, 0.02, 0.2, 0.5}) {
                DeadlineJob job = job(48, 52, overhead);
                for (Window window : windows.subList(0, 10)) {
                    double least = new PerfectInformation(job, zones)
                            .run(window.startTick())
                            .costDollars();
                    for (StandardMix policy : StandardMix.values()) {
                        PolicyOutcome outcome = new PolicyRun(job, zones).run(policy, window.startTick());
                        assertTrue(outcome.late() || outcome.costDollars() >= least - 1e-9, policy + " " + window);
                    }
                }
            }
        }
    }

    private static DeadlineJob job(double workHours, double deadlineHours, double overheadHours) {
        return new DeadlineJob(workHours * 3600, deadlineHours * 3600, overheadHours * 3600, 600, 3.06, 0.9731);
    }

    private static Reader open(String file) {
        return new InputStreamReader(
                Objects.requireNonNull(PolicyKnownAnswersTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8);
    }
}
