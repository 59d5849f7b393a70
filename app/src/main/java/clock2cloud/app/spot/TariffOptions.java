package clock2cloud.app.spot;

import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Table;
import clock2cloud.spot.bill.PriceList;
import clock2cloud.spot.bill.Tariff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** What to hold beside a bill: the price list's tariffs, a dedicated machine, a machine bought. */
final class TariffOptions {
    @Option(
            names = "--instance",
            defaultValue = "p2.xlarge",
            description = "For buy, reserve or rent (default: p2.xlarge).")
    String instance;

    @Option(
            names = "--dedicated-ratio",
            defaultValue = "1",
            description = "A dedicated machine's price over on demand; no list that ships holds it (default: 1).")
    double dedicatedRatio;

    @Option(
            names = "--dedicated-fee",
            defaultValue = "0",
            converter = Converters.DollarsPerHour.class,
            description = "An hour for the region, with any dedicated machine in it (default: 0, no such line).")
    double dedicatedFeeDollarsPerHour;

    @Option(
            names = "--buy-dollars",
            defaultValue = "0",
            description = "A machine of one's own (default: 0, no such line).")
    double buyDollars;

    @Option(names = "--buy-years", defaultValue = "3", description = "That it lasts (default: 3).")
    double buyYears;

    @Option(
            names = "--buy-running",
            defaultValue = "0",
            converter = Converters.DollarsPerHour.class,
            description = "Power and care of it while it is in use (default: 0).")
    double buyRunningDollarsPerHour;

    List<Tariff.Line> lines(double spotDollarsPerHour, LocalDate day) {
        List<Tariff.Line> lines = new ArrayList<>(Tariff.of(instance, spotDollarsPerHour, day));
        double onDemand = PriceList.on(day).onDemandDollarsPerHour(instance);
        if (dedicatedRatio != 1 || dedicatedFeeDollarsPerHour != 0) {
            lines.add(Tariff.dedicated(onDemand, dedicatedRatio, dedicatedFeeDollarsPerHour));
        }
        if (buyDollars != 0) {
            lines.add(Tariff.bought(onDemand, buyDollars, buyYears, buyRunningDollarsPerHour));
        }
        return lines;
    }

    static Table table(List<Tariff.Line> lines) {
        Table table = Table.of("tariff", "dollarsPerHour", "upfrontDollars", "breakEvenFraction");
        for (Tariff.Line line : lines) {
            table = table.row(
                    line.name(),
                    line.dollarsPerHour(),
                    line.upfrontDollars(),
                    line.committed() ? OptionalDouble.of(line.breakEvenFraction()) : OptionalDouble.empty());
        }
        return table;
    }
}
