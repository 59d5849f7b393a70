package clock2cloud.bench.nn;

import clock2cloud.nn.Net;
import clock2cloud.nn.Operation;
import clock2cloud.nn.OperationTimer;
import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * Matrix products, program by program in turn, several rounds: {@code Products THREADS ROUNDS m,n,k ...}. Prints CSV: m, n,
 * k, threads, program, median, least and most GFLOP/s over the rounds.
 */
final class Products {
    private static final double SECONDS_OF_ROUND = 0.12;

    private Products() {}

    /** Seconds of one product, the median of a round. */
    private interface Program {
        double round(double seconds);
    }

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        openblas.blas_set_num_threads(threads);
        System.out.println("m,n,k,threads,program,gflopsMedian,gflopsMinimum,gflopsMaximum");
        for (int i = 2; i < args.length; i++) {
            int[] mnk = Arrays.stream(args[i].split(",", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            compare(mnk[0], mnk[1], mnk[2], threads, rounds);
        }
    }

    private static void compare(int m, int n, int k, int threads, int rounds) {
        List<String> names = new ArrayList<>(List.of("clock2cloud", "OpenBLAS 0.3.31"));
        List<Program> programs = new ArrayList<>(List.of(ours(m, n, k, threads), openBlas(m, n, k)));
        if (threads == 1) {
            names.add("EJML 0.44");
            programs.add(ejml(m, n, k));
        }
        double[][] gflops = new double[programs.size()][rounds];
        for (int round = -2; round < rounds; round++) {
            for (int p = 0; p < programs.size(); p++) {
                double speed = 2.0 * m * n * k / programs.get(p).round(SECONDS_OF_ROUND) / 1e9;
                if (round >= 0) {
                    gflops[p][round] = speed;
                }
            }
        }
        for (int p = 0; p < programs.size(); p++) {
            Arrays.sort(gflops[p]);
            System.out.printf(
                    Locale.ROOT,
                    "%d,%d,%d,%d,%s,%.1f,%.1f,%.1f%n",
                    m,
                    n,
                    k,
                    threads,
                    names.get(p),
                    gflops[p][rounds / 2],
                    gflops[p][0],
                    gflops[p][rounds - 1]);
        }
    }

    private static Program ours(int m, int n, int k, int threads) {
        Operation product =
                Work.of(Net.dense(Activation.IDENTITY, k, n), m).operations().get(1);
        OperationTimer timer = new OperationTimer(FastKernels.here(), threads, System::nanoTime);
        return seconds -> {
            double one = median(timer.seconds(product, 1, 3));
            return median(timer.seconds(product, 1, repeats(seconds, one)));
        };
    }

    private static Program openBlas(int m, int n, int k) {
        FloatPointer a = filled(m * k);
        FloatPointer b = filled(k * n);
        FloatPointer c = filled(m * n);
        return timed(() -> openblas.cblas_sgemm(101, 111, 111, m, n, k, 1f, a, k, b, n, 0f, c, n));
    }

    private static FloatPointer filled(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i % 13 / 13f - 0.5f;
        }
        return new FloatPointer(values);
    }

    private static Program ejml(int m, int n, int k) {
        FMatrixRMaj a = new FMatrixRMaj(m, k);
        FMatrixRMaj b = new FMatrixRMaj(k, n);
        FMatrixRMaj c = new FMatrixRMaj(m, n);
        Arrays.fill(a.data, 0.5f);
        Arrays.fill(b.data, 0.25f);
        return timed(() -> CommonOps_FDRM.mult(a, b, c));
    }

    private static Program timed(Runnable product) {
        return seconds -> {
            long start = System.nanoTime();
            product.run();
            int repeats = repeats(seconds, (System.nanoTime() - start) / 1e9);
            double[] times = new double[repeats];
            for (int i = 0; i < repeats; i++) {
                long before = System.nanoTime();
                product.run();
                times[i] = (System.nanoTime() - before) / 1e9;
            }
            return median(times);
        };
    }

    private static int repeats(double seconds, double one) {
        return (int) Math.max(2, Math.min(100_000, seconds / one));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
