package clock2cloud.spot.bill;

import clock2cloud.spot.trace.CsvTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Every way to pay for a machine: by the hour, reserved, on spot, on a machine of one's own, or bought. */
public final class Tariff {
    private static final double YEAR_HOURS = 8760;

    private Tariff() {}

    /**
     * One way to pay.
     *
     * @param dollarsPerHour effective, when the machine is used all the time
     * @param upfrontDollars paid at the beginning; empty where the list does not say how much of it is
     * @param committed whether it is paid for whether used or not
     * @param breakEvenFraction committed: the share of the time in use from which it is cheaper than on demand; else its
     *     price over on-demand's
     */
    public record Line(
            String name,
            double dollarsPerHour,
            OptionalDouble upfrontDollars,
            boolean committed,
            double breakEvenFraction) {}

    private record Term(String column, String name, int years, boolean allUpfront) {}

    private static final List<Term> TERMS = List.of(
            new Term("1yr_noupfront", "reserved 1 year, nothing upfront", 1, false),
            new Term("1yr_partialupfront", "reserved 1 year, partly upfront", 1, false),
            new Term("1yr_allupfront", "reserved 1 year, all upfront", 1, true),
            new Term("3yr_convertible_noupfront", "convertible 3 years, nothing upfront", 3, false),
            new Term("3yr_convertible_partialupfront", "convertible 3 years, partly upfront", 3, false),
            new Term("3yr_convertible_allupfront", "convertible 3 years, all upfront", 3, true),
            new Term("3yr_partialupfront", "reserved 3 years, partly upfront", 3, false),
            new Term("3yr_allupfront", "reserved 3 years, all upfront", 3, true));

    /** All ways to pay on the blog's day, 20 July 2017; spot at the given price. */
    public static List<Line> of(String instanceType, double spotDollarsPerHour) {
        return of(instanceType, spotDollarsPerHour, PriceList.JULY_2017.from());
    }

    /** All ways to pay for a type by the newest price list of a day; spot at the given price. */
    public static List<Line> of(String instanceType, double spotDollarsPerHour, LocalDate day) {
        CsvTable.Row row = PriceList.on(day).row(instanceType);
        double onDemand = row.number("ondemand_usd_h");
        List<Line> lines = new ArrayList<>();
        lines.add(byUse("on demand", onDemand, onDemand));
        for (Term term : TERMS) {
            if (row.has(term.column())) {
                row.maybe(term.column()).ifPresent(hourly -> lines.add(reserved(term, hourly, onDemand)));
            }
        }
        lines.add(byUse("spot", spotDollarsPerHour, onDemand));
        return List.copyOf(lines);
    }

    private static Line reserved(Term term, double hourly, double onDemand) {
        OptionalDouble upfront = term.allUpfront()
                ? OptionalDouble.of(hourly * term.years() * YEAR_HOURS)
                : term.name().endsWith("nothing upfront") ? OptionalDouble.of(0) : OptionalDouble.empty();
        return new Line(term.name(), hourly, upfront, true, hourly / onDemand);
    }

    private static Line byUse(String name, double dollarsPerHour, double onDemand) {
        return new Line(name, dollarsPerHour, OptionalDouble.of(0), false, dollarsPerHour / onDemand);
    }

    /**
     * A machine on which nobody else runs, paid by use: a multiple of on-demand and a fee an hour for the region. The price
     * lists hold neither, so that both are the caller's.
     */
    public static Line dedicated(double onDemand, double ratio, double feeDollarsPerHour) {
        if (!(ratio >= 1 && ratio < 100 && feeDollarsPerHour >= 0 && feeDollarsPerHour < 1e6)) {
            throw new IllegalArgumentException("dedicated: ratio " + ratio + " must be in [1, 100) and the fee "
                    + feeDollarsPerHour + " $/h in [0, 1e6)");
        }
        return byUse("dedicated", onDemand * ratio + feeDollarsPerHour, onDemand);
    }

    /** A machine bought: its price over its years, and what it costs to run while it is in use. */
    public static Line bought(double onDemand, double priceDollars, double years, double runningDollarsPerHour) {
        if (!(priceDollars > 0 && priceDollars < 1e12 && years > 0 && years <= 50)) {
            throw new IllegalArgumentException(
                    "bought: price " + priceDollars + " $ must be more than 0 and the years " + years + " in (0, 50]");
        }
        if (!(runningDollarsPerHour >= 0 && runningDollarsPerHour < onDemand)) {
            throw new IllegalArgumentException("bought: running it for " + runningDollarsPerHour
                    + " $/h must be 0 or more, and under the " + onDemand + " $/h of on-demand, else it never pays");
        }
        double hourly = priceDollars / (years * YEAR_HOURS);
        return new Line(
                "bought",
                hourly + runningDollarsPerHour,
                OptionalDouble.of(priceDollars),
                true,
                hourly / (onDemand - runningDollarsPerHour));
    }
}
