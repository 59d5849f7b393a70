package clock2cloud.spot.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.price.PricePath;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ben-Yehuda et al., ACM TEAC 1(3):16, 2013: the quiet times of three epochs, and what was to be had from those of 2010. */
class ChangeClockKnownAnswersTest {
    private static final int CHANGES = 20_000;

    @Test
    void quietTimesAndMeans() {
        for (ChangeClock clock : ChangeClock.values()) {
            SplittableRandom random = new SplittableRandom(7);
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < CHANGES; i++) {
                double minutes = clock.nextSeconds(random) / 60;
                assertTrue(minutes >= (clock == ChangeClock.FROM_2011 ? 5 : 60), clock + " " + minutes);
                assertFalse(clock == ChangeClock.EARLY_2010 && minutes >= 90 && minutes < 120, clock + " " + minutes);
                sum += minutes;
                squares += minutes * minutes;
            }
            double mean = sum / CHANGES;
            double error = Math.sqrt((squares / CHANGES - mean * mean) / CHANGES);
            assertEquals(clock.meanSeconds() / 60, mean, 4 * error, clock.toString());
        }
        assertEquals(95, ChangeClock.FROM_2011.meanSeconds() / 60, 1e-9); // 5 quiet minutes and 90
    }

    /**
     * The loophole: bid the current price 31 minutes after a change. Nothing can happen before the 60th minute; a rise from the
     * 60th to the 90th ends the machine within its first hour, which is then free: about one time in four, about 45 minutes.
     */
    @Test
    void freeMinutesOfEarly2010() {
        BandedLevels law = new BandedLevels(0.4, 0.45, -0.5, 0.669, 0, 300);
        PricePath path = ChangeClock.EARLY_2010.path(law, 300, new SplittableRandom(7), 3 * 365 * 86400.0);
        int tried = 0;
        int free = 0;
        double minutes = 0;
        for (int i = 0; i + 1 < path.stretches(); i++, tried++) {
            double ran = (path.endOf(i) - path.startOf(i)) / 60 - 31;
            if (path.priceOf(i + 1) > path.priceOf(i) && ran < 60) {
                free++;
                minutes += ran;
            }
        }
        assertEquals(0.25, (double) free / tried, 4 * Math.sqrt(0.25 * 0.75 / tried));
        // uniform over 29 to 59 minutes would be 44; exponential with half of the changes in the half hour: 42.3
        assertEquals(42.3, minutes / free, 0.6);
    }
}
