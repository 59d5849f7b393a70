package clock2cloud.signal.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class LogicLawsTest {
    /** MOS-2: the closed form of a discharge against its differential equation, fourth-order Runge-Kutta. */
    @Test
    void theDischargeSolvesItsEquation() {
        Level1Mosfet nmos = new Level1Mosfet(100e-6, 10, 0.8, 0);
        double v = 5;
        double h = 1e-13;
        for (int i = 0; i < 4000; i++) {
            double k1 = -nmos.amperes(5, v) / 0.5e-12;
            double k2 = -nmos.amperes(5, v + h / 2 * k1) / 0.5e-12;
            double k3 = -nmos.amperes(5, v + h / 2 * k2) / 0.5e-12;
            double k4 = -nmos.amperes(5, v + h * k3) / 0.5e-12;
            v += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            assertEquals(v, nmos.dischargeVolts(5, 5, 0.5e-12, (i + 1) * h), 1e-5);
        }
    }

    /** The alpha-power law against the simulator: ngspice deck own_cmos_inv_cl, tPHL 159.648 ps, within 5%. */
    @Test
    void alphaPowerIsWithinFivePercent() {
        double saturation = 0.5 * 100e-6 * 10 * 4.2 * 4.2;
        assertEquals(
                159.648e-12,
                new AlphaPowerGate(2, 0.8, 5, saturation, 0.5e-12, 0.1e-9).delaySeconds(),
                0.05 * 159.648e-12);
    }

    @Property(tries = 60)
    void aPipelineHasABestDepth(
            @ForAll @DoubleRange(min = 20, max = 400) double logic, @ForAll @IntRange(min = 1, max = 200) int stages) {
        PipelineDepth pipeline = new PipelineDepth(logic, 3, 2, 0.1, 0.5);
        assertTrue(pipeline.instructionsPerSecond(stages) <= pipeline.instructionsPerSecond(pipeline.bestStages()));
        assertTrue(pipeline.clockHertz(stages + 1) > pipeline.clockHertz(stages));
        assertTrue(Math.abs(pipeline.bestDepth() - pipeline.bestStages()) <= 1);
    }

    @Property(tries = 60)
    void aTauMoreMakesFailuresETimesRarer(@ForAll @DoubleRange(min = 1, max = 30) double taus) {
        Synchroniser flop = new Synchroniser(20e-12, 20e-12, 2.53e9, 253e6);
        double here = flop.meanSecondsBetweenFailures(taus * 20e-12);
        assertEquals(Math.E, flop.meanSecondsBetweenFailures((taus + 1) * 20e-12) / here, 1e-9);
        assertEquals(taus * 20e-12, flop.resolveSeconds(here), 1e-20);
    }

    /** The FO4 rule against six published inverters, 35 to 800 nm: mean error under 20%, the worst 54% (Intel 45 nm). */
    @Test
    void theRuleOfFanoutOfFourIsRough() {
        double mean = PublishedGate.all().stream()
                .mapToDouble(gate -> Math.abs(gate.ruleErrorFraction()))
                .average()
                .orElseThrow();
        assertEquals(0.18, mean, 0.01);
        assertTrue(PublishedGate.all().stream().allMatch(gate -> Math.abs(gate.ruleErrorFraction()) < 0.55));
    }
}
