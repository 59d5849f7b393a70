package clock2cloud.signal.netlist;

import java.util.ArrayList;
import java.util.List;

/** {@code .tran step stop start longest uic}. */
final class TransientCard {
    private TransientCard() {}

    static Netlist.Analysis read(String file, Subcircuit.Waiting waiting, Scope scope) {
        try {
            Card card = Card.of(waiting.text());
            List<String> words = new ArrayList<>(card.words());
            boolean uic = words.remove("uic");
            double step = scope.token(word(words, 0));
            double stop = scope.token(word(words, 1));
            double start = words.size() > 2 ? scope.token(words.get(2)) : 0;
            double longest = words.size() > 3 ? scope.token(words.get(3)) : Double.POSITIVE_INFINITY;
            if (!(step > 0 && stop > 0 && start >= 0 && start < stop && longest > 0) || words.size() > 4) {
                throw new IllegalArgumentException(
                        ".tran needs step > 0, stop > start >= 0 and a longest step > 0: '" + waiting.text() + "'");
            }
            return new Netlist.Analysis(waiting.line(), step, stop, start, longest, uic);
        } catch (DeckException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new DeckException(file, waiting.line(), String.valueOf(e.getMessage()));
        }
    }

    private static String word(List<String> words, int i) {
        if (i >= words.size()) {
            throw new IllegalArgumentException(".tran needs a step and a stop time");
        }
        return words.get(i);
    }
}
