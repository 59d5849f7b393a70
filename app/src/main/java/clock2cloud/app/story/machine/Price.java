package clock2cloud.app.story.machine;

import clock2cloud.spot.bill.Bill;
import clock2cloud.spot.bill.BillingRule;

/** An on-demand price in a region from a day on (ISO date). */
public record Price(String region, String from, double dollarsPerHour, BillingRule billing) {
    public Price {
        Require.present(from, "prices.from");
        Require.present(billing, "prices.billing");
        Require.between(dollarsPerHour, 0, 100_000, "prices.dollarsPerHour", "$/h");
        region = region == null ? Machine.HOME_REGION : region;
        Require.day(from, "prices.from");
    }

    /** What a run of so many seconds costs. */
    public double dollars(double seconds) {
        return Bill.ofOneRun(seconds, billing, dollarsPerHour).costDollars();
    }
}
