package clock2cloud.vm.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.vm.host.CreditBank.Outcome;
import clock2cloud.vm.host.CreditBank.Phase;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class HostLawsTest {
    @Test
    void aMachineThatFitsInANodeStaysThere() {
        NumaPlacement host = new NumaPlacement(2, 8, 64e9, 2);
        assertEquals(0, host.remoteFraction(8, 64e9));
        assertEquals(0.5, host.remoteFraction(9, 1e9));
        assertEquals(0.5, host.remoteFraction(1, 65e9));
        // half remote, twice as slow, 40% of the time waiting for memory: 1 + 0.4 x 0.5 x 1
        assertEquals(1.2, host.slowdownRatio(16, 1e9, 0.4), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> host.nodesNeeded(17, 1e9));
    }

    @Test
    void aHyperthreadIsNotACore() {
        SmtCore smt = new SmtCore(4, 0.25);
        assertEquals(4, smt.throughputCores(4));
        assertEquals(5, smt.throughputCores(8));
        assertEquals(5, smt.throughputCores(20));
        assertEquals(0.625, smt.sharedSpeedRatio());
        // 8 threads, machines of 3: two run, two threads stand still
        assertEquals(0.25, smt.coSchedulingLossFraction(3));
        assertThrows(IllegalArgumentException.class, () -> smt.coSchedulingLossFraction(9));
    }

    @Test
    void aMicroBurstsForAnHourAndAHalfOfADay() {
        CreditBank micro = CreditBank.of("t2.micro");
        assertEquals(6, micro.creditsPerHour(), 1e-12);
        // 24 h idle earn 144 above the 30 of the launch; at full load these last 30 min, and 144 at 0.9 a minute 160
        // min
        List<Outcome> day = micro.run(List.of(new Phase(86400, 0), new Phase(4 * 3600, 1)));
        assertEquals(174, day.get(0).balanceCredits(), 1e-9);
        assertEquals(190 * 60, day.get(1).burstSeconds(), 1e-6);
        // 190 of 240 min at 100%, 50 at 10%
        assertEquals((190 + 5) / 240.0, day.get(1).deliveredFraction(), 1e-12);
        Outcome unlimited =
                CreditBank.of("t3.micro").run(List.of(new Phase(3600, 1))).get(0);
        assertEquals(1, unlimited.deliveredFraction());
        assertEquals(108, unlimited.surplusCredits(), 1e-9); // 2 x 60 spent, 12 earned; a day earns 288
        assertEquals(0, unlimited.chargedCredits());
        assertThrows(IllegalArgumentException.class, () -> CreditBank.of("t9.mega"));
    }

    /**
     * EC2 User Guide, Unlimited mode, example 1: a t3.nano idle for a day, 12 h at 2.5%, 24 h at 7%, 12 h at 2.5%, 5 h at 100%,
     * 13 h at its baseline of 5%, a day idle. It prints balances of 144, 144, 86.4 and 122, 448 surplus credits, of which 304 are
     * charged and 144 owed, and paid back by the end.
     */
    @Test
    void laterEarningsPayBackWhatWasOwed() {
        double hour = 3600;
        List<Outcome> out = CreditBank.of("t3.nano")
                .run(List.of(
                        new Phase(24 * hour, 0),
                        new Phase(12 * hour, 0.025),
                        new Phase(24 * hour, 0.07),
                        new Phase(12 * hour, 0.025),
                        new Phase(5 * hour, 1),
                        new Phase(13 * hour, 0.05),
                        new Phase(24 * hour, 0)));
        double[] balances = {144, 144, 86.4, 122.4, 0, 0, 0};
        double[] owed = {0, 0, 0, 0, 144, 144, 0};
        for (int i = 0; i < balances.length; i++) {
            assertEquals(balances[i], out.get(i).balanceCredits(), 1e-9);
            assertEquals(owed[i], out.get(i).surplusCredits(), 1e-9);
            assertEquals(i == 4 ? 570 - 122.4 - 144 : 0, out.get(i).chargedCredits(), 1e-9);
        }
    }

    /**
     * EC2 User Guide, Standard mode, example of a t2.nano: idle for a day it has 102 credits, 30 from its launch and 72 earned, and
     * no more 12 h later; 25 h at 2% spend the 30, for what is earned meanwhile is above the limit.
     */
    @Test
    void launchCreditsAreSpentFirst() {
        List<Outcome> out = CreditBank.of("t2.nano")
                .run(List.of(new Phase(24 * 3600, 0), new Phase(12 * 3600, 0), new Phase(25 * 3600, 0.02)));
        assertEquals(102, out.get(0).balanceCredits(), 1e-9);
        assertEquals(102, out.get(1).balanceCredits(), 1e-9);
        assertEquals(72, out.get(2).balanceCredits(), 1e-9);
    }

    @Property(tries = 200)
    void theBankNeitherMakesNorLosesCredits(
            @ForAll("burstable") String type,
            @ForAll @DoubleRange(min = 0, max = 1) double demand,
            @ForAll @DoubleRange(min = 1, max = 1e6) double seconds) {
        CreditBank bank = CreditBank.of(type);
        Outcome outcome = bank.run(List.of(new Phase(seconds, demand))).get(0);
        assertTrue(outcome.deliveredFraction() <= demand + 1e-12);
        assertTrue(outcome.deliveredFraction() >= Math.min(demand, bank.baselineFraction()) - 1e-12);
        double earned = bank.creditsPerHour() * seconds / 3600;
        double spent = outcome.deliveredFraction() * bank.virtualCpus() * seconds / 60;
        double kept = outcome.balanceCredits() - outcome.surplusCredits() - outcome.chargedCredits();
        double discarded = bank.launchCredits() + earned - spent - kept;
        assertTrue(discarded >= -1e-6 * (1 + earned));
        // what is discarded has been above the limit
        if (discarded > 1e-6 * (1 + earned)) {
            assertTrue(earned > bank.maximumCredits());
        }
        assertTrue(outcome.balanceCredits() <= bank.maximumCredits() + bank.launchCredits() + 1e-9);
        assertTrue(outcome.surplusCredits() <= bank.maximumCredits() + 1e-9);
    }

    @Provide
    Arbitrary<String> burstable() {
        return Arbitraries.of("t2.nano", "t2.medium", "t3.micro", "t3.large");
    }
}
