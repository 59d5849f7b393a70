package clock2cloud.vm.host;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.require;

import java.util.ArrayList;
import java.util.List;

/**
 * Burstable performance (EC2 t2, t3): credits are earned at the baseline and spent by use; one credit is one virtual CPU
 * for one minute. Launch credits are spent first and do not count towards the largest balance. Out of credits the machine
 * runs at its baseline, or, if it is unlimited, goes on with surplus credits: later earnings pay them back first, and only what
 * goes beyond a day's earnings is charged (EC2 User Guide, Burstable performance instances, unlimited and standard mode).
 * Solved exactly within each phase of constant demand. Leaves out that a machine which is stopped is charged what it owes.
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
     * @param surplusCredits owed at the end of the phase, to be paid back by later earnings (unlimited only)
     * @param chargedCredits spent in the phase beyond what a day earns, to be paid for
     */
    public record Outcome(
            double deliveredFraction,
            double burstSeconds,
            double balanceCredits,
            double surplusCredits,
            double chargedCredits) {}

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
        CreditAccount account = new CreditAccount(this);
        List<Outcome> outcomes = new ArrayList<>();
        for (Phase phase : phases) {
            outcomes.add(account.pass(phase));
        }
        return List.copyOf(outcomes);
    }
}
