package clock2cloud.app.story.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetSamplesTest {
    private static final double ALONE = 1.5e-6;

    private static NetSamples samples(int quiet, int neighboured, int starved) {
        List<NetSamples.Sample> samples = new ArrayList<>();
        for (List<Double> parts : List.of(List.<Double>of(), List.of(40e-6, 60e-6))) {
            for (int i = 0; i < quiet; i++) {
                samples.add(new NetSamples.Sample(100e-6, parts, ALONE, false));
            }
            for (int i = 0; i < neighboured; i++) {
                samples.add(new NetSamples.Sample(
                        128.7e-6, parts.stream().map(p -> 1.287 * p).toList(), 1.4 * ALONE, false));
            }
            for (int i = 0; i < starved; i++) {
                samples.add(new NetSamples.Sample(300e-6, parts, ALONE, true));
            }
        }
        return new NetSamples(1, SampledNet.of(32, Activation.RELU, 784, 30, 10), samples, List.of(100e-6, 128.7e-6));
    }

    @Test
    void onlySamplesAloneOnTheirCoresCount() {
        TimedStep step = samples(3, 9, 4).timed(ALONE);
        assertTrue(step.settled());
        assertEquals(100e-6, step.seconds());
        assertEquals(List.of(40e-6, 60e-6), step.parts());
        assertEquals(4.0 / 16, step.disturbedFraction());
    }

    /** 1.4 to the power of 0.75 is 1.287. */
    @Test
    void whereTheNeighbourNeverRestedItsShareIsTakenOff() {
        TimedStep step = samples(0, 9, 0).timed(ALONE);
        assertFalse(step.settled());
        assertEquals(100e-6, step.seconds(), 0.1e-6);
        assertEquals(60e-6, step.parts().get(1), 0.1e-6);
    }
}
