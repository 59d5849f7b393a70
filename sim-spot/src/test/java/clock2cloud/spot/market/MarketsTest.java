package clock2cloud.spot.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.price.PricePath;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarketsTest {
    private static final UniformPriceAuction AUCTION = new UniformPriceAuction(200, 0.2, 0.5, 60, 7200, 0.1, 9, 300);

    /** All served bidders pay the highest bid that was not; with room for all the reserve price is paid. */
    @Test
    void theAuctionClears() {
        List<UniformPriceAuction.Slot> slots = AUCTION.slots(new SplittableRandom(7), 30 * 86400);
        for (UniformPriceAuction.Slot slot : slots) {
            assertEquals(Math.min(slot.capacity(), slot.bidders()), slot.served());
            if (slot.capacity() > 0 && slot.bidders() <= slot.capacity()) {
                assertEquals(0.1, slot.dollarsPerHour());
            }
            assertTrue(slot.dollarsPerHour() >= 0.1 && slot.dollarsPerHour() <= 9);
            assertTrue(slot.evicted() >= 0);
        }
        assertTrue(slots.stream().anyMatch(slot -> slot.evicted() > 0));
    }

    /** Little's law: 60 arrivals an hour that stay two hours are 120 bidders in the mean. */
    @Test
    void biddersObeyLittle() {
        double mean = AUCTION.slots(new SplittableRandom(7), 60 * 86400).stream()
                .mapToInt(UniformPriceAuction.Slot::bidders)
                .average()
                .orElseThrow();
        assertEquals(120, mean, 4 * Math.sqrt(120.0 * 2 * 2 / (60 * 24)) + 3);
    }

    /** With every law of bids the price emerges between the reserve price and the cap, and more machines never make it dearer. */
    @ParameterizedTest
    @EnumSource(BidLaw.class)
    void everyLawOfBidsClears(BidLaw law) {
        double few = auction(law, 150).path(new SplittableRandom(7), 30 * 86400).mean();
        double many =
                auction(law, 250).path(new SplittableRandom(7), 30 * 86400).mean();
        assertTrue(few > many && many >= 0.4 && few <= 10, few + " " + many);
    }

    private static UniformPriceAuction auction(BidLaw law, int machines) {
        return new UniformPriceAuction(machines, 0.2, 0.5, 60, 7200, 0.4, 10, law, 1, 300);
    }

    /** Shares of the time as in the record, singly and together: 2.34% where independence promises 0.044%. */
    @Test
    void zonesFailTogether() {
        List<PricePath> zones =
                CorrelatedZones.of2015(0.09, 0.65, 300).paths(new SplittableRandom(7), 5 * 365 * 86400.0);
        double[] single = new double[3];
        double joint = 0;
        int samples = 0;
        for (double t = 0; t < zones.get(0).endSeconds(); t += 1800, samples++) {
            boolean all = true;
            for (int zone = 0; zone < 3; zone++) {
                boolean above = zones.get(zone).at(t) > 0.65;
                single[zone] += above ? 1 : 0;
                all &= above;
            }
            joint += all ? 1 : 0;
        }
        assertEquals(0.065, single[0] / samples, 0.01);
        assertEquals(0.185, single[1] / samples, 0.02);
        assertEquals(0.037, single[2] / samples, 0.01);
        assertEquals(0.0234, joint / samples, 0.005);
    }

    @Test
    void theSameSeedGivesTheSamePrices() {
        for (Market market : List.of(
                AUCTION,
                BandedIncrements.published(0.4, 0.45, 300),
                BandedLevels.of2010(0.4, 0.45, 300),
                Provider.pareto(0.84, 0.1281, 0.6, 0.02, 5, 300),
                new RegimeSwitching(0.17, 0.9, 10, 1e5, 5e3, 0.2, 300))) {
            assertEquals(
                    market.path(new SplittableRandom(3), 86400),
                    market.path(new SplittableRandom(3), 86400),
                    "" + market);
        }
    }

    @Test
    void spikesStopAtTheCap() {
        PricePath path = new RegimeSwitching(0.17, 0.9, 10, 20 * 3600, 3600, 0.1, 300)
                .path(new SplittableRandom(7), 365 * 86400.0);
        assertTrue(path.maximum() <= 9.0 + 1e-9 && path.maximum() > 0.9);
    }
}
