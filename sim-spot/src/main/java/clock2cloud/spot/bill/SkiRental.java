package clock2cloud.spot.bill;

/**
 * Rent for r a day or buy for B once, not knowing for how many days: renting until the rent has reached the price is never
 * worse than 2 - r/B times the best, and no rule without chance does better; by chance e/(e-1) can be had.
 */
public record SkiRental(double rentDollars, double buyDollars) {
    public SkiRental {
        if (!(rentDollars > 0 && buyDollars >= rentDollars && buyDollars < 1e12)) {
            throw new IllegalArgumentException("ski rental: rent " + rentDollars + " $ and price " + buyDollars
                    + " $ must have 0 < rent <= price");
        }
    }

    /** The day on which the break-even rule buys: the rents of the days before stay under the price. */
    public int buyingDay() {
        return (int) Math.ceil(buyDollars / rentDollars - 1e-9);
    }

    /** Cost of buying on a day when it ends after {@code days} days. */
    public double cost(int buyingDay, int days) {
        return days < buyingDay ? days * rentDollars : (buyingDay - 1) * rentDollars + buyDollars;
    }

    public double best(int days) {
        return Math.min(days * rentDollars, buyDollars);
    }

    /** 2 - r/B. */
    public double competitiveRatio() {
        return 2 - rentDollars / buyDollars;
    }

    /** e / (e - 1), the limit for rules that draw their buying day. */
    public static double randomisedRatio() {
        return Math.E / (Math.E - 1);
    }
}
