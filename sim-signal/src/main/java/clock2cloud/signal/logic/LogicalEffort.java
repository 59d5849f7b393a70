package clock2cloud.signal.logic;

import clock2cloud.signal.Domain;
import java.util.List;

/**
 * A path of gates sized for least delay: {@code D = N F^(1/N) + P}, {@code F = G B H}.
 *
 * <p>G, B and P are the products and sum of the stages' logical effort, branching and parasitic delay; H is the load over
 * the first gate's input. Sutherland, Sproull and Harris (1999), eqs. 1.20 to 1.24. In units of tau, a fifth of an FO4.
 */
public record LogicalEffort(List<Stage> stages, double electricalEffort) {
    /** One gate: an inverter has effort 1 and parasitic 1, a two-input NAND 4/3 and 2. */
    public record Stage(double logicalEffort, double parasitic, double branching) {
        public static final Stage INVERTER = new Stage(1, 1, 1);
        public static final Stage NAND2 = new Stage(4.0 / 3, 2, 1);
        public static final Stage NOR2 = new Stage(5.0 / 3, 2, 1);

        public Stage {
            Domain.positive("logical effort", "effort", logicalEffort, "");
            Domain.notNegative("logical effort", "parasitic", parasitic, "tau");
            Domain.require(branching >= 1, "logical effort: branching must be 1 or more, got %s", branching);
        }
    }

    public LogicalEffort {
        stages = List.copyOf(stages);
        Domain.require(!stages.isEmpty(), "logical effort: a path needs at least one gate");
        Domain.positive("logical effort", "electrical effort", electricalEffort, "");
    }

    public double pathEffort() {
        double product = electricalEffort;
        for (Stage stage : stages) {
            product *= stage.logicalEffort() * stage.branching();
        }
        return product;
    }

    public double stageEffort() {
        return Math.pow(pathEffort(), 1.0 / stages.size());
    }

    public double delayTau() {
        return stages.size() * stageEffort()
                + stages.stream().mapToDouble(Stage::parasitic).sum();
    }
}
