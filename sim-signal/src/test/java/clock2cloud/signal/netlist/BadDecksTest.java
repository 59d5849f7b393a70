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
    void linesEndAsOnAnySystem() {
        String deck = "title\nV1 a 0\n+ 1\n\nR1 a b 1k\nR2 b 0 1k\n.tran 1n 10n\n.foo\n";
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            String there = deck.replace("\n", end);
            DeckException e =
                    assertThrows(DeckException.class, () -> Netlist.parse(new StringReader(there), "ends.cir"));
            assertTrue(e.getMessage().startsWith("ends.cir:8: the card '.foo'"), e.getMessage());
        }
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

    @Test
    void subcircuitsThatMultiplyAreRefusedBeforeTheyFillTheMemory() {
        StringBuilder deck = new StringBuilder("title\nV1 in 0 1\nX1 in 0 s20\n.tran 1n 10n\n");
        for (int i = 1; i <= 20; i++) {
            deck.append(".subckt s%d a b\nX1 a m s%d\nX2 m b s%d\nX3 a b s%d\nX4 b a s%d\n.ends\n"
                    .formatted(i, i - 1, i - 1, i - 1, i - 1));
        }
        deck.append(".subckt s0 a b\nR1 a b 1\n.ends\n");
        DeckException e =
                assertThrows(DeckException.class, () -> Netlist.parse(new StringReader(deck.toString()), "many.cir"));
        assertTrue(e.getMessage().startsWith("many.cir:1: the subcircuits multiply to more than "), e.getMessage());
        assertTrue(e.getMessage().endsWith("give Java more (C2C_JAVA_OPTIONS=-Xmx16g)"), e.getMessage());
    }

    @Test
    void anExpressionNestedTooDeepIsRefused() {
        for (String deep : new String[] {"(".repeat(20_000) + "1" + ")".repeat(20_000), "-".repeat(100_000) + "1"}) {
            String deck = "title\nV1 a 0 1\nR1 a 0 {" + deep + "}\n.tran 1n 10n\n";
            DeckException e =
                    assertThrows(DeckException.class, () -> Netlist.parse(new StringReader(deck), "deep.cir"));
            assertTrue(e.getMessage().startsWith("deep.cir:3: an expression of"), e.getMessage());
        }
    }
}
