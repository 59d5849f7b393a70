package clock2cloud.app;

/** Starts the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("clock2cloud");
    }
}
