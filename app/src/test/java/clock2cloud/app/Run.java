package clock2cloud.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One command line, run in this JVM: its exit code and what it wrote. */
public record Run(int code, String out, String err) {
    public static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.execute(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(code, out.toString(), err.toString());
    }
}
