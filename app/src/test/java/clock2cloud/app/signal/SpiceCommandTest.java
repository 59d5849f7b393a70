package clock2cloud.app.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpiceCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String deck, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("rc.cir"), deck);
        List<String> args = new java.util.ArrayList<>(List.of("signal", "spice", file.toString()));
        args.addAll(List.of(options));
        return Main.execute(new PrintWriter(out), new PrintWriter(err), args.toArray(new String[0]));
    }

    private static final String RC = "An RC\nVin in 0 PULSE(0 1 0 1p 1p 1 2)\nR1 in out 1k\nC1 out 0 1p\n"
            + ".tran 1n 5n\n.print tran v(out) i(vin)\n.end\n";

    @Test
    void oneRowAnOutputStepUnderTheNamesOfThePrintCard() throws IOException {
        assertEquals(0, run(RC, "--format", "csv", "--quiet"), err.toString());
        List<String> rows = out.toString().lines().toList();
        assertEquals("time_s,v(out),i(vin)", rows.get(0));
        assertEquals(7, rows.size());
        assertEquals("0,0,0", rows.get(1));
        String[] second = rows.get(2).split(",");
        // the ramp of 1 ps is centred at 0.5 ps: 1 - exp(-0.9995) = 0.63194
        assertEquals(0.63194, Double.parseDouble(second[1]), 1e-4);
        assertEquals(-0.36806e-3, Double.parseDouble(second[2]), 1e-7);
        assertEquals("", err.toString());
    }

    @Test
    void probesReplaceThePrintCard() throws IOException {
        assertEquals(0, run(RC, "--format", "csv", "--probe", "OUT,v(in,out),i(Vin)"), err.toString());
        assertEquals(
                "time_s,v(out),\"v(in,out)\",i(vin)",
                out.toString().lines().findFirst().orElseThrow());
    }

    @Test
    void aBadDeckIsOneLineAndExitCodeTwo() throws IOException {
        assertEquals(2, run(RC.replace("1k", "-1k"), "--format", "csv"));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("rc.cir:3: r1: must be above 0 ohm, got -1000.0"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        int code = Main.execute(new PrintWriter(out), new PrintWriter(err), "signal", "spice", "/nowhere/x.cir");
        assertEquals(2, code);
        assertTrue(err.toString().contains("/nowhere/x.cir: cannot be read"), err.toString());
    }
}
