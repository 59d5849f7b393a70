package clock2cloud.app.signal;

import clock2cloud.app.TrustLine;
import clock2cloud.signal.bits.Driver;
import clock2cloud.signal.bits.EyeDiagram;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Noise;
import clock2cloud.signal.bits.Receiver;
import clock2cloud.signal.bits.WorstCaseEye;
import clock2cloud.signal.logic.Synchroniser;
import clock2cloud.signal.wire.CoupledLines;
import clock2cloud.signal.wire.LumpedRc;
import clock2cloud.signal.wire.RcTree;
import clock2cloud.signal.wire.SeriesRlc;
import clock2cloud.signal.wire.StepResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Worst-case eye, ringing, crosstalk, Elmore's delay and metastability, each beside a simulation or an exact answer. */
final class ClosedFormChecks {
    private static final String NGSPICE = "ngspice 39.3, tight tolerances";

    private ClosedFormChecks() {}

    static List<TrustLine> lines() {
        return Stream.of(eye(), ringing(), crosstalk(), elmore(), latch())
                .map(TrustLine::computed)
                .toList();
    }

    private static TrustLine line(
            String model, String comparedWith, String range, double[] ours, double[] theirs, double bound) {
        return TrustLine.of("signal", model, comparedWith, range, ours, theirs, bound);
    }

    private static TrustLine eye() {
        double[] bitsInTau = {0.8, 1, 1.5, 2, 3};
        double[] ours = new double[bitsInTau.length];
        double[] theirs = new double[bitsInTau.length];
        for (int i = 0; i < bitsInTau.length; i++) {
            Link link = new Link(Driver.of(5, 1 / bitsInTau[i]), LumpedRc.ofTimeConstant(1), Receiver.atEndOfBit(2.5));
            ours[i] = WorstCaseEye.of(link).openingVolts();
            theirs[i] = EyeDiagram.simulate(
                            link, new Noise(0, 0), 200_000, 32, Dice.of(7).split())
                    .openingVolts();
        }
        return line(
                "worst-case eye in closed form",
                "200,000 simulated bits each",
                "RC wire, bits of 0.8 to 3 time constants",
                ours,
                theirs,
                1e-3);
    }

    private static TrustLine ringing() {
        SeriesRlc rlc = new SeriesRlc(20, 10e-9, 1e-12);
        return line(
                "series RLC, peak and its time",
                NGSPICE,
                "damping 0.1, edge of 1 ps",
                new double[] {5 * rlc.at(rlc.peakSeconds()), rlc.peakSeconds()},
                new double[] {8.64622296, 4.16320496e-10 - 100.5e-12},
                2e-3);
    }

    private static TrustLine crosstalk() {
        CoupledLines pair = new CoupledLines(mode(20e-15), mode(40e-15), 100e-12);
        return line(
                "coupled lines: delays and noise",
                NGSPICE,
                "10 sections, neighbour quiet or opposite",
                new double[] {pair.quietSeconds(), pair.oppositeSeconds(), 5 * pair.noisePeakFraction()},
                new double[] {83.7573977e-12, 116.895047e-12, 0.724150932},
                2e-3);
    }

    private static StepResponse mode(double farads) {
        RcTree ladder = new RcTree();
        for (int i = 1; i <= 10; i++) {
            ladder.add("" + i, i == 1 ? "" : "" + (i - 1), i == 1 ? 150 : 50, i == 10 ? farads + 10e-15 : farads);
        }
        return ladder.response("10");
    }

    private static TrustLine elmore() {
        List<double[]> pairs = new ArrayList<>();
        for (int sections : new int[] {1, 2, 5, 10, 100}) {
            RcTree ladder = RcTree.ladder(sections, 1e3, 1e-12);
            for (int at : new int[] {sections, (sections + 1) / 2}) {
                String node = String.valueOf(at);
                pairs.add(new double[] {
                    Math.log(2) * ladder.elmoreSeconds(node),
                    ladder.response(node).delaySeconds(0.5, 1e-9)
                });
            }
        }
        return line(
                "Elmore's delay times ln 2, half swing",
                "exact response by eigenvalues",
                "ends and middles of ladders, 1 to 100 sections",
                pairs.stream().mapToDouble(p -> p[0]).toArray(),
                pairs.stream().mapToDouble(p -> p[1]).toArray(),
                0.35);
    }

    private static TrustLine latch() {
        return line(
                "regeneration of a latch, C / (gm - go)",
                NGSPICE,
                "level-1 inverters of 0.1 pF, 50 to 500 mV apart",
                new double[] {Synchroniser.regenerationSeconds(0.1e-12, 3.464998e-3, 54.450e-6)},
                new double[] {29.3231062e-12},
                1e-3);
    }
}
