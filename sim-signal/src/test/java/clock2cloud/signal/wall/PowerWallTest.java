package clock2cloud.signal.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class PowerWallTest {
    private static ExponentialFit fit(TrendData data, double from, double to) {
        return ExponentialFit.of(data.points(), from, to);
    }

    /** Least squares made elsewhere on the same file: doubling every 1.99, 2.45, 3.23 and 1.86 years; after 2004 flat. */
    @Test
    void theTrendsAreThePublishedOnes() {
        assertEquals(1.99, fit(TrendData.TRANSISTORS, 1971, 2023).doublingYears(), 0.01);
        assertEquals(0.98, fit(TrendData.TRANSISTORS, 1971, 2023).r2(), 0.01);
        assertEquals(2.45, fit(TrendData.CLOCK_HERTZ, 1985, 2004).doublingYears(), 0.01);
        assertEquals(-0.011, fit(TrendData.CLOCK_HERTZ, 2004, 2023).doublingsPerYear(), 0.001);
        assertEquals(0.016, fit(TrendData.CLOCK_HERTZ, 2004, 2023).r2(), 0.001);
        assertEquals(3.23, fit(TrendData.WATTS, 1985, 2004).doublingYears(), 0.01);
        assertEquals(13.7, fit(TrendData.WATTS, 2004, 2023).doublingYears(), 0.1);
        assertEquals(1.86, fit(TrendData.SPECINT, 1971, 2004).doublingYears(), 0.01);
        assertEquals(6.09, fit(TrendData.SPECINT, 2004, 2023).doublingYears(), 0.01);
    }

    @Test
    void theWallStandsWhereItStood() {
        PowerWall wall = new PowerWall(100);
        assertEquals(2003, wall.wallYear(), 2);
        assertEquals(1, wall.measuredOverModelled(1985, 2004), 0.1);
        // Held clock: too low by 2.4 after 2004, because real chips light fewer gates instead.
        assertEquals(2.4, wall.measuredOverModelled(2004, 2023), 0.3);
        assertThrows(IllegalArgumentException.class, () -> wall.at(Double.NaN));
    }

    @Test
    void afterTheWallTheClockIsHeldAndCoresCome() {
        List<PowerWall.Year> years = new PowerWall(100).years(2004, 2022);
        for (int i = 1; i < years.size(); i++) {
            assertEquals(years.get(0).clockHertz(), years.get(i).clockHertz(), 1);
            assertTrue(years.get(i).litFraction() < years.get(i - 1).litFraction());
            assertTrue(years.get(i).coresByArea() > years.get(i - 1).coresByArea());
            assertTrue(years.get(i).watts() <= 100);
        }
    }

    @Property(tries = 20)
    void aHigherLimitIsALaterWall(@ForAll @DoubleRange(min = 20, max = 400) double watts) {
        assertTrue(new PowerWall(watts * 1.5).wallYear() > new PowerWall(watts).wallYear());
    }

    @Test
    void coreTwoIsForecastWithoutItself() {
        LogicDepth.Forecast core2 = LogicDepth.leaveOneOut(Processor.all()).stream()
                .filter(f -> f.processor().name().equals("Core 2 Duo P8700"))
                .findFirst()
                .orElseThrow();
        assertEquals(2.533e9, core2.processor().clockHertz(), 0);
        assertTrue(Math.abs(core2.errorFraction()) < 0.4, () -> "error " + core2.errorFraction());
    }

    @Test
    void theFitFindsALawThatIsThere() {
        LogicDepth law = new LogicDepth(200, 5);
        List<Processor> made = Processor.all().stream()
                .map(p -> new Processor(
                        p.name(),
                        p.year(),
                        p.processMetres(),
                        p.gateMetres(),
                        p.supplyVolts(),
                        p.stages(),
                        law.clockHertz(p.stages(), p.gateDelaySeconds()),
                        p.watts(),
                        p.gateDelaySeconds(),
                        p.source()))
                .toList();
        assertEquals(200, LogicDepth.fit(made).logicGates(), 1e-3);
        assertEquals(5, LogicDepth.fit(made).overheadGates(), 1e-4);
    }

    @Property(tries = 50)
    void heatLimitsTheClock(@ForAll @DoubleRange(min = 0.6, max = 2) double volts) {
        ThermalLimit limit = new ThermalLimit(85, 35, 0.5);
        assertEquals(100, limit.watts(), 1e-12);
        DynamicPower chip = new DynamicPower(1, 10e-9, volts, 1e9);
        LeakagePower leakage = new LeakagePower(10, volts, 1, 0.3, 0.1);
        double clock = limit.highestClockHertz(chip, leakage);
        assertEquals(100, new DynamicPower(1, 10e-9, volts, clock).watts() + leakage.watts(), 1e-9);
        assertTrue(leakage.at(373, 300).watts() > leakage.watts());
    }
}
