import clock2cloud.signal.circuit.Transient;
import clock2cloud.signal.circuit.Waveforms;
import clock2cloud.signal.netlist.Netlist;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Times a deck in one process: java -cp sim-signal/target/classes bench/signal/spice/SolverBench.java WARM DECK */
public final class SolverBench {
    public static void main(String[] arguments) {
        for (int run = 0; run <= Integer.parseInt(arguments[0]); run++) {
            long start = processor();
            Netlist netlist = Netlist.parse(Path.of(arguments[1]));
            long parsed = processor();
            Waveforms waves = Transient.run(netlist);
            long done = processor();
            System.out.printf(
                    "run %d: parse %.3f s, solve %.4f s of processor time, %s%n",
                    run, (parsed - start) / 1e9, (done - parsed) / 1e9, waves.effort());
        }
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
