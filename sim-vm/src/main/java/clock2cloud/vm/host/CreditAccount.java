package clock2cloud.vm.host;

/** The credits of one machine as time goes on, from one change of its rates to the next. */
final class CreditAccount {
    private final CreditBank bank;
    private final double earnedPerSecond;
    private double launch;
    private double earned;
    private double owed;

    CreditAccount(CreditBank bank) {
        this.bank = bank;
        earnedPerSecond = bank.creditsPerHour() / 3600;
        launch = bank.launchCredits();
    }

    CreditBank.Outcome pass(CreditBank.Phase phase) {
        double spent = bank.virtualCpus() * phase.demandFraction() / 60;
        double left = phase.seconds();
        double burst = 0;
        double charged = 0;
        double slow = 0;
        while (left > 0) {
            double step = Math.min(left, untilChange(spent));
            double net = earnedPerSecond - spent;
            if (launch > 0) {
                launch = empty(launch, step * spent);
                earned = Math.min(bank.maximumCredits(), earned + step * earnedPerSecond);
            } else if (net >= 0) {
                double paid = Math.min(owed, step * net);
                owed -= paid;
                earned = Math.min(bank.maximumCredits(), earned + step * net - paid);
            } else if (earned > 0) {
                earned = empty(earned, -step * net);
            } else if (!bank.unlimited()) {
                slow += step;
            } else if (owed < bank.maximumCredits()) {
                owed = Math.min(bank.maximumCredits(), owed - step * net);
            } else {
                charged -= step * net;
            }
            burst += slow == 0 && owed == 0 && charged == 0 || net >= 0 ? step : 0;
            left -= step;
        }
        double slowPart = phase.seconds() == 0 ? 0 : slow / phase.seconds();
        double delivered = phase.demandFraction() * (1 - slowPart) + bank.baselineFraction() * slowPart;
        return new CreditBank.Outcome(delivered, burst, launch + earned, owed, charged);
    }

    /** What is left, nothing where it is a rounding. */
    private static double empty(double credits, double taken) {
        double left = credits - taken;
        return left <= 1e-12 * credits ? 0 : left;
    }

    /** Until another kind of credits is spent or filled. */
    private double untilChange(double spent) {
        double net = earnedPerSecond - spent;
        if (launch > 0) {
            return spent == 0 ? Double.POSITIVE_INFINITY : launch / spent;
        }
        if (net >= 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (earned > 0) {
            return -earned / net;
        }
        return bank.unlimited() && owed < bank.maximumCredits()
                ? (bank.maximumCredits() - owed) / -net
                : Double.POSITIVE_INFINITY;
    }
}
