package clock2cloud.spot.bill;

/**
 * One instance-hour of a bill.
 *
 * @param startSeconds when this instance-hour began
 * @param usedSeconds how much of it the instance ran
 * @param chargedSeconds how much of it is paid for
 * @param dollarsPerHour the price in effect when it began
 * @param nanoDollars the charge, in billionths of a dollar, rounded half up once, here
 * @param note why it is charged so
 */
public record LedgerLine(
        String pool,
        double startSeconds,
        double usedSeconds,
        double chargedSeconds,
        double dollarsPerHour,
        long nanoDollars,
        String note) {}
