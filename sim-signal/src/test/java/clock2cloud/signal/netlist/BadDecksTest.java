package clock2cloud.signal.netlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.signal.circuit.Transient;
import java.io.Reader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What cannot be simulated is refused in one line that names file, line and what is wrong. */
class BadDecksTest {
    @ParameterizedTest(name = "{2}")
    @CsvFileSource(resources = "/clock2cloud/signal/bad-decks.csv", numLinesToSkip = 1, delimiter = '|')
    void isRefusedWithItsLine(String cards, int line, String words) {
        String deck = "title\n" + cards.replace(" / ", "\n") + "\n";
        DeckException e = assertThrows(
                DeckException.class, () -> Transient.run(Netlist.parse(new StringReader(deck), "bad.cir")));
        assertTrue(e.getMessage().startsWith("bad.cir:" + line + ": "), e.getMessage());
        assertTrue(e.getMessage().contains(words), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }

    @Test
    void anEndlessDeckIsRefusedBeforeItFillsTheMemory() {
        Reader endless = new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) {
                java.util.Arrays.fill(buffer, offset, offset + length, 'x');
                return length;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        DeckException e = assertThrows(DeckException.class, () -> Netlist.parse(endless, "endless.cir"));
        assertEquals("endless.cir:1: a card is longer than 67108864 characters: split it", e.getMessage());
    }
}
