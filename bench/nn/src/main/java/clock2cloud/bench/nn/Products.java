package clock2cloud.bench.nn;

import clock2cloud.nn.FmaPeak;
import clock2cloud.nn.Net;
import clock2cloud.nn.Operation;
import clock2cloud.nn.OperationTimer;
import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * Matrix products, program by program in turn: {@code Products THREADS ROUNDS PROGRAMS PASS:m,n,k ...}, programs of
 * {@code ours,openblas,ejml,peak}, passes {@code forward} (A B), {@code input} (A Bᵀ) and {@code weights} (Aᵀ B), the result always
 * m × n. Prints a line a round: what, threads, program, GFLOP/s.
 */
final class Products {
    private static final double SECONDS_OF_ROUND = 0.1;
    private static final int PEAK_READINGS = 9;
    private static final int WARM_UP_ROUNDS = 6;

    private final int threads;
    private final OperationTimer timer;

    private Products(int threads) {
        this.threads = threads;
        this.timer = new OperationTimer(FastKernels.here(), threads, System::nanoTime);
    }

    /** GFLOP/s of a product, the median of a round. */
    private interface Program {
        double round(double seconds);
    }

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[0]);
        openblas.blas_set_num_threads(threads);
        List<String> programs = List.of(args[2].split(",", -1));
        for (int i = 3; i < args.length; i++) {
            String pass = args[i].substring(0, args[i].indexOf(':'));
            int[] mnk = Arrays.stream(args[i].substring(pass.length() + 1).split(",", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            new Products(threads).compare(pass, mnk[0], mnk[1], mnk[2], programs, Integer.parseInt(args[1]));
        }
    }

    private void compare(String pass, int m, int n, int k, List<String> names, int rounds) {
        Map<String, Program> programs = new LinkedHashMap<>();
        for (String name : names) {
            switch (name) {
                case "ours" -> programs.put("clock2cloud", ours(pass, m, n, k));
                case "openblas" -> programs.put("OpenBLAS 0.3.31", openBlas(pass, m, n, k));
                case "ejml" -> programs.put("EJML 0.44", ejml(pass, m, n, k));
                default -> programs.put("peak", peak());
            }
        }
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (Map.Entry<String, Program> program : programs.entrySet()) {
                double speed = program.getValue().round(SECONDS_OF_ROUND);
                if (round >= 0) {
                    System.out.printf(
                            Locale.ROOT,
                            "%s %d x %d x %d,%d,%s,%.1f%n",
                            pass,
                            m,
                            n,
                            k,
                            threads,
                            program.getKey(),
                            speed);
                }
            }
        }
    }

    private Program peak() {
        FmaPeak peak = new FmaPeak(FastKernels.here(), threads, System::nanoTime);
        return seconds -> peak.flopsPerSecond(PEAK_READINGS).median() / 1e9;
    }

    private Program ours(String pass, int m, int n, int k) {
        Operation product = operation(pass, m, n, k);
        return seconds -> {
            double one = median(timer.seconds(product, 1, 3));
            return 2.0 * m * n * k / median(timer.seconds(product, 1, repeats(seconds, one))) / 1e9;
        };
    }

    private static Operation operation(String pass, int m, int n, int k) {
        Operation.Kind kind =
                switch (pass) {
                    case "forward" -> Operation.Kind.PRODUCT;
                    case "input" -> Operation.Kind.INPUT_GRADIENT;
                    default -> Operation.Kind.WEIGHT_UPDATE;
                };
        Work work =
                switch (kind) {
                    case PRODUCT -> Work.of(Net.dense(Activation.IDENTITY, k, n), m);
                    case INPUT_GRADIENT -> Work.of(Net.dense(Activation.IDENTITY, 1, n, k), m);
                    default -> Work.of(Net.dense(Activation.IDENTITY, m, n), k);
                };
        List<Operation> all = work.operations().stream()
                .filter(operation -> operation.kind() == kind)
                .toList();
        return all.get(all.size() - 1);
    }

    private static Program openBlas(String pass, int m, int n, int k) {
        FloatPointer a = filled(m * k);
        FloatPointer b = filled(k * n);
        FloatPointer c = filled(m * n);
        int turnA = pass.equals("weights") ? openblas.CblasTrans : openblas.CblasNoTrans;
        int turnB = pass.equals("input") ? openblas.CblasTrans : openblas.CblasNoTrans;
        int rowA = pass.equals("weights") ? m : k;
        int rowB = pass.equals("input") ? k : n;
        float keep = pass.equals("input") ? 0f : 1f;
        float scale = pass.equals("weights") ? 1e-9f : 1f;
        return timed(
                m,
                n,
                k,
                () -> openblas.cblas_sgemm(
                        openblas.CblasRowMajor, turnA, turnB, m, n, k, scale, a, rowA, b, rowB, keep, c, n));
    }

    private static FloatPointer filled(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i % 13 / 13f - 0.5f;
        }
        return new FloatPointer(values);
    }

    private static Program ejml(String pass, int m, int n, int k) {
        FMatrixRMaj a = pass.equals("weights") ? new FMatrixRMaj(k, m) : new FMatrixRMaj(m, k);
        FMatrixRMaj b = pass.equals("input") ? new FMatrixRMaj(n, k) : new FMatrixRMaj(k, n);
        FMatrixRMaj c = new FMatrixRMaj(m, n);
        Arrays.fill(a.data, 0.5f);
        Arrays.fill(b.data, 0.25f);
        return timed(
                m,
                n,
                k,
                switch (pass) {
                    case "forward" -> () -> CommonOps_FDRM.mult(a, b, c);
                    case "input" -> () -> CommonOps_FDRM.multTransB(a, b, c);
                    default -> () -> CommonOps_FDRM.multTransA(a, b, c);
                });
    }

    private static Program timed(int m, int n, int k, Runnable product) {
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
            return 2.0 * m * n * k / median(times) / 1e9;
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
