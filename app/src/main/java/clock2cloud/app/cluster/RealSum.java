package clock2cloud.app.cluster;

import clock2cloud.cluster.DividedSum;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/** 1 + 2 + ... + n, really added, number by number, by threads; and what a thread costs to set going and to take in. */
final class RealSum {
    private static final int CHUNK = 1 << 15;
    private static final double SHORTEST_SECONDS = 0.05;
    private static final long FLUSH = 1L << 62;

    private final LongSupplier nanoClock;

    RealSum(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** A sum and how long it took. */
    record Run(BigInteger sum, double seconds) {}

    /** The numbers 1 to n in equal runs on so many threads, this one among them. */
    Run run(long n, int workers) {
        long start = nanoClock.getAsLong();
        List<Part> parts = new ArrayList<>();
        for (int worker = 1; worker < workers; worker++) {
            Part part = new Part(bound(n, worker, workers), bound(n, worker + 1, workers));
            parts.add(part);
            part.start();
        }
        BigInteger sum = add(1, bound(n, 1, workers));
        for (Part part : parts) {
            sum = sum.add(part.result());
        }
        return new Run(sum, (nanoClock.getAsLong() - start) / 1e9);
    }

    /** The median of a few runs; all of them must have the same sum. */
    Run median(long n, int workers, int runs) {
        List<Run> all = repeat(runs, () -> run(n, workers));
        double[] seconds = all.stream().mapToDouble(Run::seconds).sorted().toArray();
        return new Run(all.get(0).sum(), seconds[runs / 2]);
    }

    /** Numbers per second of each worker while so many work: the median of stretches that are long enough to time. */
    double numbersPerSecond(int workers) {
        long n = 64L * CHUNK * workers;
        while (run(n, workers).seconds() < SHORTEST_SECONDS) {
            n *= 2;
        }
        long stretch = n;
        double[] rates = repeat(5, () -> stretch / (run(stretch, workers).seconds() * workers)).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return rates[rates.length / 2];
    }

    /** To set one more thread going and take its result in: the median over threads that have nothing to add. */
    double overheadSeconds() {
        double[] seconds = repeat(301, () -> run(2, 2).seconds()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return seconds[seconds.length / 2];
    }

    /** Whether a sum is right. */
    static boolean right(BigInteger sum, long n) {
        return sum.equals(DividedSum.exactSum(n));
    }

    private static long bound(long n, int worker, int workers) {
        return 1 + n / workers * worker + Math.min(worker, n % workers);
    }

    /** from + ... + (to - 1), without overflow. */
    private static BigInteger add(long from, long to) {
        BigInteger total = BigInteger.ZERO;
        long open = 0;
        for (long at = from; at < to; at += CHUNK) {
            open += chunk(at, (int) Math.min(CHUNK, to - at));
            if (open >= FLUSH) {
                total = total.add(BigInteger.valueOf(open));
                open = 0;
            }
        }
        return total.add(BigInteger.valueOf(open));
    }

    private static long chunk(long first, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += first + i;
        }
        return sum;
    }

    private static <T> List<T> repeat(int times, Callable<T> work) {
        List<T> results = new ArrayList<>();
        try {
            for (int i = 0; i < times; i++) {
                results.add(work.call());
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return results;
    }

    private static final class Part extends Thread {
        private final long from;
        private final long to;
        private BigInteger sum = BigInteger.ZERO;

        Part(long from, long to) {
            this.from = from;
            this.to = to;
            setDaemon(true);
        }

        @Override
        public void run() {
            sum = add(from, to);
        }

        BigInteger result() {
            try {
                join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while adding", e);
            }
            return sum;
        }
    }
}
