package clock2cloud.bench.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Prints seconds of the simulation alone (smallest, median, largest) and the simulated time, for a scenario or all; {@code once CASE}: cold. */
public final class NetworkBench {
    private record Case(String name, int repeats, DoubleSupplier run) {}

    private static final Case[] CASES = {
        new Case("events-1-waiting-10M", 5, () -> Scenarios.events(1, 10_000_000)),
        new Case("events-1000-waiting-10M", 5, () -> Scenarios.events(1000, 10_000_000)),
        new Case("master-worker-1000-1000", 9, () -> Scenarios.masterWorker(1000, 1000)),
        new Case("master-worker-1000-10000", 7, () -> Scenarios.masterWorker(1000, 10_000)),
        new Case("master-worker-1000-100000", 7, () -> Scenarios.masterWorker(1000, 100_000)),
        new Case("master-worker-1000-1000000", 5, () -> Scenarios.masterWorker(1000, 1_000_000)),
        new Case("master-worker-100000-200000", 5, () -> Scenarios.masterWorker(100_000, 200_000)),
        new Case("queues-1000-10000", 7, () -> Scenarios.queues(1000, 10_000)),
        new Case("flows-1000-hosts-10", 9, () -> Scenarios.flows(1000, 10, 0, 1e8)),
        new Case("flows-1000-hosts-100", 9, () -> Scenarios.flows(1000, 100, 0, 1e8)),
        new Case("flows-1000-hosts-1000", 9, () -> Scenarios.flows(1000, 1000, 0, 1e8)),
        new Case("flows-1000-hosts-10000", 5, () -> Scenarios.flows(1000, 10_000, 0, 1e8)),
        new Case("flows-1000-hosts-100k-over-600s", 7, () -> Scenarios.flows(1000, 100_000, 600, 1e8)),
    };

    private NetworkBench() {}

    public static void main(String[] args) {
        if (args.length == 2) {
            once(args[1]);
            return;
        }
        for (Case one : CASES) {
            if (args.length == 0 || one.name.matches(args[0])) {
                measure(one);
            }
        }
    }

    /** The first run in a fresh JVM. */
    private static void once(String name) {
        for (Case one : CASES) {
            if (one.name.equals(name)) {
                long start = System.nanoTime();
                double end = one.run.getAsDouble();
                System.out.printf(
                        Locale.ROOT,
                        "  ours, simulation, cold   %.4f s   ends at %.9f s%n",
                        (System.nanoTime() - start) / 1e9,
                        end);
            }
        }
    }

    private static void measure(Case one) {
        double[] seconds = new double[one.repeats];
        double end = one.run.getAsDouble();
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            end = one.run.getAsDouble();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%-34s min %.4f median %.4f max %.4f s   ends at %.9f s%n",
                one.name,
                seconds[0],
                seconds[seconds.length / 2],
                seconds[seconds.length - 1],
                end);
    }
}
