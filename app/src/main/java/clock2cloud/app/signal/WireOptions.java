package clock2cloud.app.signal;

import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.wire.DrivenLine;
import clock2cloud.signal.wire.LossyLine;
import clock2cloud.signal.wire.LumpedRc;
import clock2cloud.signal.wire.StepResponse;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The wire of a command: by its time constant, or by its resistance, capacitance and inductance. */
final class WireOptions {
    @Option(names = "--tau", converter = Converters.Seconds.class, description = "An RC wire by its time constant.")
    private Optional<Double> timeConstantSeconds = Optional.empty();

    @Option(names = "--resistance", converter = Converters.Ohms.class, description = "The wire's resistance in all.")
    private Optional<Double> ohms = Optional.empty();

    @Option(
            names = "--capacitance",
            converter = Converters.Farads.class,
            description = "The wire's capacitance in all.")
    private Optional<Double> farads = Optional.empty();

    @Option(names = "--inductance", converter = Converters.Henries.class, description = "The wire's inductance in all.")
    private Optional<Double> henries = Optional.empty();

    @Option(
            names = "--driver",
            defaultValue = "0",
            converter = Converters.Ohms.class,
            description = "The driver's resistance (default: 0).")
    private double driverOhms;

    @Option(
            names = "--load",
            defaultValue = "0",
            converter = Converters.Farads.class,
            description = "The receiver's capacitance (default: 0).")
    private double loadFarads;

    boolean given() {
        return timeConstantSeconds.isPresent() || ohms.isPresent() || farads.isPresent();
    }

    double driverOhms() {
        return driverOhms;
    }

    double loadFarads() {
        return loadFarads;
    }

    Optional<Double> henries() {
        return henries;
    }

    double ohms() {
        return ohms.orElseThrow(() -> missing("--resistance"));
    }

    double farads() {
        return farads.orElseThrow(() -> missing("--capacitance"));
    }

    private static IllegalArgumentException missing(String option) {
        return new IllegalArgumentException(
                "the wire lacks " + option + ": give --tau 300ps, or --resistance 1kohm and --capacitance 1pF");
    }

    StepResponse wire() {
        if (timeConstantSeconds.isPresent()) {
            if (ohms.isPresent() || farads.isPresent() || henries.isPresent()) {
                throw new IllegalArgumentException(
                        "--tau is a whole wire: leave out --resistance, --capacitance, --inductance");
            }
            return LumpedRc.ofTimeConstant(timeConstantSeconds.orElseThrow());
        }
        return henries.isPresent()
                ? new LossyLine(driverOhms, ohms(), henries.orElseThrow(), farads(), loadFarads)
                : new DrivenLine(driverOhms, ohms(), farads(), loadFarads);
    }

    /** The wire in words. */
    String words() {
        if (timeConstantSeconds.isPresent()) {
            return "RC wire of " + Quantities.format(timeConstantSeconds.orElseThrow(), Unit.SECONDS);
        }
        return "wire of " + Quantities.format(ohms(), Unit.OHMS) + ", " + Quantities.format(farads(), Unit.FARADS)
                + henries.map(h -> ", " + Quantities.format(h, Unit.HENRIES)).orElse("");
    }
}
