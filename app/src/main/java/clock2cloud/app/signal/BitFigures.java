package clock2cloud.app.signal;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.bits.Bathtub;
import clock2cloud.signal.bits.EyeDiagram;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Message;
import clock2cloud.signal.bits.WorstCaseEye;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Figures of messages on a wire. */
final class BitFigures {
    private static final int SHADES = 20;
    private static final int POINTS_A_BIT = 40;
    private static final double DEEPEST = 1e-20;

    private BitFigures() {}

    /** What was sent, what arrives, and what is read where. */
    static Figure message(Link link, Message message, String command, long seed) {
        Link.Reception reception = link.receive(message);
        double bit = link.driver().bitSeconds();
        int n = message.length() * POINTS_A_BIT + 1;
        double[] t = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            t[i] = bit * i / POINTS_A_BIT;
            v[i] = link.voltsAt(message, t[i]);
        }
        double[] edges = new double[message.length() + 1];
        double[] sent = new double[message.length() + 1];
        for (int i = 0; i <= message.length(); i++) {
            edges[i] = bit * i;
            sent[i] = message.bit(i) ? link.driver().highVolts() : link.driver().lowVolts();
        }
        Figure figure = Figure.of("signal-message")
                .title(
                        reception.errors() == 0
                                ? "Sent " + reception.sent() + ", and read as sent"
                                : "Sent " + reception.sent() + ", read " + reception.received() + " at a threshold of "
                                        + Quantities.format(link.receiver().highVolts(), Unit.VOLTS))
                .subtitle(String.format(
                        Locale.ROOT,
                        "%s clock, swing %s, threshold %s, sampled %.2g bits after each bit begins",
                        Quantities.format(link.driver().clockHertz(), Unit.HERTZ),
                        Quantities.format(link.driver().swingVolts(), Unit.VOLTS),
                        Quantities.format(link.receiver().highVolts(), Unit.VOLTS),
                        link.receiver().samplePhase()))
                .x("time", "s")
                .xHuman(Unit.SECONDS)
                .xLimits(0, (message.length() + Math.max(0, link.receiver().samplePhase() - 1)) * bit)
                .y("voltage", "V")
                .step("sent", edges, sent)
                .line("at the far end", t, v)
                .rule("threshold", link.receiver().highVolts())
                .command(command)
                .seed(seed);
        samples(figure, reception.samples(), true);
        samples(figure, reception.samples(), false);
        return figure;
    }

    private static void samples(Figure figure, List<Link.Sample> all, boolean right) {
        List<Link.Sample> some =
                all.stream().filter(s -> (s.sent() == s.received()) == right).toList();
        if (!some.isEmpty()) {
            figure.dots(
                    right ? "read right" : "misread",
                    some.stream().mapToDouble(Link.Sample::timeSeconds).toArray(),
                    some.stream().mapToDouble(Link.Sample::volts).toArray());
        }
    }

    /** The eye as a density: darker where the wire was more often. */
    static Figure eye(Link link, EyeDiagram eye, String words, String command, long seed) {
        WorstCaseEye worst = WorstCaseEye.of(link);
        return Figure.of("signal-eye")
                .title(
                        eye.openingVolts() > 0
                                ? String.format(
                                        Locale.ROOT,
                                        "The eye is %.2f V open; without noise the worst message leaves %.2f V",
                                        eye.openingVolts(),
                                        worst.openingVolts())
                                : "The eye is closed: bits are lost")
                .subtitle(String.format(
                        Locale.ROOT,
                        "%,d random bits at %s, %s, sampled at %.2g bits",
                        eye.bits(),
                        Quantities.format(link.driver().clockHertz(), Unit.HERTZ),
                        words,
                        link.receiver().samplePhase()))
                .x("time within two bits", "bits")
                .xLimits(0, 2)
                .y("voltage", "V")
                .yLimits(eye.lowVolts(), eye.highVolts())
                .blocks("traces", cells(eye))
                .rule("threshold", link.receiver().highVolts())
                .command(command)
                .seed(seed);
    }

    /** How often the wire was where, as the logarithm in steps; neighbours of one step are one block. */
    private static List<Mark.Block> cells(EyeDiagram eye) {
        double most = 0;
        for (int c = 0; c < eye.columns(); c++) {
            for (int r = 0; r < EyeDiagram.ROWS; r++) {
                most = Math.max(most, Math.log1p(eye.count(c, r)));
            }
        }
        double width = 2.0 / eye.columns();
        double height = (eye.highVolts() - eye.lowVolts()) / EyeDiagram.ROWS;
        List<Mark.Block> cells = new ArrayList<>();
        for (int r = 0; r < EyeDiagram.ROWS; r++) {
            double y = eye.lowVolts() + r * height;
            int from = 0;
            for (int c = 1; c <= eye.columns(); c++) {
                int shade = shade(eye.count(from, r), most);
                if (c == eye.columns() || shade(eye.count(c, r), most) != shade) {
                    if (shade > 0) {
                        cells.add(new Mark.Block(
                                from * width, (c + 0.02) * width, y, y + 1.04 * height, "", (double) shade / SHADES));
                    }
                    from = c;
                }
            }
        }
        cells.sort(Comparator.comparingDouble(Mark.Block::strengthFraction));
        return cells;
    }

    /** 0 only where the wire never was. */
    private static int shade(int count, double most) {
        return (int) Math.ceil(SHADES * Math.log1p(count) / most);
    }

    /** The error rate against the moment of the sample. */
    static Figure bathtub(Bathtub tub, double target, Link link, String words, String command, long seed) {
        double[] x =
                tub.points().stream().mapToDouble(Bathtub.Point::samplePhase).toArray();
        double[] y = tub.points().stream()
                .mapToDouble(p -> Math.log10(Math.max(DEEPEST, p.errorProbability())))
                .toArray();
        double width = tub.widthBits(target);
        return Figure.of("signal-bathtub")
                .title(
                        width > 0
                                ? String.format(
                                        Locale.ROOT,
                                        "At %.0e errors a bit the eye is %.0f%% of a bit wide",
                                        target,
                                        100 * width)
                                : String.format(Locale.ROOT, "No moment has as few errors as %.0e a bit", target))
                .subtitle(String.format(
                        Locale.ROOT,
                        "%s, %s; closed form over all patterns, noise and jitter",
                        Quantities.format(link.driver().clockHertz(), Unit.HERTZ),
                        words))
                .x("moment of the sample after the bit begins", "bits")
                .y("errors a bit, as a power of ten", "")
                .yLimits(-20, 0.5)
                .line("error rate", x, y)
                .rule(String.format(Locale.ROOT, "target, %.0e", target), Math.log10(target))
                .command(command)
                .seed(seed);
    }
}
