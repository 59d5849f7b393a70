package clock2cloud.spot.eviction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.trace.AvailabilityTrace;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LifeLawPropertiesTest {
    private static final List<LifeLaw> LAWS = List.of(
            new ExponentialLife(5000),
            WeibullLife.ofMean(5000, 0.6),
            WeibullLife.ofMean(5000, 2),
            BathtubLife.PUBLISHED,
            EmpiricalLife.of(10, 20, 20, 500));

    @Property(tries = 300)
    void quantileIsTheInverse(@ForAll @DoubleRange(min = 0, max = 0.99) double probability) {
        for (LifeLaw law : LAWS) {
            double life = law.quantile(probability);
            assertTrue(law.cdf(life) >= probability - 1e-9, law + " at " + probability);
            assertTrue(life <= 1e-9 || law.cdf(life * (1 - 1e-6)) <= probability + 1e-6, law + " at " + probability);
        }
    }

    @Test
    void meansAreIntegralsOfTheTail() {
        for (LifeLaw law : LAWS) {
            double sum = 0;
            int steps = 200_000;
            for (int i = 0; i < steps; i++) {
                sum += law.quantile((i + 0.5) / steps);
            }
            assertEquals(law.meanSeconds(), sum / steps, 0.005 * law.meanSeconds(), law.toString());
        }
    }

    @Test
    void runsOfATraceByHand() {
        AvailabilityTrace trace = AvailabilityTrace.of("t", 0, false, true, true, false, true, false);
        assertEquals(900, EmpiricalLife.ofRuns(trace, true, 600).meanSeconds());
    }
}
