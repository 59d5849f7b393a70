package clock2cloud.signal.netlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suffixes as ngspice 39 reads them; a micro sign is a u. */
class SpiceNumberTest {
    @ParameterizedTest
    @CsvSource({
        "1meg, 1e6", "1MEGohm, 1e6", "1mil, 25.4e-6", "10uF, 10e-6", "10µF, 10e-6", "2.2μ, 2.2e-6", "1A, 1",
                "1mA, 1e-3",
        "1F, 1e-15", "5V, 5", "1e3k, 1e6", ".5n, 0.5e-9", "1.e-12, 1e-12", "-3.3Volts, -3.3", "1Ohm, 1", "50hz, 50",
        "1T, 1e12", "3G, 3e9", "1e, 1"
    })
    void isWhatItSays(String text, double value) {
        assertEquals(value, SpiceNumber.parse(text), 1e-15 * Math.abs(value));
    }

    @ParameterizedTest
    @CsvSource({"k", "1k5", "1..2", "--1", "e5", "1_000", "''"})
    void isNoNumber(String text) {
        assertEquals(Double.NaN, SpiceNumber.parse(text));
    }
}
