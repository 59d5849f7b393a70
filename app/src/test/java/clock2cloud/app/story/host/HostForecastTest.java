package clock2cloud.app.story.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.table.Json;
import clock2cloud.nn.KnownNets;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.kernel.Activation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On the made-up machine, whose law the model does not know but can learn. */
class HostForecastTest {
    private static final Calibration CALIBRATION = MadeUpMachine.calibration();
    private static final HostForecast HOST = HostForecast.of(CALIBRATION);

    @Test
    void netsThatWereNotTimedAreForecastWithinAFewPerCent() {
        double sum = 0;
        int inside = 0;
        List<SampledNet> nets = NetSampler.ofTests(new SplittableRandom(99)).draw(30);
        for (SampledNet net : nets) {
            HostSeconds step = HOST.step(net.net(), net.batch(), 1);
            double truth = MadeUpMachine.seconds(net, 1);
            sum += Math.abs(step.seconds() / truth - 1);
            inside += truth > step.lowSeconds() && truth < step.highSeconds() ? 1 : 0;
            assertEquals(
                    step.aloneSeconds(),
                    step.parts().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum(),
                    1e-9 * step.seconds());
        }
        assertTrue(sum / nets.size() < 0.04, "mean error " + sum / nets.size());
        assertTrue(inside >= 27, inside + " of 30 inside");
    }

    /** Three quarters of the time the cores lie four times as far apart. */
    @Test
    void twoWorkersAreForecastWhereverTheirCoresLie() {
        double sum = 0;
        int inside = 0;
        List<SampledNet> nets = NetSampler.ofTests(new SplittableRandom(98)).draw(30).stream()
                .filter(net -> Trainer.workersFor(net.net(), net.batch(), 2) == 2)
                .toList();
        for (SampledNet net : nets) {
            HostSeconds step = HOST.step(net.net(), net.batch(), 2);
            double near = MadeUpMachine.seconds(net, MadeUpMachine.NEAR);
            double far = MadeUpMachine.seconds(net, MadeUpMachine.FAR);
            sum += Math.abs(step.places().get(0).seconds() / near - 1)
                    + Math.abs(step.places().get(1).seconds() / far - 1);
            assertEquals(0.75, step.places().get(1).share());
            assertEquals(
                    0.25 * step.places().get(0).seconds()
                            + 0.75 * step.places().get(1).seconds(),
                    step.aloneSeconds(),
                    1e-9 * far);
            inside += step.lowSeconds() < near && step.highSeconds() > far ? 1 : 0;
        }
        assertTrue(nets.size() > 10 && sum / 2 / nets.size() < 0.04, "mean error " + sum / 2 / nets.size());
        assertTrue(inside >= 0.9 * nets.size(), inside + " of " + nets.size() + " inside");
    }

    /** The law of each part alone tells another time than its surface, though no wild one. */
    @Test
    void theResidualCanBeSwitchedOff() {
        Net net = Net.dense(Activation.RELU, 784, 100, 10);
        double whole = HOST.step(net, 32, 1).aloneSeconds();
        double plain = HOST.withoutResidual().step(net, 32, 1).aloneSeconds();
        assertNotEquals(whole, plain, 1e-9 * whole);
        assertEquals(whole, plain, whole / 2);
    }

    @Test
    void theNarrowerIntervalLiesInsideTheWider() {
        HostSeconds step = HOST.step(Net.dense(Activation.RELU, 784, 100, 10), 32, 1);
        assertTrue(step.lowSeconds() < step.low80Seconds() && step.low80Seconds() < step.seconds());
        assertTrue(step.seconds() < step.high80Seconds() && step.high80Seconds() < step.highSeconds());
        assertTrue(step.flags().isEmpty());
    }

    @Test
    void outsideTheCalibratedRegionTheIntervalDoublesAndSaysWhy() {
        HostSeconds inside = HOST.step(Net.dense(Activation.RELU, 784, 2000, 10), 500, 1);
        HostSeconds outside = HOST.step(Net.dense(Activation.RELU, 784, 6000, 10), 2000, 1);
        assertEquals(2, outside.flags().size());
        assertTrue(outside.highSeconds() / outside.seconds() > inside.highSeconds() / inside.seconds());
        assertTrue(outside.flags().get(0).contains("6000"));
    }

    @Test
    void anEpochIsItsStepsAndAShorterLastOne() {
        Net net = Net.dense(Activation.RELU, 784, 100, 10);
        double step = HOST.step(net, 32, 1).seconds();
        double shuffle = 3200 * CALIBRATION.shuffleSecondsPerRow();
        assertEquals(100 * step + shuffle, HOST.epoch(net, 32, 1, 3200).seconds(), 1e-9);
        double more = HOST.epoch(net, 32, 1, 3216).seconds();
        assertTrue(more > 100 * step + shuffle && more < 101 * step + 1.01 * shuffle);
    }

    /** 784 × 300 + 300 × 10 weights at 1 ns each. */
    @Test
    void anOptimiserAddsItsOwnWork() {
        Net net = Net.dense(Activation.RELU, 784, 300, 10);
        double added =
                HOST.step(net, 64, 1, "adam").seconds() - HOST.step(net, 64, 1).seconds();
        assertEquals(238_200e-9, added, 30e-6);
        assertFalse(HOST.step(net, 64, 1, "rmsprop").flags().isEmpty());
    }

    /** Updates of 10 and 5 s, and 3 s at the end: 12 and 6; nothing is lost. */
    @Test
    void theWaitAtTheEndBelongsToTheUpdates() {
        Net net = Net.dense(Activation.RELU, 784, 100, 10);
        List<Double> watched = List.of(1.0, 2.0, 2.0, 1.0, 0.0, 4.0, 10.0, 5.0, 3.0);
        Map<StepPart, Double> seconds = StepParts.seconds(net, 32, 2, watched);
        assertEquals(
                List.of(12.0, 6.0),
                seconds.entrySet().stream()
                        .filter(part -> part.getKey().kind() == StepPart.Kind.WEIGHT_UPDATE)
                        .map(Map.Entry::getValue)
                        .toList());
        assertEquals(
                28, seconds.values().stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
    }

    /**
     * 784 × 20 weights are 25 tiles, 12 of them the first worker's; 20 × 10 are one, the last worker's: at the first one's speed it takes
     * 12 s × (20 × 10) / (784 × 20 × 12/25), and the first worker waited for the thirteenth tile and that one.
     */
    @Test
    void whatTheFirstWorkerHadNoShareOfIsNotNothing() {
        Net net = Net.dense(Activation.RELU, 784, 20, 10);
        double second = 12.0 * (20 * 10) / (784 * 20 * 12 / 25.0);
        List<Double> watched = List.of(1.0, 2.0, 2.0, 1.0, 0.0, 4.0, 12.0, 0.0, 1 + second);
        List<Double> updates = StepParts.seconds(net, 32, 2, watched).entrySet().stream()
                .filter(part -> part.getKey().kind() == StepPart.Kind.WEIGHT_UPDATE)
                .map(Map.Entry::getValue)
                .toList();
        assertEquals(13, updates.get(0), 1e-9);
        assertEquals(second, updates.get(1), 1e-9);
    }

    @Test
    void aConvolutionalNetIsForecastFromOthers() {
        for (Net net : List.of(KnownNets.lenet5(), KnownNets.mnistCnn(), KnownNets.cifar10Cnn())) {
            HostSeconds step = HOST.step(net, 64, 1);
            assertEquals(List.of(), step.flags());
            double truth = MadeUpMachine.seconds(SampledNet.of(net, 64, "sgd"), 1);
            assertEquals(1, step.seconds() / truth, 0.1, net.toString());
        }
    }

    /** Every net took 1.0, 1.2 and 1.4 times its time alone. */
    @Test
    void whatOthersSlowedTheCalibrationDownIsInTheForecast() {
        HostForecast shared = HostForecast.of(MadeUpMachine.calibration(1.0, 1.4, 1.2));
        Net net = Net.dense(Activation.RELU, 784, 100, 10);
        HostSeconds alone = HOST.step(net, 32, 1);
        HostSeconds step = shared.step(net, 32, 1);
        assertEquals(alone.seconds(), step.aloneSeconds(), 1e-12);
        assertEquals(1.2 * alone.seconds(), step.seconds(), 1e-9);
        assertTrue(step.lowSeconds() < alone.seconds() && step.highSeconds() > 1.4 * alone.seconds());
    }

    /** √(1.2 × 1.6) of what was calibrated and what is seen; the interval reaches as far as before. */
    @Test
    void aLookAtTheCoresCountsAsMuchAsTheCalibration() {
        Calibration.Slowdown seen = new Calibration.Slowdown(1.2, 1.0, 1.4).seen(1.6);
        assertEquals(Math.sqrt(1.92), seen.median(), 1e-12);
        assertEquals(new Calibration.Slowdown(1.0, 1.0, 1.4), new Calibration.Slowdown(1.0, 1.0, 1.4).seen(1));
        assertEquals(2, new Calibration.Slowdown(1.0, 1.0, 1.4).seen(4).high());
    }

    @Test
    void aProbeThatTakesTwiceAsLongTellsOfAStepThatDoesNotQuite() {
        assertEquals(Math.pow(2, 0.75), NeighbourProbe.slowdown(2e-6, 1e-6), 1e-12);
        assertEquals(1, NeighbourProbe.slowdown(0.9e-6, 1e-6));
    }

    @Test
    void aCalibrationSurvivesItsFile() {
        String text = Json.write(CALIBRATION);
        HostForecast again = HostForecast.of(Json.read(text, "kept", Calibration.class));
        Net net = Net.dense(Activation.TANH, 784, 64, 10);
        assertEquals(HOST.step(net, 20, 1).seconds(), again.step(net, 20, 1).seconds());
    }

    @Test
    void aDriftPastThreePerCentIsTold() {
        List<Calibration.Sentinel> now = List.of(
                new Calibration.Sentinel("a", 1.02e-6),
                new Calibration.Sentinel("b", 1.1e-4),
                new Calibration.Sentinel("c", 3e-3));
        assertEquals(Optional.of("b +10%"), Sentinels.drift(CALIBRATION.sentinels(), now));
        assertEquals(Optional.empty(), Sentinels.drift(now, now));
    }

    /** Scores 1 to 9: the 90% factor of nine is the ninth, the 80% one the eighth. */
    @Test
    void conformalFactorsAreOrderStatistics() {
        List<Calibration.HeldOut> errors = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> new Calibration.HeldOut(1, i % 2 == 0 ? i : -i, 1))
                .toList();
        assertEquals(9, Conformal.factor(errors, 0.9));
        assertEquals(8, Conformal.factor(errors, 0.8));
    }

    @Test
    void netsAreDrawnInsideTheRegionAndAlikeForOneSeed() {
        List<SampledNet> nets = NetSampler.ofTests(new SplittableRandom(1)).draw(200);
        assertEquals(nets, NetSampler.ofTests(new SplittableRandom(1)).draw(200));
        for (SampledNet net : nets) {
            assertTrue(net.batch() >= 10 && net.batch() <= 512);
            List<LayerShape> layers = net.net().layers();
            assertTrue(layers.size() >= 2 && layers.size() <= 5);
            for (LayerShape layer : layers.subList(0, layers.size() - 1)) {
                int width = ((LayerShape.Dense) layer).outputs();
                assertTrue(width >= 30 && width <= 2048);
            }
            assertEquals(net, SampledNet.parse(net.text()));
        }
    }

    @Test
    void everyBaselineTellsASecond() {
        Baselines baselines = new Baselines(CALIBRATION);
        SampledNet net = SampledNet.of(64, Activation.RELU, 784, 100, 10);
        assertEquals(4, baselines.seconds(net, 1).size());
        double flops = baselines.seconds(net, 1).get("flops over peak");
        assertTrue(baselines.seconds(net, 1).get("roofline") >= flops);
        assertTrue(baselines.seconds(net, 1).get("Paleo: flops and bytes") > flops);
    }
}
