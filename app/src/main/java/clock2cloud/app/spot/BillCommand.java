package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Table;
import clock2cloud.spot.bill.Bill;
import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.bill.Ending;
import clock2cloud.spot.bill.Lease;
import clock2cloud.spot.bill.LedgerLine;
import clock2cloud.spot.bill.PriceList;
import clock2cloud.spot.bill.Tariff;
import clock2cloud.spot.price.PricePath;
import clock2cloud.spot.rule.Regime;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bill",
        description = "What a lease costs, line by line, under the rule of a day; and buy, reserve, rent or bid.",
        footer = {"", "Example: ./c2c spot bill --ran 2h20min --price 0.17 --ended price --date 2017-07-20"})
final class BillCommand implements Callable<Integer> {
    @Mixin
    Common common;

    @Option(
            names = "--ran",
            defaultValue = "140min",
            converter = Converters.Seconds.class,
            description = "Time on the machine.")
    double runSeconds;

    @Option(
            names = "--price",
            defaultValue = "0.17",
            converter = Converters.DollarsPerHour.class,
            description = "Spot.")
    double dollarsPerHour;

    @Option(
            names = "--ended",
            defaultValue = "price",
            description = "By whom: ${COMPLETION-CANDIDATES} (default: price).")
    Ending ended;

    @Option(names = "--date", defaultValue = "2017-07-20", description = "Whose rules hold (default: 2017-07-20).")
    LocalDate date;

    @Option(names = "--rule", description = "A rule of its own: ${COMPLETION-CANDIDATES}.")
    Optional<BillingRule> rule = Optional.empty();

    @Option(
            names = "--start",
            defaultValue = "0s",
            converter = Converters.Seconds.class,
            description = "In the history.")
    double startSeconds;

    @Mixin
    HistoryOptions recorded;

    @Mixin
    TariffOptions tariff;

    /** The JSON of {@code c2c spot bill}. */
    record Result(
            String rules,
            String billing,
            double costDollars,
            String invoiceDollars,
            List<LedgerLine> lines,
            String priceList,
            List<Tariff.Line> buyOrRent) {}

    @Override
    public Integer call() {
        if (!(runSeconds <= 10 * 366 * 86400.0)) {
            throw new IllegalArgumentException("--ran " + runSeconds + " s is more than ten years");
        }
        Regime regime = Regime.on(date);
        BillingRule billing = rule.orElse(regime.spotBilling());
        Bill bill = bill(billing);
        Table table = Table.of("hour", "usedSeconds", "chargedSeconds", "priceDollarsPerHour", "chargeDollars", "note");
        int hour = 1;
        for (LedgerLine line : bill.lines()) {
            table = table.row(
                    hour++,
                    line.usedSeconds(),
                    line.chargedSeconds(),
                    line.dollarsPerHour(),
                    line.nanoDollars() / 1e9,
                    line.note());
        }
        List<Tariff.Line> tariffs = tariff.lines(dollarsPerHour, date);
        boolean reserved = tariffs.stream().anyMatch(line -> line.name().startsWith("reserved"));
        return common.report()
                .json(new Result(
                        regime.from().toString(),
                        billing.name().toLowerCase(Locale.ROOT),
                        bill.costDollars(),
                        bill.invoiceDollars().toString(),
                        bill.lines(),
                        PriceList.on(date).from().toString(),
                        tariffs))
                .table(table)
                .table(TariffOptions.table(tariffs))
                .say(String.format(
                        Locale.ROOT,
                        "Rules of %s, %s: $%s. Price list of %s%s. Break-even: the share of the time from which paying always beats"
                                + " paying by use.",
                        regime.from(),
                        billing.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        bill.invoiceDollars(),
                        PriceList.on(date).from(),
                        reserved ? "" : ", which says nothing of reserving a " + tariff.instance))
                .print();
    }

    /** The lease at one price, or at the prices of the history from its start on. */
    private Bill bill(BillingRule billing) {
        Lease lease = new Lease("spot", startSeconds, startSeconds + runSeconds, ended);
        if (!recorded.given()) {
            return Bill.of(List.of(lease), billing, time -> dollarsPerHour);
        }
        PricePath path = recorded.path(common);
        if (!(startSeconds >= 0 && lease.endSeconds() <= path.durationSeconds())) {
            throw new IllegalArgumentException("the lease of " + startSeconds + " to " + lease.endSeconds()
                    + " s is longer than the price history of " + path.durationSeconds() + " s");
        }
        return Bill.of(List.of(lease), billing, path::at);
    }
}
