package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Table;
import clock2cloud.signal.wire.FlightDistance;
import clock2cloud.signal.wire.WireGeometry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How far a signal gets in one clock. */
@Command(
        name = "reach",
        description = "How far light, and a signal in a wire of this cross-section, gets in one clock.",
        footer = {"", "Example: ./c2c signal reach --clock 2.53GHz --width 80nm --thickness 144nm"})
final class ReachCommand implements Callable<Integer> {
    @Option(
            names = "--clock",
            defaultValue = "2.53GHz",
            converter = Converters.Hertz.class,
            description = "The clock (default: 2.53GHz).")
    private double clockHertz;

    @Option(
            names = "--width",
            defaultValue = "80nm",
            converter = Converters.Metres.class,
            description = "Of the wire (default: 80nm, metal 3 at 45 nm).")
    private double widthMetres;

    @Option(
            names = "--thickness",
            defaultValue = "144nm",
            converter = Converters.Metres.class,
            description = "Of the wire (default: 144nm).")
    private double thicknessMetres;

    @Option(
            names = "--resistivity",
            defaultValue = "2.2e-8",
            converter = Converters.Ratio.class,
            description = "In ohm metres (default: 2.2e-8, copper).")
    private double resistivityOhmMetres;

    @Option(
            names = "--capacitance-per-metre",
            defaultValue = "200pF",
            converter = Converters.Farads.class,
            description = "Default: 200pF.")
    private double faradsPerMetre;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal reach}. */
    record Result(double clockHertz, List<Distance> distances) {}

    /** One medium. */
    record Distance(String medium, double metresPerClock) {}

    @Override
    public Integer call() {
        WireGeometry wire = new WireGeometry(widthMetres, thicknessMetres, resistivityOhmMetres, faradsPerMetre);
        List<Distance> distances = List.of(
                light("vacuum", 1),
                light("circuit board (er 4.3)", 4.3),
                light("silicon dioxide (er 3.9)", 3.9),
                new Distance("this RC wire, half swing", wire.reachMetres(clockHertz)));
        Table table = Table.of("medium", "reach_m");
        for (Distance distance : distances) {
            table = table.row(distance.medium(), distance.metresPerClock());
        }
        return common.report()
                .json(new Result(clockHertz, distances))
                .table(table)
                .explain(Explanation.of(
                        "Reach in one clock",
                        "light c / (f sqrt er); wire sqrt(T / (0.3787 r c))",
                        String.format(
                                Locale.ROOT,
                                "r = %.5g ohm/m, c = %.4g F/m, T = %.5g ps",
                                wire.ohmsPerMetre(),
                                faradsPerMetre,
                                1e12 / clockHertz),
                        "an open wire with an ideal driver",
                        "Weste and Harris 2010, section 6.3"))
                .print();
    }

    private Distance light(String medium, double permittivity) {
        return new Distance(medium, new FlightDistance(clockHertz, permittivity).metresPerClock());
    }
}
