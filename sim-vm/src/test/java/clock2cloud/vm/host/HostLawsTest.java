package clock2cloud.vm.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.vm.host.CreditBank.Outcome;
import clock2cloud.vm.host.CreditBank.Phase;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
        // 24 h idle fill the bank to 144; at full load it loses 0.9 credits a minute: 160 min
        List<Outcome> day = micro.run(List.of(new Phase(86400, 0), new Phase(4 * 3600, 1)));
        assertEquals(144, day.get(0).balanceCredits(), 1e-9);
        assertEquals(160 * 60, day.get(1).burstSeconds(), 1e-6);
        // 160 of 240 min at 100%, 80 at 10%
        assertEquals((160 + 8) / 240.0, day.get(1).deliveredFraction(), 1e-12);
        Outcome unlimited =
                CreditBank.of("t3.micro").run(List.of(new Phase(3600, 1))).get(0);
        assertEquals(1, unlimited.deliveredFraction());
        assertEquals(108, unlimited.surplusCredits(), 1e-9); // 2 x 60 spent, 12 earned
        assertThrows(IllegalArgumentException.class, () -> CreditBank.of("t9.mega"));
    }

    @Property(tries = 200)
    void theBankNeitherMakesNorLosesCredits(
            @ForAll @DoubleRange(min = 0, max = 1) double demand,
            @ForAll @DoubleRange(min = 1, max = 1e6) double seconds) {
        CreditBank bank = CreditBank.of("t2.medium");
        Outcome outcome = bank.run(List.of(new Phase(seconds, demand))).get(0);
        assertTrue(outcome.deliveredFraction() <= demand + 1e-12);
        assertTrue(outcome.deliveredFraction() >= Math.min(demand, bank.baselineFraction()) - 1e-12);
        double earned = bank.creditsPerHour() * seconds / 3600;
        double spent = outcome.deliveredFraction() * bank.virtualCpus() * seconds / 60;
        double expected = Math.min(bank.maximumCredits(), bank.launchCredits() + earned - spent);
        assertEquals(expected, outcome.balanceCredits(), 1e-6 * (1 + earned));
    }
}
