package clock2cloud.app;

/** A check did not hold: exit code 3. */
public final class CheckFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CheckFailed(String message) {
        super(message);
    }
}
