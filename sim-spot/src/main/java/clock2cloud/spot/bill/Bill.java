package clock2cloud.spot.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Ledger lines, one an instance-hour, whose sum is the cost. The price of an instance-hour is the market price at its
 * beginning.
 */
public record Bill(List<LedgerLine> lines) {
    private static final double HOUR = 3600;

    public Bill {
        lines = List.copyOf(lines);
    }

    /** The bill of these leases under a rule; {@code dollarsPerHour} gives the price at a time in seconds. */
    public static Bill of(Collection<Lease> leases, BillingRule rule, DoubleUnaryOperator dollarsPerHour) {
        List<LedgerLine> lines = new ArrayList<>();
        for (Lease lease : leases) {
            charge(lease, rule, dollarsPerHour, lines);
        }
        return new Bill(lines);
    }

    /** The bill of one run that ends by itself, at one price. */
    public static Bill ofOneRun(double seconds, BillingRule rule, double dollarsPerHour) {
        return of(List.of(new Lease("run", 0, seconds, Ending.COMPLETED)), rule, at -> dollarsPerHour);
    }

    private static void charge(Lease lease, BillingRule rule, DoubleUnaryOperator prices, List<LedgerLine> lines) {
        double run = lease.runSeconds();
        double charged = rule.chargedSeconds(run, lease.ending());
        for (double begun = 0; begun < run; begun += HOUR) {
            double start = lease.startSeconds() + begun;
            double used = Math.min(HOUR, run - begun);
            double paid = Math.min(HOUR, Math.max(0, charged - begun));
            double price = prices.applyAsDouble(start);
            lines.add(new LedgerLine(
                    lease.pool(), start, used, paid, price, nanoDollars(price, paid), note(used, paid, lease)));
        }
    }

    private static long nanoDollars(double dollarsPerHour, double seconds) {
        return Math.round(dollarsPerHour * seconds / HOUR * 1e9);
    }

    private static String note(double used, double paid, Lease lease) {
        String who =
                lease.ending().byProvider() ? "ended by the provider (" + lease.ending() + ")" : "ended by its owner";
        if (paid == 0) {
            return "free: " + who;
        }
        return paid > used ? "full hour: " + who : used == HOUR ? "full hour" : "seconds used: " + who;
    }

    /** The cost in billionths of a dollar: the sum of the lines, exactly. */
    public long nanoDollars() {
        return lines.stream().mapToLong(LedgerLine::nanoDollars).sum();
    }

    public double costDollars() {
        return nanoDollars() / 1e9;
    }

    /** The cost to the cent, half up, as it would be on the invoice. */
    public BigDecimal invoiceDollars() {
        return BigDecimal.valueOf(nanoDollars(), 9).setScale(2, RoundingMode.HALF_UP);
    }
}
