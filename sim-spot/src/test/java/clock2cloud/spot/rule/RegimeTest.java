package clock2cloud.spot.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.bill.BillingRule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RegimeTest {
    @Test
    void rulesOfADay() {
        assertEquals(Regime.BAND_2009, Regime.on(LocalDate.of(2010, 6, 1)));
        assertEquals(Regime.AUCTION_2015, Regime.on(LocalDate.of(2017, 7, 20)));
        assertEquals(Regime.AUCTION_2015, Regime.on(LocalDate.of(2017, 10, 1)));
        assertEquals(BillingRule.SECOND, Regime.on(LocalDate.of(2017, 10, 2)).onDemandBilling());
        assertTrue(Regime.on(LocalDate.of(2017, 11, 27)).bids());
        assertFalse(Regime.on(LocalDate.of(2017, 11, 28)).bids());
        assertEquals(0, Regime.on(LocalDate.of(2015, 1, 4)).noticeSeconds());
        assertEquals(120, Regime.on(LocalDate.of(2015, 1, 5)).noticeSeconds());
        assertThrows(IllegalArgumentException.class, () -> Regime.on(LocalDate.of(2009, 1, 1)));
    }

    @Test
    void bidsUnderTheFloorAndOverTheCapAreRefused() {
        assertEquals(9, Regime.AUCTION_2015.checkedBid(9, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Regime.AUCTION_2015.checkedBid(9.01, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Regime.AUCTION_2015.checkedBid(0.0005, 0.9));
    }
}
