package clock2cloud.app.signal;

import clock2cloud.app.table.Converters;
import clock2cloud.signal.bits.Driver;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Noise;
import clock2cloud.signal.bits.Receiver;
import clock2cloud.signal.bits.WorstCaseEye;
import clock2cloud.signal.wire.StepResponse;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Driver and receiver of a command, and what the receiver's world adds. */
final class LinkOptions {
    static final int PHASES = 64;

    @Option(
            names = "--clock",
            defaultValue = "2.53GHz",
            converter = Converters.Hertz.class,
            description = "One bit a clock (default: 2.53GHz).")
    private double clockHertz;

    @Option(
            names = "--volts",
            defaultValue = "5V",
            converter = Converters.Volts.class,
            description = "What the driver sends for a 1 (default: 5V).")
    private double highVolts;

    @Option(
            names = "--low",
            defaultValue = "0V",
            converter = Converters.Volts.class,
            description = "What it sends for a 0 (default: 0V).")
    private double lowVolts;

    @Option(
            names = "--threshold",
            converter = Converters.Volts.class,
            description = "From here on the receiver reads 1 (default: half swing).")
    private Optional<Double> thresholdVolts = Optional.empty();

    @Option(
            names = "--hysteresis",
            defaultValue = "0V",
            converter = Converters.Volts.class,
            description = "Width around the threshold in which the last bit holds (default: 0V).")
    private double hysteresisVolts;

    @Option(
            names = "--sample",
            defaultValue = "end",
            paramLabel = "WHEN",
            description =
                    "end or middle of the bit, best (tallest eye), or bits after its start, e.g. 0.75 (default: end).")
    private String sample;

    @Option(
            names = "--noise",
            defaultValue = "0V",
            converter = Converters.Volts.class,
            description = "Standard deviation of the noise on the voltage (default: 0V).")
    private double noiseVolts;

    @Option(
            names = "--jitter",
            defaultValue = "0s",
            converter = Converters.Seconds.class,
            description = "Standard deviation of the sampling moment (default: 0s).")
    private double jitterSeconds;

    Driver driver() {
        return new Driver(lowVolts, highVolts, clockHertz);
    }

    Noise noise() {
        return new Noise(noiseVolts, jitterSeconds);
    }

    double thresholdVolts() {
        return thresholdVolts.orElse((lowVolts + highVolts) / 2);
    }

    Link link(StepResponse wire) {
        if (!(hysteresisVolts >= 0)) {
            throw new IllegalArgumentException("--hysteresis must be 0 V or more, got " + hysteresisVolts);
        }
        double middle = thresholdVolts();
        Receiver receiver = new Receiver(middle - hysteresisVolts / 2, middle + hysteresisVolts / 2, 1);
        Link link = new Link(driver(), wire, receiver);
        return link.withReceiver(receiver.withSamplePhase(phase(link)));
    }

    private double phase(Link link) {
        return switch (sample) {
            case "end" -> 1;
            case "middle" -> 0.5;
            case "best" -> WorstCaseEye.best(link, PHASES).samplePhase();
            default -> number();
        };
    }

    private double number() {
        try {
            return Double.parseDouble(sample);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--sample '" + sample + "' is not end, middle, best or a number of bits such as 0.75", e);
        }
    }
}
