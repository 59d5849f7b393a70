import clock2cloud.signal.circuit.Transient;
import clock2cloud.signal.circuit.Waveforms;
import clock2cloud.signal.netlist.Netlist;
import java.nio.file.Path;

/** Times decks, five runs each in one process: java -cp sim-signal/target/classes bench/signal/spice/SolverBench.java DECK... */
public final class SolverBench {
    public static void main(String[] decks) {
        for (String deck : decks) {
            for (int run = 1; run <= 5; run++) {
                long start = System.nanoTime();
                Netlist netlist = Netlist.parse(Path.of(deck));
                long parsed = System.nanoTime();
                Waveforms waves = Transient.run(netlist);
                long done = System.nanoTime();
                System.out.printf(
                        "%s run %d: parse %.1f ms, solve %.1f ms, %s%n",
                        deck, run, (parsed - start) / 1e6, (done - parsed) / 1e6, waves.effort());
            }
        }
    }
}
