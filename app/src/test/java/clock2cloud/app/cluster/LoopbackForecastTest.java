package clock2cloud.app.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The forecast of a step of two processes from a shorter and a longer one. */
class LoopbackForecastTest {
    /**
     * 1 ms a step and 0.25 ms a row: 8 rows 3 ms, 32 rows 9 ms, so 16 rows 5 ms. Messages of 0.1 ms and 100 MB/s: half of 400 kB
     * is 2 x 0.1 + 200 kB / 100 MB/s = 2.2 ms, twice is 8.2 ms, so 400 kB are 4.2 ms.
     */
    @Test
    void stepsOfTheLawAreForecastExactly() {
        LoopbackForecast forecast = LoopbackForecast.of(
                new LoopbackForecast.Step(3e-3, 2.2e-3), new LoopbackForecast.Step(9e-3, 8.2e-3), 8, 32, 400e3);
        assertEquals(5e-3, forecast.computeSeconds(), 1e-15);
        assertEquals(4.2e-3, forecast.allReduceSeconds(), 1e-15);
        assertEquals(9.2e-3, forecast.stepSeconds(), 1e-15);
        assertEquals(0.1e-3, forecast.latencySeconds(), 1e-15);
        assertEquals(1e8, forecast.bytesPerSecond(), 1);
    }

    /** Longer steps that took less, as noise may have it: all is taken for the fixed part. */
    @Test
    void stepsThatDoNotGrowAreAllFixedPart() {
        LoopbackForecast forecast = LoopbackForecast.of(
                new LoopbackForecast.Step(3e-3, 2e-3), new LoopbackForecast.Step(2e-3, 1e-3), 8, 32, 400e3);
        assertEquals(5e-3, forecast.stepSeconds(), 1e-6);
    }

    /** The slower worker's compute; the exchange of the one that did not wait. */
    @Test
    void aStepIsThatOfTheSlowerWorker() {
        LoopbackForecast.Step step = LoopbackForecast.Step.of(new double[] {0, 3, 1}, new double[] {0, 2, 2}, 1);
        assertEquals(3, step.computeSeconds());
        assertEquals(4, step.seconds());
    }
}
