package clock2cloud.app.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "2.53GHz, HERTZ, 2.53e9",
        "150ps, SECONDS, 150e-12",
        "5 min, SECONDS, 300",
        "5h, SECONDS, 18000",
        "2h20min, SECONDS, 8400",
        "1d12h, HOURS, 36",
        "5h, HOURS, 5",
        "1GiB, BYTES, 1073741824",
        "100MB, BYTES, 1e8",
        "10Gbit/s, BYTES_PER_SECOND, 1.25e9",
        "125MBps, BYTES_PER_SECOND, 125e6",
        "$0.17/h, DOLLARS_PER_HOUR, 0.17",
        "0.17, DOLLARS_PER_HOUR, 0.17",
        "$5, DOLLARS, 5",
        "5%, FRACTION, 0.05",
        "150%, RATIO, 1.5",
        "1kohm, OHMS, 1000",
        "3um, METRES, 3e-6",
        "2e9, RATIO, 2e9",
        "-5C, CELSIUS, -5",
        "20 GFLOP/s, FLOPS_PER_SECOND, 2e10"
    })
    void peoplesUnitsAreRead(String text, Unit unit, double si) {
        assertEquals(si, Quantities.parse(text, unit), Math.abs(si) * 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "-5GHz, HERTZ",
        "200%, FRACTION",
        "5GB, HERTZ",
        "fast, SECONDS",
        "1e400Hz, HERTZ",
        "'', BYTES",
        "NaN, VOLTS"
    })
    void nonsenseIsRefused(String text, Unit unit) {
        String message = assertThrows(IllegalArgumentException.class, () -> Quantities.parse(text, unit))
                .getMessage();
        assertEquals(
                unit.example(),
                message.substring(message.length() - unit.example().length()));
    }

    @ParameterizedTest
    @CsvSource({
        "2.53e9, HERTZ, 2.53 GHz",
        "774e-12, SECONDS, 774 ps",
        "0, SECONDS, 0 s",
        "45, SECONDS, 45.0 s",
        "300, SECONDS, 5.0 min",
        "999.9e-9, SECONDS, 1.00 µs",
        "0.9, DOLLARS_PER_HOUR, $0.90/h",
        "0.05, FRACTION, 5.0%",
        "0.5, FRACTION, 50%",
        "2.44e11, FLOPS_PER_SECOND, 244 GFLOP/s"
    })
    void peopleReadAFewDigits(double value, Unit unit, String text) {
        assertEquals(text, Quantities.format(value, unit));
    }

    @Test
    void aNameCarriesItsUnit() {
        assertEquals(Unit.SECONDS, Unit.ofName("forecastSecondsPerEpoch").orElseThrow());
        assertEquals(Unit.DOLLARS, Unit.ofName("cost_dollars").orElseThrow());
        assertEquals(Unit.BYTES_PER_SECOND, Unit.ofName("memoryBytesPerSecond").orElseThrow());
        assertEquals("forecast per epoch", Unit.wordsOf("forecastSecondsPerEpoch"));
    }

    @Test
    void tablesAreCsvForMachinesAndTextForPeople() {
        Table table = Table.of("rung", "clockHertz").row("laptop", 2.53e9).row("a, b", 1e9);
        assertEquals("rung,clockHertz\nlaptop,2530000000\n\"a, b\",1000000000\n", table.csv());
        assertEquals("rung       clock\nlaptop  2.53 GHz\na, b    1.00 GHz\n", table.text());
    }
}
