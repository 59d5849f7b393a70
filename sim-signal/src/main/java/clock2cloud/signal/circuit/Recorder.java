package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.DeckException;
import clock2cloud.signal.netlist.Netlist;
import clock2cloud.signal.netlist.Probe;
import java.util.List;

/** Fills the rows of the output while the analysis passes their times. */
final class Recorder {
    private static final int MOST_DEFAULT_PROBES = 1000;

    private final Netlist.Analysis analysis;
    private final List<Probe> probes;
    private final Reading[] readings;
    private final double[] times;
    private final double[][] values;
    private final long count;
    private int row;

    Recorder(Netlist netlist, Equations equations, Netlist.Analysis analysis) {
        this.analysis = analysis;
        probes = netlist.probes().isEmpty() ? everyNode(netlist) : netlist.probes();
        Readings known = new Readings(netlist, equations);
        readings = probes.stream().map(known::of).toArray(Reading[]::new);
        count = analysis.rows();
        boolean fits = values() <= 1L << 28;
        times = new double[fits ? (int) count : 0];
        values = new double[probes.size()][fits ? (int) count : 0];
        for (int i = 0; i < times.length; i++) {
            times[i] = analysis.startSeconds() + i * analysis.stepSeconds();
        }
    }

    long values() {
        return count > Integer.MAX_VALUE ? Long.MAX_VALUE : count * probes.size();
    }

    private static List<Probe> everyNode(Netlist netlist) {
        if (netlist.nodes().size() > MOST_DEFAULT_PROBES + 1) {
            throw new DeckException(
                    netlist.file(),
                    1,
                    "the deck has no .print or .save and " + (netlist.nodes().size() - 1)
                            + " nodes: name probes, such as --probe "
                            + netlist.nodes().get(1));
        }
        return netlist.nodes().stream()
                .skip(1)
                .map(node -> new Probe(false, node, "", 1))
                .toList();
    }

    /** The first row, when it is at time 0. */
    void first(double[] x) {
        if (row == 0 && analysis.startSeconds() == 0) {
            for (int k = 0; k < readings.length; k++) {
                values[k][0] = readings[k].first(x);
            }
            row = 1;
        }
    }

    /** Every row up to {@code t}, which is the newest point of the history. */
    void upTo(double t, History history) {
        if (row == 0 && analysis.startSeconds() == 0) {
            return;
        }
        while (row < times.length && times[row] <= t) {
            for (int k = 0; k < readings.length; k++) {
                values[k][row] = readings[k].at(times[row], history);
            }
            row++;
        }
    }

    /** Rows that rounding left behind the last step. */
    void finish(History history) {
        upTo(Double.POSITIVE_INFINITY, history);
    }

    Waveforms waveforms(Waveforms.Effort effort) {
        return new Waveforms(probes.stream().map(Probe::label).toList(), times, values, effort);
    }
}
