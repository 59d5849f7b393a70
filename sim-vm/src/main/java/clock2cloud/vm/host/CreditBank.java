package clock2cloud.vm.host;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.require;

import java.util.ArrayList;
import java.util.List;

/**
 * Burstable performance (EC2 t2, t3): credits are earned at the baseline and spent by use; one credit is one virtual CPU
 * for one minute. Out of credits the machine runs at its baseline, or goes on for a price if it is unlimited. Solved
 * exactly within each phase of constant demand (EC2 User Guide, Burstable performance instances).
 *
 * @param baselineFraction of each virtual CPU
 * @param maximumCredits 24 hours of earning
 * @param launchCredits given at the start (t2: 30 per virtual CPU; t3: none)
 */
public record CreditBank(
        String type,
        int virtualCpus,
        double baselineFraction,
        double maximumCredits,
        double launchCredits,
        boolean unlimited) {
    /** Demand, as a part of all virtual CPUs, for a time. */
    public record Phase(double seconds, double demandFraction) {
        public Phase {
            notNegative(seconds, "burst: phase", "s");
            fraction(demandFraction, "burst: demand");
        }
    }

    /**
     * What became of a phase.
     *
     * @param deliveredFraction mean of all virtual CPUs
     * @param burstSeconds time until the credits were used up; the whole phase if they were not
     * @param surplusCredits spent beyond the balance (unlimited only), to be paid for
     */
    public record Outcome(
            double deliveredFraction, double burstSeconds, double balanceCredits, double surplusCredits) {}

    public CreditBank {
        atLeastOne(virtualCpus, type + ": virtual CPUs");
        fraction(baselineFraction, type + ": baseline");
        notNegative(maximumCredits, type + ": largest balance", "credits");
        notNegative(launchCredits, type + ": launch credits", "credits");
        require(launchCredits <= maximumCredits, () -> type + ": launch credits are above the largest balance");
    }

    /** By name, from the published table. */
    public static CreditBank of(String type) {
        return switch (type) {
            case "t2.nano" -> new CreditBank(type, 1, 0.05, 72, 30, false);
            case "t2.micro" -> new CreditBank(type, 1, 0.10, 144, 30, false);
            case "t2.small" -> new CreditBank(type, 1, 0.20, 288, 30, false);
            case "t2.medium" -> new CreditBank(type, 2, 0.20, 576, 60, false);
            case "t3.nano" -> new CreditBank(type, 2, 0.05, 144, 0, true);
            case "t3.micro" -> new CreditBank(type, 2, 0.10, 288, 0, true);
            case "t3.small", "t3.medium" -> new CreditBank(type, 2, 0.20, 576, 0, true);
            case "t3.large" -> new CreditBank(type, 2, 0.30, 864, 0, true);
            default ->
                throw new IllegalArgumentException("no burstable type " + type
                        + "; there are t2.nano, t2.micro, t2.small, t2.medium, t3.nano, t3.micro, t3.small, t3.medium,"
                        + " t3.large");
        };
    }

    /** Credits earned in an hour: baseline × virtual CPUs × 60 minutes. */
    public double creditsPerHour() {
        return baselineFraction * virtualCpus * 60;
    }

    /** Goes through the phases in order. */
    public List<Outcome> run(List<Phase> phases) {
        List<Outcome> outcomes = new ArrayList<>();
        double balance = launchCredits;
        for (Phase phase : phases) {
            Outcome outcome = run(phase, balance);
            outcomes.add(outcome);
            balance = outcome.balanceCredits();
        }
        return List.copyOf(outcomes);
    }

    private Outcome run(Phase phase, double balance) {
        double earned = virtualCpus * (baselineFraction - phase.demandFraction()) / 60;
        double after = balance + earned * phase.seconds();
        if (after >= 0) {
            return new Outcome(phase.demandFraction(), phase.seconds(), Math.min(maximumCredits, after), 0);
        }
        double burst = -balance / earned;
        if (unlimited) {
            return new Outcome(phase.demandFraction(), burst, 0, -after);
        }
        double mean = (burst * phase.demandFraction() + (phase.seconds() - burst) * baselineFraction) / phase.seconds();
        return new Outcome(mean, burst, 0, 0);
    }
}
