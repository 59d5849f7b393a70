package clock2cloud.app.story.forecast;

import clock2cloud.app.story.Shipped;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.nn.KnownNets;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.List;

/**
 * The host's part of Keras on TensorFlow 1.2, July 2017: for each build the seconds that Python takes a step and, on
 * processors, what a core more costs in handing work out. Fitted to epochs of two nets on 8, 16 and 32 vCPU, or on one K80.
 *
 * @param secondsPerStep of Python, alone
 * @param secondsPerCore of a step, for a core to be told; 0 on a GPU
 */
record KerasHost(double secondsPerStep, double secondsPerCore) {
    private static final List<Measured> ROWS = read();

    private static final KerasHost GPU = new KerasHost(onGpu(), 0);

    private static final KerasHost COMPILED = onCores(Framework.KERAS_2017);

    private static final KerasHost FROM_PIP = onCores(Framework.KERAS_2017_PIP);

    /**
     * An epoch of minimaxir's, with its validation pass.
     *
     * @param fastestSeconds of the run's epochs, of which {@code seconds} is the median
     */
    record Measured(Framework build, String machine, Workload work, double seconds, double fastestSeconds) {
        boolean claimed() {
            return !machine.equals("gce-64vcpu");
        }
    }

    static KerasHost onGpus() {
        return GPU;
    }

    static KerasHost onProcessors(Framework build) {
        return build == Framework.KERAS_2017_PIP ? FROM_PIP : COMPILED;
    }

    static List<Measured> rows() {
        return ROWS;
    }

    private static List<Measured> read() {
        Net mlp = Net.dense(Activation.RELU, 784, 512, 512, 10);
        List<LayerShape> dropped = List.of(
                mlp.layers().get(0),
                new LayerShape.Dropout(0.2),
                mlp.layers().get(1),
                new LayerShape.Dropout(0.2),
                mlp.layers().get(2));
        Net withDropout = new Net(mlp.input(), dropped, mlp.cost());
        List<Measured> rows = new ArrayList<>();
        for (String line :
                Shipped.text("timing/minimaxir-2017-mnist.csv").lines().toList()) {
            if (line.startsWith("#") || line.startsWith("build")) {
                continue;
            }
            String[] cell = line.split(",", -1);
            boolean dense = cell[2].equals("mnist_mlp");
            Workload work = new Workload(
                    dense ? withDropout : KnownNets.mnistCnn(),
                    dense ? "mnist-mlp" : "mnist-cnn",
                    128,
                    Integer.parseInt(cell[4]),
                    60_000,
                    10_000,
                    UpdateRule.of(cell[3]));
            Framework build = cell[0].equals("pip") ? Framework.KERAS_2017_PIP : Framework.KERAS_2017;
            rows.add(new Measured(build, cell[1], work, Double.parseDouble(cell[5]), Double.parseDouble(cell[6])));
        }
        return List.copyOf(rows);
    }

    /** One constant for both nets on the K80: the least squares of the relative errors. */
    private static double onGpu() {
        double above = 0;
        double below = 0;
        for (Measured row : ROWS) {
            Machine machine = Machines.named(row.machine());
            if (machine.gpu().isPresent()) {
                double steps = row.work().steps() + row.work().validationSteps();
                double device = row.work().steps() * GpuSteps.deviceSeconds(machine, row.work(), row.build(), true)
                        + row.work().validationSteps()
                                * GpuSteps.deviceSeconds(machine, row.work(), row.build(), false);
                double ratio = steps / row.seconds();
                above += ratio * (1 - device / row.seconds());
                below += ratio * ratio;
            }
        }
        return above / below;
    }

    /** Two constants for a build: the normal equations of the relative errors. */
    private static KerasHost onCores(Framework build) {
        double[][] h = new double[2][2];
        double[] g = new double[2];
        for (Measured row : ROWS) {
            Machine machine = Machines.named(row.machine());
            if (row.build() == build && machine.gpu().isEmpty() && row.claimed()) {
                int cores = machine.cpu().cores();
                double train = row.work().steps();
                double check = row.work().validationSteps();
                double known = train * CpuSteps.computeSeconds(machine.cpu(), cores, row.work(), build, true)
                        + check * CpuSteps.computeSeconds(machine.cpu(), cores, row.work(), build, false);
                double[] a = {
                    (train + check) / row.seconds(),
                    (train * CpuSteps.handing(cores, row.work(), true)
                                    + check * CpuSteps.handing(cores, row.work(), false))
                            / row.seconds()
                };
                for (int i = 0; i < 2; i++) {
                    g[i] += a[i] * (1 - known / row.seconds());
                    for (int j = 0; j < 2; j++) {
                        h[i][j] += a[i] * a[j];
                    }
                }
            }
        }
        double determinant = h[0][0] * h[1][1] - h[0][1] * h[1][0];
        double perStep = (g[0] * h[1][1] - g[1] * h[0][1]) / determinant;
        double perCore = (g[1] * h[0][0] - g[0] * h[1][0]) / determinant;
        return perStep >= 0 ? new KerasHost(perStep, Math.max(0, perCore)) : new KerasHost(0, g[1] / h[1][1]);
    }
}
