package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.bits.FastestClock;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Message;
import clock2cloud.signal.bits.Noise;
import clock2cloud.signal.bits.WorstCaseEye;
import clock2cloud.signal.wire.LumpedRc;
import clock2cloud.signal.wire.StepResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a receiver reads when a message is sent too fast. */
@Command(
        name = "message",
        description = "Send bits over a wire at a clock and see what is read.",
        footer = {
            "",
            "Example: ./c2c signal message --bits 10101010 --clock 2.53GHz --first-bit 2V --threshold 2.5V",
            "Example: ./c2c signal message --tau 774ps --clock 2.53GHz --threshold 3.5V --explain"
        })
final class MessageCommand implements Callable<Integer> {
    @Option(names = "--bits", defaultValue = "10101010", description = "The message (default: ${DEFAULT-VALUE}).")
    private String bits;

    @Option(
            names = "--first-bit",
            converter = Converters.Volts.class,
            description = "An RC wire that has come to this voltage when a first 1 ends (default without a wire: 2V).")
    private Optional<Double> firstBitVolts = Optional.empty();

    @Mixin
    private WireOptions wireOptions;

    @Mixin
    private LinkOptions linkOptions;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal message}. */
    record Result(
            String sent,
            String received,
            int errors,
            double clockHertz,
            double bitSeconds,
            double thresholdVolts,
            Optional<Double> timeConstantSeconds,
            double worstCaseEyeVolts,
            Optional<Double> highestClockHertz,
            List<Link.Sample> samples) {}

    @Override
    public Integer call() {
        Link link = linkOptions.link(wire());
        Link.Reception reception = link.receive(Message.of(bits));
        WorstCaseEye eye = WorstCaseEye.of(link);
        double threshold = linkOptions.thresholdVolts();
        Optional<Double> highest = threshold > link.driver().lowVolts()
                        && threshold < link.driver().highVolts()
                ? Optional.of(FastestClock.of(link, Noise.NONE, 1e-12).clockHertz())
                : Optional.empty();
        Result result = new Result(
                reception.sent(),
                reception.received(),
                reception.errors(),
                link.driver().clockHertz(),
                link.driver().bitSeconds(),
                threshold,
                link.wire() instanceof LumpedRc rc ? Optional.of(rc.timeConstantSeconds()) : Optional.empty(),
                eye.openingVolts(),
                highest,
                reception.samples());
        Table table = Table.of("bit", "time_s", "at_wire_v", "sent", "received");
        for (int i = 0; i < result.samples().size(); i++) {
            Link.Sample s = result.samples().get(i);
            table = table.row(i + 1, s.timeSeconds(), s.volts(), s.sent() ? "1" : "0", s.received() ? "1" : "0");
        }
        return common.report()
                .json(result)
                .table(table)
                .say(words(result))
                .explain(explain(link, result))
                .figure(BitFigures.message(link, Message.of(bits), common.commandLine(), common.seed()))
                .print();
    }

    private StepResponse wire() {
        if (firstBitVolts.isPresent() && wireOptions.given()) {
            throw new IllegalArgumentException(
                    "--first-bit is a whole wire: leave out --tau, --resistance, --capacitance");
        }
        return wireOptions.given()
                ? wireOptions.wire()
                : Link.reaching(firstBitVolts.orElse(2.0), linkOptions.driver(), linkOptions.thresholdVolts())
                        .wire();
    }

    private static String words(Result result) {
        String verdict = result.errors() == 0
                ? "every bit is read as sent"
                : result.errors() + " of " + result.sent().length() + " bits are misread";
        String any = result.highestClockHertz()
                .map(hertz -> " Any message at all is read up to " + Quantities.format(hertz, Unit.HERTZ) + ".")
                .orElse(" No message is read at any clock with this threshold.");
        return "Sent " + result.sent() + ", read " + result.received() + ": " + verdict + "." + any;
    }

    private static Explanation[] explain(Link link, Result result) {
        Link.Sample first = result.samples().get(0);
        return new Explanation[] {
            Explanation.of(
                    "Superposition",
                    "v(t) = V_low + swing * sum over edges of (+1 or -1) s(t - t_edge), read 1 when v >= threshold",
                    String.format(
                            Locale.ROOT,
                            "first bit: %.4g V at %.4g ps %s %.4g V: read %d",
                            first.volts(),
                            first.timeSeconds() * 1e12,
                            first.received() ? ">=" : "<",
                            link.receiver().highVolts(),
                            first.received() ? 1 : 0),
                    "a linear wire, at the low level before the first bit; no noise",
                    "Dally and Poulton 1998, chapter 3"),
            Explanation.of(
                    "Worst-case eye",
                    "eye = h_0 - sum |h_k|; for one RC, swing (1 - 2 exp(-T / tau))",
                    String.format(
                            Locale.ROOT,
                            "%.4g V at T = %.4g ps%s",
                            result.worstCaseEyeVolts(),
                            result.bitSeconds() * 1e12,
                            result.worstCaseEyeVolts() < 0 ? ": closed, errors depend on the pattern" : ""),
                    "the worst of all patterns",
                    "Lucky, Salz and Weldon 1968, chapter 4")
        };
    }
}
