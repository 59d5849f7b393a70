package clock2cloud.app.story.host;

import clock2cloud.app.story.host.Calibration.Sentinel;
import clock2cloud.nn.Net;
import clock2cloud.nn.Operation;
import clock2cloud.nn.OperationTimer;
import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Three kernels that tell whether the machine still runs as it did: a product inside the first cache, one inside the second, and
 * a sum over more memory than the caches hold. Each is the fastest tenth of many: neighbours on the same core come and go.
 */
final class Sentinels {
    /** A drift past this is told. */
    static final double DRIFT = 0.03;

    private static final int FLOATS = 16 << 20;

    private final Kernels kernels;
    private final LongSupplier nanoClock;

    Sentinels(Kernels kernels, LongSupplier nanoClock) {
        this.kernels = kernels;
        this.nanoClock = nanoClock;
    }

    List<Sentinel> time() {
        return List.of(
                new Sentinel("product in the first cache", product(32, 64, 64)),
                new Sentinel("product in the second cache", product(128, 256, 256)),
                new Sentinel("sum over memory", memory()));
    }

    private double product(int batch, int inputs, int outputs) {
        Operation product = Work.of(Net.dense(Activation.RELU, inputs, outputs, 10), batch).operations().stream()
                .filter(operation -> operation.kind() == Operation.Kind.PRODUCT)
                .findFirst()
                .orElseThrow();
        OperationTimer timer = new OperationTimer(kernels, 1, nanoClock);
        double once = fastest(timer.seconds(product, 20_000, 100));
        return fastest(timer.seconds(product, 100, (int) Math.max(50, Math.min(20_000, 0.1 / once))));
    }

    private double memory() {
        float[] a = new float[FLOATS];
        Arrays.fill(a, 1f);
        double[] seconds = new double[9];
        double sum = 0;
        for (int i = 0; i < seconds.length; i++) {
            long start = nanoClock.getAsLong();
            sum += sum(a);
            seconds[i] = (nanoClock.getAsLong() - start) / 1e9;
        }
        return sum > 0 ? fastest(seconds) : 0;
    }

    private static double sum(float[] a) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int i = 0; i < a.length; i += 16) { // one of each cache line
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
        }
        return s0 + s1 + s2 + s3;
    }

    private static double fastest(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 10];
    }

    /** What became slower or faster by more than {@link #DRIFT}, in words; empty when all is as it was. */
    static Optional<String> drift(List<Sentinel> then, List<Sentinel> now) {
        List<String> drifted = new ArrayList<>();
        for (int i = 0; i < Math.min(then.size(), now.size()); i++) {
            double ratio = now.get(i).seconds() / then.get(i).seconds();
            if (Math.abs(ratio - 1) > DRIFT) {
                drifted.add(String.format("%s %+.0f%%", now.get(i).name(), 100 * (ratio - 1)));
            }
        }
        return drifted.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", drifted));
    }
}
