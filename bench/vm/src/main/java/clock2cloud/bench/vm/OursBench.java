package clock2cloud.bench.vm;

import clock2cloud.vm.host.Overcommit;
import clock2cloud.vm.pool.Bundle;
import clock2cloud.vm.pool.HostPool;
import clock2cloud.vm.pool.PlacementPolicy;
import clock2cloud.vm.pool.PoolResult;
import clock2cloud.vm.pool.PoolSimulation;
import clock2cloud.vm.pool.VmRequest;
import clock2cloud.vm.pool.WaitingRule;
import clock2cloud.vm.task.Discipline;
import clock2cloud.vm.task.Machine;
import clock2cloud.vm.task.SharedHost;
import clock2cloud.vm.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Our own figures: {@code java -cp … clock2cloud.bench.vm.OursBench [PART OF A NAME]}. Each: first run, then min,
 * median and max of five.
 */
public final class OursBench {
    private static String part = "";

    private OursBench() {}

    /** Prints all of them. */
    public static void main(String[] args) {
        part = args.length == 0 ? "" : args[0];
        for (int hosts : new int[] {100, 1000}) {
            for (Discipline discipline : Discipline.values()) {
                timed(hosts + " hosts, " + 10 * hosts + " VMs, " + 100 * hosts + " tasks, " + discipline, () -> tasks(hosts, discipline));
            }
        }
        for (String policy : PlacementPolicy.NAMES) {
            timed("20,000 hosts, 40,000 VMs, " + policy, () -> placed(policy));
            timed("20,000 hosts, 40,000 VMs of random sizes, " + policy, () -> placedAtRandom(policy));
        }
        for (String policy : List.of("first-fit", "best-fit", "dot-product")) {
            timed("1,000,000 arrivals and departures, 10,000 hosts, " + policy, () -> churn(policy));
        }
        memory();
    }

    /** The work gives its answer, which is worded when the time was taken. */
    private static void timed(String name, Supplier<Supplier<String>> work) {
        if (!name.contains(part)) {
            return;
        }
        double[] seconds = new double[6];
        String answer = "";
        for (int run = 0; run < seconds.length; run++) {
            long start = System.nanoTime();
            Supplier<String> done = work.get();
            seconds[run] = (System.nanoTime() - start) / 1e9;
            answer = done.get();
        }
        double first = seconds[0];
        double[] rest = Arrays.copyOfRange(seconds, 1, seconds.length);
        Arrays.sort(rest);
        System.out.printf(
                Locale.ROOT,
                "%-70s first %.3f s, then min %.3f median %.3f max %.3f s: %s%n",
                name,
                first,
                rest[0],
                rest[rest.length / 2],
                rest[rest.length - 1],
                answer);
    }

    private static Supplier<String> tasks(int hosts, Discipline discipline) {
        int machines = 10 * hosts;
        double sum = 0;
        double last = 0;
        for (int host = 0; host < hosts; host++) {
            List<Machine> here = new ArrayList<>();
            List<Task> tasks = new ArrayList<>();
            for (int m = 0; m < 10; m++) {
                here.add(Machine.of("", 1));
                for (int i = 10 * host + m; i < 10 * machines; i += machines) {
                    tasks.add(new Task(m, 1000 + 7919L * i % 10007, 0));
                }
            }
            SharedHost.Result result = new SharedHost(16, 1000, here, discipline).run(tasks);
            sum += result.finishSumSeconds();
            last = Math.max(last, result.makespanSeconds());
        }
        double ends = sum;
        double makespan = last;
        return () -> String.format(Locale.ROOT, "sum of ends %.3f s, makespan %.3f s", ends, makespan);
    }

    private static HostPool pool() {
        return new HostPool(Collections.nCopies(20_000, new Bundle(16, 64e9, 1e12)), Overcommit.NONE);
    }

    private static Supplier<String> placed(String policy) {
        HostPool pool = pool();
        PlacementPolicy placement = PlacementPolicy.of(policy);
        int[] cores = {1, 2, 4, 8};
        for (int i = 0; i < 40_000; i++) {
            int size = cores[(int) (i * 7919L % 4)];
            pool.place(new Bundle(size, size * 4e9, size * 1e10), placement);
        }
        return () -> pool.liveMachines() + " placed on " + pool.hostsInUse() + " hosts";
    }

    private static Supplier<String> placedAtRandom(String policy) {
        HostPool pool = pool();
        PlacementPolicy placement = PlacementPolicy.of(policy);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 40_000; i++) {
            pool.place(
                    new Bundle(random.nextDouble(0.5, 12), random.nextDouble(1e9, 48e9), random.nextDouble(1e9, 7e11)),
                    placement);
        }
        return () -> pool.liveMachines() + " placed on " + pool.hostsInUse() + " hosts";
    }

    private static Iterator<VmRequest> stream(int count) {
        SplittableRandom random = new SplittableRandom(1);
        Bundle[] sizes = {new Bundle(1, 4e9, 1e10), new Bundle(2, 8e9, 2e10), new Bundle(4, 16e9, 4e10), new Bundle(8, 8e9, 8e10)};
        return new Iterator<>() {
            private int made;
            private double time;

            @Override
            public boolean hasNext() {
                return made < count;
            }

            @Override
            public VmRequest next() {
                made++;
                time += random.nextExponential();
                return new VmRequest("", "", time, 30_000 * random.nextExponential(), sizes[random.nextInt(4)]);
            }
        };
    }

    private static Supplier<String> churn(String policy) {
        PoolResult result = PoolSimulation.of(
                        Collections.nCopies(10_000, new Bundle(16, 64e9, 1e12)), policy, WaitingRule.REFUSE)
                .run(stream(1_000_000), 1.2e6, 1e5, false);
        return () -> result.ended() + " ended, " + result.refusals().size() + " refused, peak " + result.peakHostsInUse() + " hosts";
    }

    /** Live bytes of a pool of 500,000 machines after a collection, and of a whole simulation at the last arrival. */
    private static void memory() {
        int live = 500_000;
        List<Bundle> hosts = Collections.nCopies(50_000, new Bundle(100, 1e13, 1e13));
        long before = used();
        HostPool pool = new HostPool(hosts, Overcommit.NONE);
        long hostBytes = (used() - before) / 50_000;
        PlacementPolicy placement = PlacementPolicy.of("first-fit");
        for (int i = 0; i < live; i++) {
            pool.place(new Bundle(1, 1e9, 1e9), placement);
        }
        long all = used() - before;
        System.out.println("bytes per host " + hostBytes + ", per live VM " + (all - hostBytes * 50_000) / live + " ("
                + pool.liveMachines() + " live)");
        pool = null;
        long empty = used();
        long[] full = new long[1];
        Iterator<VmRequest> arrivals = new Iterator<>() {
            private int made;

            @Override
            public boolean hasNext() {
                return made < live;
            }

            @Override
            public VmRequest next() {
                if (++made == live) {
                    full[0] = used();
                }
                return new VmRequest("", "", made, 1e9 + made, new Bundle(1, 1e9, 1e9));
            }
        };
        PoolSimulation.of(hosts, "first-fit", WaitingRule.REFUSE).run(arrivals, live, live, false);
        System.out.println("bytes per live VM in a running simulation, requests and departures with it: "
                + (full[0] - empty - hostBytes * 50_000) / live);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
