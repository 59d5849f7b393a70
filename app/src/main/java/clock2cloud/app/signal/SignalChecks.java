package clock2cloud.app.signal;

import clock2cloud.app.TrustLine;
import clock2cloud.signal.bits.Driver;
import clock2cloud.signal.bits.ErrorCount;
import clock2cloud.signal.bits.ErrorRate;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Noise;
import clock2cloud.signal.bits.Receiver;
import clock2cloud.signal.logic.AlphaPowerGate;
import clock2cloud.signal.logic.PublishedGate;
import clock2cloud.signal.wall.LogicDepth;
import clock2cloud.signal.wall.PowerWall;
import clock2cloud.signal.wall.Processor;
import clock2cloud.signal.wall.TrendData;
import clock2cloud.signal.wire.BakogluRepeaters;
import clock2cloud.signal.wire.DrivenLine;
import clock2cloud.signal.wire.IsmailFriedmanDelay;
import clock2cloud.signal.wire.LossyLine;
import clock2cloud.signal.wire.LumpedRc;
import clock2cloud.signal.wire.RcTree;
import clock2cloud.signal.wire.ReflectionLattice;
import clock2cloud.signal.wire.SakuraiDelay;
import java.util.ArrayList;
import java.util.List;

/** What the models of this floor were compared with, and how far off they were. */
public final class SignalChecks {
    private static final String NGSPICE = "ngspice 39.3, tight tolerances";
    private static final String EXACT = "exact line: poles of the transfer function";

    private static final int BITS = 400_000;

    private SignalChecks() {}

    public static List<TrustLine> lines() {
        List<TrustLine> lines =
                new ArrayList<>(wires().stream().map(TrustLine::computed).toList());
        lines.add(errorRates());
        lines.addAll(ClosedFormChecks.lines());
        lines.add(SpiceChecks.line().computed());
        lines.add(TransistorChecks.line().computed());
        record().forEach(line -> lines.add(line.withNoise("one figure each, as published")));
        return List.copyOf(lines);
    }

    private static TrustLine line(
            String model, String comparedWith, String range, List<double[]> pairs, double boundFraction) {
        return TrustLine.of(
                "signal",
                model,
                comparedWith,
                range,
                pairs.stream().mapToDouble(p -> p[0]).toArray(),
                pairs.stream().mapToDouble(p -> p[1]).toArray(),
                boundFraction);
    }

    private static double[] pair(double ours, double theirs) {
        return new double[] {ours, theirs};
    }

    private static List<TrustLine> wires() {
        DrivenLine open = new DrivenLine(0, 1, 1, 0);
        List<double[]> diffusion = List.of(
                pair(open.delaySeconds(0.1), 0.1301588905),
                pair(open.delaySeconds(0.5), 0.3787478383),
                pair(open.delaySeconds(0.9), 1.031104982));
        double[][] loads = {{1, 1}, {0.5, 0.2}, {2, 0.5}, {0.1, 0.1}, {5, 5}, {0, 1}};
        List<double[]> sakurai = new ArrayList<>();
        for (double[] c : loads) {
            for (double v : new double[] {0.5, 0.9}) {
                SakuraiDelay law = new SakuraiDelay(c[0], 1, 1, c[1]);
                sakurai.add(pair(law.delaySeconds(v), law.exactSeconds(v)));
            }
        }
        BakogluRepeaters wire = new BakogluRepeaters(4e3, 2e-12, 2e3, 10e-15);
        List<double[]> repeaters = new ArrayList<>();
        for (int n : new int[] {1, 2, 4, 8, 15, 30}) {
            repeaters.add(pair(wire.delaySeconds(n, 10), wire.exactDelaySeconds(n, 10)));
        }
        List<double[]> inductive = new ArrayList<>();
        for (double a = 0.1; a < 1.05; a += 0.3) {
            for (double b = 0.05; b < 1; b += 0.3) {
                for (double henries = 0.5e-9; henries < 20e-9; henries *= 2) {
                    IsmailFriedmanDelay law =
                            new IsmailFriedmanDelay(new LossyLine(100 * a, 100, henries, 1e-12, 1e-12 * b));
                    inductive.add(pair(law.delaySeconds(), law.exactSeconds()));
                }
            }
        }
        List<double[]> ladders = List.of(pair(ladder(10), 0.416249e-9), pair(ladder(100), 0.382532e-9));
        ReflectionLattice line = new ReflectionLattice(0, 5, 10, 50, 1e3, 1);
        double[] plateaus = {7.936508, 3.149408, 6.036865, 4.295224, 5.345738, 4.712095};
        List<double[]> lattice = new ArrayList<>();
        for (int n = 0; n < plateaus.length; n++) {
            lattice.add(pair(line.farVolts(2 * n + 1.5), plateaus[n]));
        }
        double saturation = 0.5 * 100e-6 * 10 * 4.2 * 4.2;
        double gate = new AlphaPowerGate(2, 0.8, 5, saturation, 0.5e-12, 0.1e-9).delaySeconds();
        return List.of(
                line("distributed RC line", "inverse Laplace by Talbot (mpmath)", "10% to 90%", diffusion, 1e-8),
                line("RC ladder, exact", NGSPICE, "10 and 100 sections", ladders, 1e-4),
                line("reflection lattice", NGSPICE, "six plateaus, 10 to 50 to 1000 ohm", lattice, 1e-6),
                line("Sakurai's delay", EXACT, "driver and load 0 to 5 times the wire", sakurai, 0.036),
                line("Bakoglu's repeaters", EXACT, "1 to 30 repeaters", repeaters, 0.04),
                line(
                        "Ismail and Friedman's delay",
                        "exact RLC line, inverse Laplace",
                        "driver, load 0.1 to 1",
                        inductive,
                        0.27),
                line(
                        "alpha-power gate",
                        NGSPICE,
                        "inverter with 0.5 pF at 5 V",
                        List.of(pair(gate, 159.648e-12)),
                        0.05));
    }

    private static double ladder(int sections) {
        return RcTree.ladder(sections, 1e3, 1e-12)
                .response(String.valueOf(sections))
                .delaySeconds(0.5, 1e-9);
    }

    private static TrustLine errorRates() {
        Noise[] noises = {new Noise(0.8, 0), new Noise(0.5, 0.05), new Noise(0.3, 0.15)};
        List<double[]> rates = new ArrayList<>();
        double standardError = 0;
        Link link = new Link(Driver.of(5, 1), LumpedRc.ofTimeConstant(1), Receiver.atEndOfBit(2.5));
        for (Noise one : noises) {
            ErrorCount count =
                    ErrorCount.simulate(link, one, BITS, Dice.of(2017).split());
            double rate = new ErrorRate(link, one).probability();
            rates.add(pair(rate, count.probability()));
            standardError += Math.sqrt((1 - rate) / rate / BITS) / noises.length;
        }
        return line(
                        "error rate in closed form",
                        "400,000 simulated bits each",
                        "RC wire, noise and jitter",
                        rates,
                        0.05)
                .withStandardError(standardError);
    }

    private static List<TrustLine> record() {
        List<double[]> gates = PublishedGate.all().stream()
                .map(g -> pair(g.fanoutOfFourSeconds() * (1 + g.ruleErrorFraction()), g.fanoutOfFourSeconds()))
                .toList();
        List<double[]> clocks = LogicDepth.leaveOneOut(Processor.all()).stream()
                .map(f -> pair(f.modelledHertz(), f.processor().clockHertz()))
                .toList();
        PowerWall wall = new PowerWall(100);
        return List.of(
                line(
                        "FO4 rule, 0.36 ps a nm",
                        "inverters published by their makers (CPU DB)",
                        "35 to 800 nm",
                        gates,
                        0.55),
                line(
                        "clock by gate length and stages",
                        "processors as sold, each left out of the fit",
                        "5 V TTL to 3 nm",
                        clocks,
                        1.7),
                line(
                        "clock by year, before the wall",
                        "Karl Rupp's trend data",
                        "1985 to 2003",
                        years(wall, 1985, 2003),
                        1),
                line(
                        "clock by year, held after it",
                        "Karl Rupp's trend data",
                        "2004 to 2021",
                        years(wall, 2004, 2021),
                        0.7));
    }

    private static List<double[]> years(PowerWall wall, int from, int to) {
        List<double[]> pairs = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            double ours = wall.at(year + 0.5).clockHertz();
            TrendData.CLOCK_HERTZ.meanOf(year).ifPresent(real -> pairs.add(pair(ours, real)));
        }
        return pairs;
    }
}
