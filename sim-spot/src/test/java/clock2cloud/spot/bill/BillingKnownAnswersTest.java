package clock2cloud.spot.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Expected paid hours of exponential lives: worked from the sums, to the printed digits. */
class BillingKnownAnswersTest {
    private static final double HOUR = 3600;

    @ParameterizedTest
    @CsvSource({
        "KILLED_HOUR_FREE, 1, 0.5820", "KILLED_HOUR_FREE, 0.2, 4.5167",
        "SECOND_FIRST_HOUR_FREE, 1, 0.7358", "SECOND_FIRST_HOUR_FREE, 0.2, 4.9124",
        "HOUR_BEGUN, 1, 1.5820", "HOUR_BEGUN, 0.2, 5.5167"
    })
    void paidHours(BillingRule rule, double lambda, double hours) {
        assertEquals(hours, rule.expectedPaidHours(lambda), 5e-5);
    }

    @Test
    void freeShareOfTheKilledHour() {
        assertEquals(0.418, BillingRule.KILLED_HOUR_FREE.freeShare(1), 5e-4);
        assertEquals(0.0967, BillingRule.KILLED_HOUR_FREE.freeShare(0.2), 5e-5);
    }

    @ParameterizedTest
    @EnumSource(BillingRule.class)
    void simulatedLivesMeetTheClosedForm(BillingRule rule) {
        SplittableRandom random = new SplittableRandom(7);
        int lives = 100_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < lives; i++) {
            double life = -Math.log1p(-random.nextDouble()) * 5 * HOUR;
            double paid = rule.chargedSeconds(life, Ending.PRICE) / HOUR;
            sum += paid;
            squares += paid * paid;
        }
        double mean = sum / lives;
        double error = Math.sqrt((squares / lives - mean * mean) / lives);
        assertEquals(rule.expectedPaidHours(0.2), mean, 4 * error);
    }

    /** 2 h 20 min at $0.17: killed, two hours are paid, $0.34; stopped by its owner three, $0.51; by the second $0.3967. */
    @Test
    void aLedgerByHand() {
        Lease killed = new Lease("p2.xlarge", 0, 2 * HOUR + 1200, Ending.PRICE);
        Lease done = new Lease("p2.xlarge", 0, 2 * HOUR + 1200, Ending.COMPLETED);
        assertEquals(340_000_000, bill(killed, BillingRule.KILLED_HOUR_FREE).nanoDollars());
        assertEquals(510_000_000, bill(done, BillingRule.KILLED_HOUR_FREE).nanoDollars());
        assertEquals(396_666_667, bill(done, BillingRule.SECOND).nanoDollars());
        assertEquals("0.40", bill(done, BillingRule.SECOND).invoiceDollars().toString());
        assertEquals(3, bill(killed, BillingRule.KILLED_HOUR_FREE).lines().size());
        assertEquals(
                0,
                bill(new Lease("p2.xlarge", 0, 3599, Ending.CAPACITY), BillingRule.SECOND_FIRST_HOUR_FREE)
                        .nanoDollars());
    }

    private static Bill bill(Lease lease, BillingRule rule) {
        return Bill.of(List.of(lease), rule, time -> 0.17);
    }

    /** 51 pieces of 420 s less the last dump and the start make six hours: the last bit of the sum begins no seventh. */
    @Test
    void theRoundingOfASumBeginsNoHour() {
        double sixHours = Math.nextUp(51 * 420.0 - 120 + 300);
        assertEquals(6 * 3600, BillingRule.HOUR_BEGUN.chargedSeconds(sixHours, Ending.USER));
        assertEquals(6 * 3600, BillingRule.KILLED_HOUR_FREE.chargedSeconds(sixHours, Ending.USER));
        assertEquals(6 * 3600, BillingRule.KILLED_HOUR_FREE.chargedSeconds(Math.nextDown(6 * 3600.0), Ending.CAPACITY));
        assertEquals(0, BillingRule.HOUR_BEGUN.chargedSeconds(0, Ending.USER));
    }
}
