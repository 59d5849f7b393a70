package clock2cloud.signal;

import clock2cloud.signal.bits.Driver;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Message;
import clock2cloud.signal.bits.Receiver;
import clock2cloud.signal.bits.WorstCaseEye;
import clock2cloud.signal.wire.BakogluRepeaters;
import clock2cloud.signal.wire.DrivenLine;
import clock2cloud.signal.wire.FlightDistance;
import clock2cloud.signal.wire.IsmailFriedmanDelay;
import clock2cloud.signal.wire.LineCriterion;
import clock2cloud.signal.wire.LossyLine;
import clock2cloud.signal.wire.LumpedRc;
import clock2cloud.signal.wire.RcTree;
import clock2cloud.signal.wire.ReflectionLattice;
import clock2cloud.signal.wire.SakuraiDelay;
import clock2cloud.signal.wire.SeriesRlc;
import java.util.HashMap;
import java.util.Map;

/** Ours for the rows of formulas.csv about wires and bits, by row. */
final class WireAnswers {
    private static final double X = Double.NaN;
    private static final double NANO = 1e9;
    private static final double PICO = 1e12;

    private WireAnswers() {}

    static Map<String, double[]> all() {
        Map<String, double[]> all = new HashMap<>();
        rc(all);
        lines(all);
        lattice(all);
        bits(all);
        return all;
    }

    private static void rc(Map<String, double[]> all) {
        LumpedRc rc = new LumpedRc(1e3, 1e-12);
        all.put("RC-1", row(5 * rc.at(1e-9)));
        all.put("RC-2", row(NANO * rc.delaySeconds(0.5)));
        all.put("RC-3", row(NANO * rc.delaySeconds(0.9)));
        all.put("RC-4", row(NANO * rc.riseSeconds()));
        all.put("RC-5", row(rc.riseSeconds() * rc.bandwidthHertz()));
        Link seed = Link.reaching(2.0, Driver.of(5, 2.53e9), 2.5);
        Message message = Message.of("10101010");
        all.put("RC-6", row(PICO * ((LumpedRc) seed.wire()).timeConstantSeconds()));
        all.put(
                "RC-7",
                seed.receive(message).samples().stream()
                        .mapToDouble(Link.Sample::volts)
                        .toArray());
        Message steady = Message.of("10".repeat(200));
        all.put("RC-8", row(end(seed, steady, 399), end(seed, steady, 400)));
        all.put("RC-9", row(Double.parseDouble(seed.receive(message).received())));
        all.put(
                "RC-10",
                row(Double.parseDouble(seed.withReceiver(Receiver.atEndOfBit(0.7 * 5))
                        .receive(message)
                        .received())));
        all.put("EL-1", row(NANO * RcTree.ladder(10, 1e3, 1e-12).elmoreSeconds("10")));
        all.put("EL-2", row(NANO * RcTree.ladder(100, 1e3, 1e-12).elmoreSeconds("100")));
        all.put("EL-3", row(NANO * RcTree.ladder(10_000, 1e3, 1e-12).elmoreSeconds("10000")));
        RcTree tree = new RcTree()
                .add("a", "", 100, 10e-15)
                .add("b", "a", 200, 20e-15)
                .add("c", "a", 300, 30e-15);
        all.put("EL-4", row(PICO * tree.elmoreSeconds("c")));
        all.put("EL-5", row(PICO * tree.elmoreSeconds("b")));
    }

    private static double end(Link link, Message message, int bit) {
        return link.voltsAt(message, bit * link.driver().bitSeconds());
    }

    private static void lines(Map<String, double[]> all) {
        DrivenLine open = new DrivenLine(0, 1, 1, 0);
        for (double v : new double[] {0.1, 0.5, 0.632, 0.9}) {
            all.put("DRC-" + v, row(open.delaySeconds(v == 0.632 ? 1 - Math.exp(-1) : v)));
        }
        double[][] cases = {{1, 1}, {0.5, 0.2}, {2, 0.5}, {0.1, 0.1}, {5, 5}, {0, 1}};
        for (double[] c : cases) {
            for (double v : new double[] {0.5, 0.9}) {
                SakuraiDelay law = new SakuraiDelay(c[0], 1, 1, c[1]);
                String id = "SAK-" + text(c[0]) + "-" + text(c[1]) + "-" + v;
                all.put(id, row(law.delaySeconds(v), law.exactSeconds(v), 100 * law.errorFraction(v)));
            }
        }
        BakogluRepeaters bak = new BakogluRepeaters(4e3, 2e-12, 2e3, 10e-15);
        all.put("BAK-1", row(bak.bestCount(), bak.bestSize(), PICO * bak.roundedDelaySeconds()));
        all.put("BAK-2", row(PICO * bak.delaySeconds(15, 10)));
        all.put("BAK-3", row(PICO * bak.bestDelaySeconds()));
        SeriesRlc rlc = new SeriesRlc(20, 10e-9, 1e-12);
        all.put("RLC-1", row(rlc.dampingRatio(), 5 * rlc.at(rlc.peakSeconds()), NANO * rlc.peakSeconds()));
        all.put("RLC-2", row(100 * new SeriesRlc(60, 10e-9, 1e-12).overshootFraction()));
        IsmailFriedmanDelay law = new IsmailFriedmanDelay(new LossyLine(50, 50, 10e-9, 1e-12, 0.1e-12));
        all.put("RLC-3", row(law.dampingRatio(), PICO * law.delaySeconds()));
    }

    private static String text(double v) {
        return v == Math.rint(v) ? String.valueOf((int) v) : String.valueOf(v);
    }

    private static void lattice(Map<String, double[]> all) {
        ReflectionLattice line = new ReflectionLattice(0, 5, 10, 50, 1e3, 1);
        double[] b = {line.sourceReflection(), line.loadReflection(), 0, 0, 0, 0, 0, 0};
        for (int n = 0; n < 6; n++) {
            b[n + 2] = line.farVolts(2 * n + 1.5);
        }
        all.put("TL-1", b);
        all.put("TL-2", row(line.finalVolts()));
        ReflectionLattice step = new ReflectionLattice(1, 5, 100, 50, 25, 1);
        all.put("TL-3", row(step.nearVolts(-1), step.nearVolts(1), step.nearVolts(3), step.nearVolts(5)));
        ReflectionLattice series = new ReflectionLattice(0, 5, 50, 50, Double.POSITIVE_INFINITY, 1);
        all.put("TL-4", row(series.nearVolts(0), series.farVolts(1), series.nearVolts(2)));
        LossyLine rlc = new LossyLine(0, 1, 50e-9, 20e-12, 0);
        all.put("TL-5", row(rlc.impedanceOhms(), NANO * rlc.flightSeconds()));
        FlightDistance board = new FlightDistance(1, 4.3);
        all.put("TL-6", row(board.speedMetresPerSecond(), board.speedMetresPerSecond() * 1e2 / 1e9));
        ReflectionLattice launch = new ReflectionLattice(0, 5, 50, 50, 75, 1);
        double after = launch.launchedVolts() * (1 + ReflectionLattice.reflection(50, 75));
        all.put("TL-7", row(launch.launchedVolts(), after, X, after, X));
        LineCriterion criterion = new LineCriterion(1e-9, board.flightSeconds(0.1), 1, 50);
        all.put("TL-8", row(X, NANO * criterion.longestRiseSeconds()));
    }

    private static double[] row(double... values) {
        return values;
    }

    private static Link rc(double bitsPerTau, double phase) {
        return new Link(Driver.of(1, 1 / bitsPerTau), LumpedRc.ofTimeConstant(1), new Receiver(0.5, 0.5, phase));
    }

    private static void bits(Map<String, double[]> all) {
        all.put("ISI-1", row(eye(rc(1, 1)), eye(rc(2, 1)), eye(rc(3, 1))));
        all.put("ISI-2", row(1 / LumpedRc.ofTimeConstant(1).highestClockHertz()));
        all.put("ISI-3", row(1 / LumpedRc.ofTimeConstant(1).highestClockHertz(0.3, 0.7)));
        all.put("ISI-4", row(eye(rc(2, 0.5))));
        double[] inner = new double[12];
        inner[5] = X;
        inner[6] = X;
        double[] periods = {0.7, 1, 1.5, 2, 3};
        for (int i = 0; i < periods.length; i++) {
            inner[i] = 5 * innerEye(rc(periods[i], 1));
            inner[i + 7] = 5 * eye(rc(periods[i], 1));
        }
        all.put("ISI-5", inner);
    }

    private static double eye(Link link) {
        return WorstCaseEye.of(link).openingVolts();
    }

    private static double innerEye(Link link) {
        double one = 1;
        double zero = 0;
        for (Link.Sample sample : link.receive(Message.prbs7(400)).samples().subList(140, 400)) {
            one = sample.sent() ? Math.min(one, sample.volts()) : one;
            zero = sample.sent() ? zero : Math.max(zero, sample.volts());
        }
        return one - zero;
    }
}
