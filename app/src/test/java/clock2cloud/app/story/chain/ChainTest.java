package clock2cloud.app.story.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Run;
import clock2cloud.app.story.chain.Knobs.Knob;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final Chain CHAIN = new Chain(Net.dense(Activation.RELU, 784, 512, 512, 10), 128, 20, 60_000);

    private static double price(Knobs knobs) {
        return CHAIN.climb(knobs).priceDollars();
    }

    /** The untouched chain has the laptop's clock; a volt more is paid in heat. */
    @Test
    void theChainBeginsAtTheLaptop() {
        assertEquals(2.53e9, CHAIN.climb(Knobs.usual()).links().get(0).value(), 1);
        Chain.Link hot =
                CHAIN.climb(Knobs.usual().with(Knob.SUPPLY_VOLTS, 1.5)).links().get(0);
        assertEquals("power", hot.binds());
        assertTrue(hot.value() < 2.53e9);
    }

    /** Every floor's number reaches the bill, in the direction that it should. */
    @Test
    void everyFloorMovesThePrice() {
        double usual = price(Knobs.usual());
        assertTrue(price(Knobs.usual().with(Knob.WIRE_FARADS, 20e-15)) > usual);
        assertTrue(price(Knobs.usual().with(Knob.LATENCY_SECONDS, 10e-3)) > usual);
        assertTrue(price(Knobs.usual().with(Knob.SHARE_FRACTION, 0.25)) > usual);
        assertTrue(price(Knobs.usual().with(Knob.BID_DOLLARS_PER_HOUR, 0.9)) > usual);
        assertTrue(price(Knobs.usual().with(Knob.LAN_BYTES_PER_SECOND, 1.25e9)) < usual);
    }

    /** Under a low bid nearly the bid is paid. */
    @Test
    void whatIsPaidComesNearALowBid() {
        Knobs low = Knobs.usual().with(Knob.BID_DOLLARS_PER_HOUR, 0.08);
        Chain.Outcome outcome = CHAIN.climb(low);
        double paid = outcome.priceDollars() / (low.get(Knob.WORKERS) * outcome.runSeconds() / 3600);
        assertTrue(paid < 0.08 && paid > 0.07, String.valueOf(paid));
    }

    /** With no network to speak of, the price falls as the work per cycle grows: elasticity −1 but for evictions. */
    @Test
    void withAFreeNetworkOnlyTheRateCounts() {
        Knobs knobs = Knobs.usual().with(Knob.LATENCY_SECONDS, 1e-12).with(Knob.LAN_BYTES_PER_SECOND, 1e17);
        double width = CHAIN.elasticities(knobs).stream()
                .filter(one -> one.knob() == Knob.FLOPS_PER_CYCLE)
                .findFirst()
                .orElseThrow()
                .elasticity();
        assertEquals(-1, width, 0.1);
    }

    @Test
    void badKnobsAreOneLine() {
        for (String set : new String[] {"colour=3", "supply-voltage=0.2V", "vm-share=120%", "bid=x", "bid=0.01"}) {
            Run run = Run.of("whatif", "--set", set);
            assertEquals(2, run.code(), run.out());
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }
}
