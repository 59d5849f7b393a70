package clock2cloud.app.signal;

import clock2cloud.app.TrustLine;
import clock2cloud.signal.circuit.Transient;
import clock2cloud.signal.circuit.Waveforms;
import clock2cloud.signal.netlist.Netlist;
import java.io.StringReader;
import java.util.function.DoubleUnaryOperator;

/** The circuit simulator against closed forms; errors are shares of the swing. */
final class SpiceChecks {
    private static final double BOUND = 1e-3;

    private SpiceChecks() {}

    static TrustLine line() {
        double[] tally = new double[3];
        add(tally, "R1 in out 1k\nC1 out 0 1p", "10p 10n", 1, t -> -Math.expm1(-(t - 0.5e-12) / 1e-9));
        double alpha = 1e9;
        double omega = Math.sqrt(1e20 - alpha * alpha);
        add(tally, "R1 in a 20\nL1 a out 10n\nC1 out 0 1p", "10p 10n", 1.73, t -> {
            double after = t - 0.5e-12;
            return 1 - Math.exp(-alpha * after) * (Math.cos(omega * after) + alpha / omega * Math.sin(omega * after));
        });
        double[] plateaus = {0, 1.58730159, 0.629881582, 1.20737301, 0.859044849, 1.06914755};
        add(
                tally,
                "R1 in a 10\nT1 a 0 out 0 Z0=50 TD=1n\nR2 out 0 1k",
                "1n 9n",
                1.6,
                t -> plateaus[Math.min(5, (int) ((t * 1e9 + 1) / 2))]);
        return new TrustLine(
                "signal",
                "circuit simulator (RC, RLC and lossless line)",
                "closed forms, share of swing",
                "10 time constants, 16 ringing periods, 9 flight times",
                (int) tally[0],
                tally[1] / tally[0],
                tally[2],
                BOUND);
    }

    private static void add(double[] tally, String cards, String tran, double swing, DoubleUnaryOperator exact) {
        String deck = "step\nV1 in 0 PULSE(0 1 0 1p 1p 1 2)\n" + cards + "\n.tran " + tran + "\n.print v(out)\n";
        Waveforms waves = Transient.run(Netlist.parse(new StringReader(deck), "check.cir"));
        double[] ours = waves.of("v(out)");
        for (int i = 1; i < ours.length; i++) {
            double t = waves.timesSeconds()[i];
            if (tran.startsWith("1n") && i % 2 == 1) {
                continue;
            }
            double error = Math.abs(ours[i] - exact.applyAsDouble(t)) / swing;
            tally[0]++;
            tally[1] += error;
            tally[2] = Math.max(tally[2], error);
        }
    }
}
