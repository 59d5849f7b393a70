package clock2cloud.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.signal.bits.DualDirac;
import clock2cloud.signal.bits.GaussianTail;
import clock2cloud.signal.logic.AlphaPowerGate;
import clock2cloud.signal.logic.ClockedPath;
import clock2cloud.signal.logic.FanoutOfFour;
import clock2cloud.signal.logic.Level1Mosfet;
import clock2cloud.signal.logic.LogicalEffort;
import clock2cloud.signal.logic.PublishedGate;
import clock2cloud.signal.logic.Synchroniser;
import clock2cloud.signal.wall.ClockBudget;
import clock2cloud.signal.wall.DennardScaling;
import clock2cloud.signal.wall.DynamicPower;
import clock2cloud.signal.wall.LeakagePower;
import clock2cloud.signal.wire.FlightDistance;
import clock2cloud.signal.wire.WireGeometry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of formulas.csv against ours, number by number in the order printed; NaN stands for a number in a row's text that
 * is not a result.
 */
final class FormulasKnownAnswersTest {
    private static final double X = Double.NaN;
    private static final Pattern NUMBER =
            Pattern.compile("(?<![A-WYZa-wyz0-9_.])[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?(?![A-Za-z0-9])");
    private static final Pattern TOLERANCE = Pattern.compile("\\d(?:\\.\\d+)?e-\\d+");
    private static final double NANO = 1e9;
    private static final double PICO = 1e12;

    private record Row(String id, String expected, String tolerance) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream in =
                        Objects.requireNonNull(FormulasKnownAnswersTest.class.getResourceAsStream("formulas.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.startsWith("id,")) {
                    String[] column = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                    rows.add(new Row(column[0], column[3].replace("\"", ""), column[4]));
                }
            }
        }
        return rows;
    }

    private static Map<String, double[]> answers() {
        Map<String, double[]> all = new HashMap<>(WireAnswers.all());
        logic(all);
        power(all);
        return all;
    }

    private static void logic(Map<String, double[]> all) {
        double long2 = 0.5 * 100e-6 * 10 * (5 - 0.8) * (5 - 0.8);
        double short13 = AlphaPowerGate.saturationAmperes(1e-3, 1.3, 0.3, 1.1);
        all.put("AP-1", numbers(PICO * new AlphaPowerGate(2, 0.8, 5, long2, 0.5e-12, 0.1e-9).delaySeconds()));
        all.put("AP-2", numbers(1e3 * short13));
        all.put("AP-3", numbers(PICO * new AlphaPowerGate(1.3, 0.3, 1.1, short13, 10e-15, 20e-12).delaySeconds()));
        all.put("MOS-1", numbers(1e3 * new Level1Mosfet(100e-6, 10, 0.8, 0.02).amperes(5, 5)));
        all.put("FO4-2", numbers(published(9), published(8)));
        all.put("FO4-3", numbers(published(17), published(16), published(24), published(22)));
        all.put("FO4-4", numbers(1 / 2.53e9 / 8.2e-12));
        LogicalEffort nands = new LogicalEffort(Collections.nCopies(3, LogicalEffort.Stage.NAND2), 8);
        all.put("LE-1", numbers(nands.pathEffort(), nands.stageEffort(), nands.delayTau()));
        ClockedPath path = ClockedPath.of(50e-12, 250e-12, 40e-12, 20e-12, 10e-12);
        all.put("CLK-1", numbers(PICO * path.shortestPeriodSeconds(), path.highestClockHertz() / 1e9));
        ClockedPath hold = new ClockedPath(30e-12, 15e-12, 0, 20e-12, 0, 30e-12, 15e-12, 20e-12);
        all.put("CLK-2", numbers(PICO * hold.holdSlackSeconds()));
        ClockedPath sta = ClockedPath.of(.234961e-9, (.083180 + .097930) * 1e-9, .157891e-9, 0, 0);
        all.put("CLK-3", numbers(NANO * sta.shortestPeriodSeconds(), sta.highestClockHertz() / 1e9));
        report(all, "CLK-slow-1", 10, 1.448034);
        report(all, "CLK-typ-0", 10, 9.830832);
        report(all, "CLK-typ-1", 10, 7.729914);
        report(all, "CLK-fast-0", 10, 9.896637);
        report(all, "CLK-fast-1", 10, 8.694723);
        all.put("CLK-gcd", numbers(5 - 0.02654, ClockedPath.highestClockHertz(5e-9, 0.02654e-9) / 1e6));
        double first = new Synchroniser(0.31e-9, 9.6e-18, 100e6, 1e6).meanSecondsBetweenFailures(2.3e-9);
        all.put("MTBF-1", numbers(first, first / 86400));
        all.put("MTBF-2", numbers(new Synchroniser(1.5e-9, 0.4, 10e6, 100e3).meanSecondsBetweenFailures(80e-9)));
        all.put("MTBF-3", numbers(PICO * Synchroniser.regenerationSeconds(0.1e-12, 3.464998e-3, 54.450e-6)));
        all.put(
                "MTBF-4",
                numbers(new Synchroniser(20e-12, 20e-12, 2.53e9, 253e6).meanSecondsBetweenFailures(2, 50e-12)));
        for (double q : new double[] {3, 6, 7, 8}) {
            all.put("BER-Q" + (int) q, numbers(GaussianTail.probability(q)));
        }
        all.put("BER-Q7.034", numbers(GaussianTail.probability(7.034)));
        all.put("BER-1", numbers(6.6, GaussianTail.probability(1.32 / (2 * 0.1))));
        all.put("BER-2", numbers(PICO * new DualDirac(20e-12, 2e-12).totalSeconds(1e-12)));
    }

    private static void report(Map<String, double[]> all, String id, double period, double slack) {
        double hertz = ClockedPath.highestClockHertz(period * 1e-9, slack * 1e-9);
        all.put(id, numbers(NANO / hertz, hertz / 1e9));
    }

    private static double published(int row) {
        return PICO
                * PublishedGate.all().stream()
                        .filter(gate -> gate.row() == row)
                        .findFirst()
                        .orElseThrow()
                        .delaySeconds();
    }

    private static void power(Map<String, double[]> all) {
        all.put("PW-1", numbers(new DynamicPower(0.1, 30e-9, 1.1, 2.53e9).watts()));
        all.put("PW-2", numbers(NANO * DynamicPower.switchedFarads(35, 1.162, 2.533e9)));
        DynamicPower swing = new DynamicPower(1, 1e-12, 5, 1);
        all.put("PW-3", numbers(PICO * swing.joulesPerClock(), PICO * swing.joulesPerEdge()));
        all.put("PW-4", numbers(4 * PICO * swing.joulesPerClock()));
        DennardScaling dennard = new DennardScaling(Math.sqrt(2), true);
        assertEquals(1, dennard.powerDensityRatio(), 1e-12);
        all.put("PW-5", numbers(dennard.clockRatio(), dennard.powerPerDeviceRatio(), dennard.densityRatio()));
        DennardScaling stuck = new DennardScaling(1.4142, false);
        all.put("PW-6", numbers(stuck.powerDensityRatio(), X, stuck.powerDensityRatioAtSameClock()));
        all.put(
                "PW-7",
                numbers(new LeakagePower(1e-6, 1, 1, 0.2, 0.1).amperes()
                        / new LeakagePower(1e-6, 1, 1, 0.3, 0.1).amperes()));
        all.put("C-1", numbers(1e3 * FlightDistance.inVacuum(2.53e9).metresPerClock()));
        all.put("C-2", numbers(1e3 * FlightDistance.inVacuum(2.53e9).roundTripMetresPerClock()));
        all.put("C-3", numbers(1e3 * new FlightDistance(2.53e9, 4.3).metresPerClock()));
        all.put("C-4", numbers(1e3 * new FlightDistance(2.53e9, 3.9).metresPerClock()));
        ClockBudget core2 = new ClockBudget(2.533e9, 25, 2, 4);
        all.put("M-1", numbers(core2.peakOperationsPerSecond() / 1e9));
        all.put("M-2", numbers(new ClockBudget(2.533e9, 25, 2, 8).peakOperationsPerSecond() / 1e9));
        double bus = 3200e6 / 3 * 8;
        all.put("M-3", numbers(bus / 1e9));
        all.put("M-4", numbers(core2.bytesPerOperation(8.533e9)));
        all.put("M-5", numbers(100 * 40.64 / 51.2, 40.64 / 51.2 * core2.peakOperationsPerSecond() / 1e9));
        wire(all, "WIRE-M3", 80e-9, 144e-9);
        wire(all, "WIRE-M8", 410e-9, 720e-9);
    }

    private static void wire(Map<String, double[]> all, String id, double width, double thickness) {
        WireGeometry wire = new WireGeometry(width, thickness, 2.2e-8, 200e-12);
        all.put(id, numbers(wire.ohms(1e-3), X, PICO * wire.delaySeconds(1e-3), 1e3 * wire.reachMetres(2.53e9)));
    }

    static double[] numbers(double... values) {
        return values;
    }

    @TestFactory
    List<DynamicTest> everyRowHolds() throws IOException {
        Map<String, double[]> answers = answers();
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.id(), () -> check(row, answers)))
                .toList();
    }

    private static void check(Row row, Map<String, double[]> answers) {
        Matcher numbers = NUMBER.matcher(row.expected());
        Matcher stated = TOLERANCE.matcher(row.tolerance());
        double relative = stated.find() ? Double.parseDouble(stated.group()) : 1e-12;
        for (double ours : answers.getOrDefault(row.id(), new double[0])) {
            assertTrue(numbers.find(), () -> row + " prints fewer numbers than we compute");
            if (!Double.isNaN(ours)) {
                String text = numbers.group();
                double expected = Double.parseDouble(text);
                double tolerance = Math.max(Math.abs(expected) * relative, halfOfLastDigit(text));
                assertEquals(expected, ours, tolerance * (1 + 1e-9), row::id);
            }
        }
    }

    private static double halfOfLastDigit(String number) {
        String mantissa = number.replaceFirst("[eE].*", "");
        int exponent = mantissa.length() == number.length()
                ? 0
                : Integer.parseInt(number.substring(mantissa.length() + 1).replace("+", ""));
        int point = mantissa.indexOf('.');
        return point < 0 ? 1e-12 : 0.5 * Math.pow(10, exponent - (mantissa.length() - point - 1));
    }

    /** Rows without a number to compare are tested elsewhere, by name. */
    @Test
    void noRowIsForgotten() throws IOException {
        TreeSet<String> ids = new TreeSet<>();
        rows().forEach(row -> assertTrue(ids.add(row.id()), row::id));
        assertEquals(99, ids.size());
        ids.removeAll(answers().keySet());
        assertEquals(List.of("CAC-1", "FO4-1", "MOS-2"), List.copyOf(ids));
        assertFalse(answers().containsKey("CAC-1"));
    }

    @Test
    void theRuleOfFanoutOfFour() {
        // FO4-1: 500 ps/um: 45 nm 22.5 ps, 65 nm 32.5 ps, 180 nm 90 ps.
        assertEquals(22.5e-12, new FanoutOfFour(45e-9).worstSeconds(), 1e-20);
        assertEquals(32.5e-12, new FanoutOfFour(65e-9).worstSeconds(), 1e-20);
        assertEquals(90e-12, new FanoutOfFour(180e-9).worstSeconds(), 1e-20);
    }
}
