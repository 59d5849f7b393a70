package clock2cloud.signal.sparse;

/** A column has no pivot: the equations do not fix this unknown. */
public final class SingularMatrixException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;

    SingularMatrixException(int column) {
        super("unknown " + column + " is not fixed by the equations");
        this.column = column;
    }

    public int column() {
        return column;
    }
}
