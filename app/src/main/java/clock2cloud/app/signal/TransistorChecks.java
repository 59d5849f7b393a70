package clock2cloud.app.signal;

import clock2cloud.app.TrustLine;
import clock2cloud.signal.circuit.Transient;
import clock2cloud.signal.circuit.Waveforms;
import clock2cloud.signal.netlist.Netlist;
import java.io.StringReader;

/** The circuit simulator's transistors, held against delays and periods that ngspice 39.3 measured at tight tolerances. */
final class TransistorChecks {
    private static final String MODELS = """

            .model nch nmos(level=1 vto=0.8 kp=100u lambda=0.02)
            .model pch pmos(level=1 vto=-0.9 kp=40u lambda=0.02)
            """;
    private static final String INVERTER = """
            inverter
            Vdd vdd 0 5
            Vin in 0 PULSE(0 5 1n 0.1n 0.1n 4n 10n)
            Mp out in vdd vdd pch W=25u L=1u
            Mn out in 0 0 nch W=10u L=1u
            CL out 0 0.5p
            .tran 10p 20n
            .print tran v(in) v(out)""" + MODELS;

    private TransistorChecks() {}

    static TrustLine line() {
        Waveforms inverter = run(INVERTER);
        double[] ours = {
            crossing(inverter, "v(out)", 2.5, false, 0) - crossing(inverter, "v(in)", 2.5, true, 0),
            crossing(inverter, "v(out)", 2.5, true, 0) - crossing(inverter, "v(in)", 2.5, false, 0),
            crossing(inverter, "v(out)", 0.5, false, 0) - crossing(inverter, "v(out)", 4.5, false, 0),
            crossing(inverter, "v(out)", 4.5, true, 0) - crossing(inverter, "v(out)", 0.5, true, 0),
            period(5, "2p 4n"),
            period(51, "10p 40n")
        };
        double[] theirs = {1.59647836e-10, 1.6634687e-10, 3.32232633e-10, 3.43358824e-10, 5.19665148e-10, 5.30193018e-09
        };
        return TrustLine.of(
                "signal",
                "circuit simulator (level-1 transistors)",
                "ngspice 39.3, tight tolerances",
                "delays and edges of an inverter, rings of 5 and 51 stages",
                ours,
                theirs,
                2e-3);
    }

    private static Waveforms run(String deck) {
        return Transient.run(Netlist.parse(new StringReader(deck), "check.cir"));
    }

    private static double period(int stages, String tran) {
        StringBuilder deck = new StringBuilder("ring\nVdd vdd 0 5\n.subckt inv a y vdd\nMp y a vdd vdd pch W=25u L=1u\n"
                + "Mn y a 0 0 nch W=10u L=1u\nCL y 0 0.1p\n.ends\n.ic v(vdd)=5\n");
        for (int k = 1; k <= stages; k++) {
            deck.append(String.format("X%d n%d n%d vdd inv%n", k, k, k % stages + 1));
            deck.append(String.format(".ic v(n%d)=%d%n", k, k % 2 == 1 ? 0 : 5));
        }
        Waveforms ring = run(deck + ".tran " + tran + " uic\n.print tran v(n1)" + MODELS);
        int last = 2;
        while (!Double.isNaN(crossing(ring, "v(n1)", 2.5, true, last + 1))) {
            last++;
        }
        return (crossing(ring, "v(n1)", 2.5, true, last) - crossing(ring, "v(n1)", 2.5, true, 1)) / (last - 1);
    }

    /** When the wave crosses a level in one direction for the {@code n}th time, counted from 0; NaN when it does not. */
    private static double crossing(Waveforms waves, String name, double level, boolean rising, int n) {
        double[] v = waves.of(name);
        double[] t = waves.timesSeconds();
        int left = n;
        for (int i = 1; i < v.length; i++) {
            boolean crosses = rising ? v[i - 1] < level && v[i] >= level : v[i - 1] > level && v[i] <= level;
            if (crosses && left-- == 0) {
                return t[i - 1] + (t[i] - t[i - 1]) * (level - v[i - 1]) / (v[i] - v[i - 1]);
            }
        }
        return Double.NaN;
    }
}
