package clock2cloud.signal.netlist;

/** A deck that cannot be simulated: one line that says where ({@code file:line}), what, and what would be right. */
public final class DeckException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public DeckException(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
