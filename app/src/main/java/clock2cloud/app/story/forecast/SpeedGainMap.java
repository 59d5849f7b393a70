package clock2cloud.app.story.forecast;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the K80 of July 2017 gains over 16 virtual processors, by batch and width, under the same Keras: about nothing for
 * small nets, several times for wide ones; and what 32 virtual processors gain over 16, which can be less than one.
 */
final class SpeedGainMap {
    private static final int[] BATCHES = {8, 16, 32, 64, 128, 256, 512};

    private static final int[] WIDTHS = {32, 64, 128, 256, 512, 1024, 2048, 4096};

    /** Each batch is twice the last: half a step on the logarithmic axis. */
    private static final double HALF_STEP = Math.sqrt(2);

    private SpeedGainMap() {}

    static double gain(String machine, String over, int width, int batch) {
        Net net = Net.dense(Activation.RELU, 784, width, width, 10);
        Workload work =
                new Workload(net, "784-" + width + "-" + width + "-10", batch, 1, 60_000, 0, UpdateRule.RMSPROP);
        return seconds(over, work) / seconds(machine, work);
    }

    private static double seconds(String name, Workload work) {
        Machine machine = Machines.named(name);
        return Forecaster.forecast(machine, work, Conditions.USUAL).secondsPerEpoch();
    }

    static Figure figure(long seed) {
        List<Mark.Block> cells = new ArrayList<>();
        double least = Double.MAX_VALUE;
        double most = 0;
        int slower = 0;
        double[] edge = new double[BATCHES.length];
        for (int b = 0; b < BATCHES.length; b++) {
            edge[b] = WIDTHS.length - 0.5;
            for (int w = WIDTHS.length - 1; w >= 0; w--) {
                double gain = gain("gce-k80", "gce-16vcpu", WIDTHS[w], BATCHES[b]);
                double more = gain("gce-32vcpu", "gce-16vcpu", WIDTHS[w], BATCHES[b]);
                least = Math.min(least, gain);
                most = Math.max(most, gain);
                slower += more < 1 ? 1 : 0;
                edge[b] = gain >= 1 ? w - 0.5 : edge[b];
                cells.add(new Mark.Block(
                        BATCHES[b] / HALF_STEP,
                        BATCHES[b] * HALF_STEP,
                        w - 0.5,
                        w + 0.5,
                        String.format(Locale.ROOT, "%.1f×%s", gain, more < 1 ? " *" : ""),
                        Math.min(1, Math.max(0.05, Math.log(gain + 1) / Math.log(11)))));
            }
        }
        double[] xs = new double[2 * BATCHES.length];
        double[] ys = new double[2 * BATCHES.length];
        for (int b = 0; b < BATCHES.length; b++) {
            xs[2 * b] = BATCHES[b] / HALF_STEP;
            xs[2 * b + 1] = BATCHES[b] * HALF_STEP;
            ys[2 * b] = edge[b];
            ys[2 * b + 1] = edge[b];
        }
        return Figure.of("speed-gain")
                .title(String.format(
                        Locale.ROOT, "A K80 is %.1f to %.1f times as fast as 16 vCPU: width decides", least, most))
                .subtitle("net 784-w-w-10, RMSprop, Keras of July 2017; line: break-even; * (" + slower + " of "
                        + cells.size() + "): 32 vCPU are slower than 16; layers of more than 64 rows are extrapolated")
                .alt("A map of batch by width; the gain grows with the width")
                .xLog("batch", "")
                .y("", "")
                .rows(Arrays.stream(WIDTHS).mapToObj(w -> w + " wide").toList())
                .blocks("", cells)
                .line("break-even", xs, ys)
                .source("minimaxir 2017 (hosts), Justus et al. 2018 (layers)")
                .command("./c2c figures --only speed-gain --out figures")
                .seed(seed)
                .xLimits(BATCHES[0] / HALF_STEP, BATCHES[BATCHES.length - 1] * HALF_STEP)
                .xTicks(Arrays.stream(BATCHES).asDoubleStream().toArray())
                .height(560);
    }
}
