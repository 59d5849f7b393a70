package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.wall.ClockBudget;
import clock2cloud.signal.wall.DynamicPower;
import clock2cloud.signal.wall.LeakagePower;
import clock2cloud.signal.wall.ThermalLimit;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a clock costs: watts, joules an operation, and the clock that the cooler allows. */
@Command(
        name = "power",
        description = "Dynamic and leakage power, joules an operation, power density, and the clock at the heat limit.",
        footer = {
            "",
            "Example: ./c2c signal power --capacitance 10.23nF --volts 1.162V --clock 2.533GHz --cores 2 --operations 4"
        })
final class PowerCommand implements Callable<Integer> {
    @Option(
            names = "--capacitance",
            defaultValue = "10.23nF",
            converter = Converters.Farads.class,
            description = "Of all gates and wires that may switch (default: 10.23nF, a T9400).")
    private double farads;

    @Option(
            names = "--activity",
            defaultValue = "100%",
            converter = Converters.Fraction.class,
            description = "Part that switches in a clock (default: 100%%).")
    private double activity;

    @Option(
            names = "--volts",
            defaultValue = "1.162V",
            converter = Converters.Volts.class,
            description = "Supply (default: 1.162V).")
    private double volts;

    @Option(
            names = "--clock",
            defaultValue = "2.533GHz",
            converter = Converters.Hertz.class,
            description = "Default: 2.533GHz.")
    private double clockHertz;

    @Option(names = "--cores", defaultValue = "2", description = "Default: 2.")
    private int cores;

    @Option(
            names = "--operations",
            defaultValue = "4",
            converter = Converters.Ratio.class,
            description = "Operations a core and clock (default: 4).")
    private double operations;

    @Option(
            names = "--die",
            defaultValue = "107",
            converter = Converters.Ratio.class,
            description = "Die in square millimetres (default: 107).")
    private double dieSquareMillimetres;

    @Option(
            names = "--off-width",
            defaultValue = "20m",
            converter = Converters.Metres.class,
            description = "Width of all transistors that leak (default: 20m).")
    private double offWidthMetres;

    @Option(
            names = "--threshold",
            defaultValue = "0.3V",
            converter = Converters.Volts.class,
            description = "Of the transistors (default: 0.3V).")
    private double thresholdVolts;

    @Option(
            names = "--cooler",
            defaultValue = "0.5",
            converter = Converters.Ratio.class,
            description = "Kelvin a watt from die to air (default: 0.5).")
    private double kelvinPerWatt;

    @Option(
            names = "--hottest",
            defaultValue = "85C",
            converter = Converters.Celsius.class,
            description = "The die may get so hot (default: 85C).")
    private double junctionCelsius;

    @Option(names = "--air", defaultValue = "35C", converter = Converters.Celsius.class, description = "Default: 35C.")
    private double ambientCelsius;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal power}: what the next floor takes, and what it rests on. */
    record Result(
            double clockHertz,
            double joulesPerOperation,
            double watts,
            double dynamicWatts,
            double leakageWatts,
            double joulesPerClock,
            double peakOperationsPerSecond,
            double wattsPerSquareMetre,
            double limitWatts,
            double highestClockHertz) {}

    @Override
    public Integer call() {
        DynamicPower dynamic = new DynamicPower(activity, farads, volts, clockHertz);
        LeakagePower leakage = new LeakagePower(offWidthMetres, volts, 100, thresholdVolts, 0.1);
        ThermalLimit limit = new ThermalLimit(junctionCelsius, ambientCelsius, kelvinPerWatt);
        double watts = dynamic.watts() + leakage.watts();
        ClockBudget budget = new ClockBudget(clockHertz, watts, cores, operations);
        Result result = new Result(
                clockHertz,
                budget.joulesPerOperation(),
                watts,
                dynamic.watts(),
                leakage.watts(),
                dynamic.joulesPerClock(),
                budget.peakOperationsPerSecond(),
                watts / dieSquareMetres(),
                limit.watts(),
                limit.highestClockHertz(dynamic, leakage));
        return common.report()
                .json(result)
                .table(Table.of(
                                "clockHertz",
                                "operation_j",
                                "total_w",
                                "dynamic_w",
                                "leakage_w",
                                "limit_w",
                                "heat_limit_hz")
                        .row(
                                clockHertz,
                                result.joulesPerOperation(),
                                watts,
                                dynamic.watts(),
                                leakage.watts(),
                                limit.watts(),
                                result.highestClockHertz()))
                .say(String.format(
                        Locale.ROOT,
                        "%s, %s an operation, %.0f W/cm2; the cooler would bear %s.",
                        Quantities.format(watts, Unit.WATTS),
                        Quantities.format(result.joulesPerOperation(), Unit.JOULES),
                        result.wattsPerSquareMetre() / 1e4,
                        Quantities.format(result.highestClockHertz(), Unit.HERTZ)))
                .explain(Explanation.of(
                        "Power",
                        "P = a C V^2 f + W V I0 10^(-VT / S)",
                        String.format(
                                Locale.ROOT,
                                "%.3g * %.4g nF * (%.4g V)^2 * %.4g GHz = %.4g W, leakage %.3g W",
                                activity,
                                farads * 1e9,
                                volts,
                                clockHertz / 1e9,
                                dynamic.watts(),
                                leakage.watts()),
                        "I0 = 100 A/m at threshold, S = 100 mV a decade; supply does not change with the clock",
                        "Weste and Harris 2010, eqs. 5.10 and 5.27"))
                .print();
    }

    private double dieSquareMetres() {
        if (!(dieSquareMillimetres > 0)) {
            throw new IllegalArgumentException("--die must be above 0 square millimetres, got " + dieSquareMillimetres);
        }
        return dieSquareMillimetres * 1e-6;
    }
}
