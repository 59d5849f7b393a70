package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Table;
import clock2cloud.signal.wire.ReflectionLattice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The bounce diagram of a lossless line. */
@Command(
        name = "reflect",
        description = "A step on a lossless line, bouncing between its ends.",
        footer = {
            "",
            "Example: ./c2c signal reflect --volts 5V --source 10ohm --impedance 50ohm --load 1kohm --flight 1.5ns"
        })
final class ReflectCommand implements Callable<Integer> {
    @Option(
            names = "--volts",
            defaultValue = "5V",
            converter = Converters.Volts.class,
            description = "The step (default: 5V).")
    private double volts;

    @Option(
            names = "--before",
            defaultValue = "0V",
            converter = Converters.Volts.class,
            description = "The driver before it (default: 0V).")
    private double beforeVolts;

    @Option(
            names = "--source",
            defaultValue = "10ohm",
            converter = Converters.Ohms.class,
            description = "Of the driver (default: 10ohm).")
    private double sourceOhms;

    @Option(
            names = "--impedance",
            defaultValue = "50ohm",
            converter = Converters.Ohms.class,
            description = "Of the line (default: 50ohm).")
    private double lineOhms;

    @Option(
            names = "--load",
            defaultValue = "1kohm",
            converter = LoadOhms.class,
            description = "At the far end, or open (default: 1kohm).")
    private double loadOhms;

    @Option(
            names = "--flight",
            defaultValue = "1ns",
            converter = Converters.Seconds.class,
            description = "From end to end (default: 1ns).")
    private double flightSeconds;

    @Option(names = "--bounces", defaultValue = "12", description = "Flights to show (default: 12).")
    private int bounces;

    @Mixin
    private Common common;

    /** Ohms, or {@code open}. */
    static final class LoadOhms implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return "open".equals(text) ? Double.POSITIVE_INFINITY : new Converters.Ohms().convert(text);
        }
    }

    /** The JSON of {@code c2c signal reflect}. */
    record Result(double sourceReflection, double loadReflection, double finalVolts, List<Level> levels) {}

    /** Both ends from {@code timeSeconds} on, for one flight. */
    record Level(double timeSeconds, double nearVolts, double farVolts) {}

    @Override
    public Integer call() {
        if (bounces < 1 || bounces > 10_000) {
            throw new IllegalArgumentException("--bounces " + bounces + " is not between 1 and 10000");
        }
        ReflectionLattice line =
                new ReflectionLattice(beforeVolts, volts, sourceOhms, lineOhms, loadOhms, flightSeconds);
        List<Level> levels = new ArrayList<>();
        Table table = Table.of("time_s", "near_v", "far_v");
        for (int n = 0; n < bounces; n++) {
            double middle = (n + 0.5) * flightSeconds;
            Level level = new Level(n * flightSeconds, line.nearVolts(middle), line.farVolts(middle));
            levels.add(level);
            table = table.row(level.timeSeconds(), level.nearVolts(), level.farVolts());
        }
        Result result = new Result(line.sourceReflection(), line.loadReflection(), line.finalVolts(), levels);
        return common.report()
                .json(result)
                .table(table)
                .explain(Explanation.of(
                        "Reflection lattice",
                        "G = (R - Z0) / (R + Z0); far end vi (1 + GL) sum (Gs GL)^j",
                        String.format(
                                Locale.ROOT,
                                "Gs = %.6g, GL = %.6g, launched %.6g V, in the end %.6g V",
                                result.sourceReflection(),
                                result.loadReflection(),
                                line.launchedVolts(),
                                result.finalVolts()),
                        "no loss, resistors at both ends",
                        "Weste and Harris 2010, section 13.2"))
                .print();
    }
}
