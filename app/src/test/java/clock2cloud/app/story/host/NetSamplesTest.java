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
    private static final NetSamples.Crossing NEAR = new NetSamples.Crossing(1e-7, 1.1e-7);

    private static NetSamples samples(int quiet, int neighboured, int starved) {
        List<NetSamples.Sample> samples = new ArrayList<>();
        for (List<Double> parts : List.of(List.<Double>of(), List.of(40e-6, 60e-6))) {
            for (int i = 0; i < quiet; i++) {
                samples.add(new NetSamples.Sample(100e-6, parts, ALONE, false, NEAR));
            }
            for (int i = 0; i < neighboured; i++) {
                samples.add(new NetSamples.Sample(
                        128.7e-6, parts.stream().map(p -> 1.287 * p).toList(), 1.4 * ALONE, false, NEAR));
            }
            for (int i = 0; i < starved; i++) {
                samples.add(new NetSamples.Sample(300e-6, parts, ALONE, true, NEAR));
            }
        }
        return new NetSamples(1, SampledNet.of(32, Activation.RELU, 784, 30, 10), samples, List.of());
    }

    @Test
    void onlySamplesAloneOnTheirCoresCount() {
        TimedStep step = samples(3, 9, 4).timed(ALONE).get(0);
        assertTrue(step.settled());
        assertEquals(100e-6, step.seconds());
        assertEquals(List.of(40e-6, 60e-6), step.parts());
        assertEquals(4.0 / 16, step.disturbedFraction());
    }

    /** Two workers' cores moved apart, and a sample between two places tells of neither. */
    @Test
    void nearAndFarApartAreTwoTimings() {
        List<NetSamples.Sample> samples = new ArrayList<>();
        NetSamples.Crossing far = new NetSamples.Crossing(5e-7, 4.5e-7);
        NetSamples.Crossing moved = new NetSamples.Crossing(1e-7, 5e-7);
        for (List<Double> parts : List.of(List.<Double>of(), List.of(40e-6, 60e-6))) {
            for (int i = 0; i < 4; i++) {
                samples.add(new NetSamples.Sample(100e-6, parts, ALONE, false, NEAR));
                samples.add(new NetSamples.Sample(150e-6, parts, ALONE, false, far));
                samples.add(new NetSamples.Sample(120e-6, parts, ALONE, false, moved));
            }
        }
        List<NetSamples.Visit> visits = List.of(new NetSamples.Visit(110e-6, 1e-7), new NetSamples.Visit(165e-6, 5e-7));
        List<TimedStep> steps =
                new NetSamples(2, SampledNet.of(32, Activation.RELU, 784, 30, 10), samples, visits).timed(ALONE);
        assertEquals(
                List.of(100e-6, 150e-6), steps.stream().map(TimedStep::seconds).toList());
        assertEquals(
                List.of(1.05e-7, 4.75e-7),
                steps.stream().map(TimedStep::barrierSeconds).toList());
        assertEquals(
                List.of(List.of(110e-6), List.of(165e-6)),
                steps.stream().map(TimedStep::visits).toList());
    }

    /** 1.4 to the power of 0.75 is 1.287. */
    @Test
    void whereTheNeighbourNeverRestedItsShareIsTakenOff() {
        TimedStep step = samples(0, 9, 0).timed(ALONE).get(0);
        assertFalse(step.settled());
        assertEquals(100e-6, step.seconds(), 0.1e-6);
        assertEquals(60e-6, step.parts().get(1), 0.1e-6);
    }
}
