package clock2cloud.app.vm;

import clock2cloud.app.TrustLine;
import clock2cloud.vm.capacity.Erlang;
import clock2cloud.vm.capacity.HighAvailability;
import clock2cloud.vm.entitlement.Claim;
import clock2cloud.vm.entitlement.Entitlement;
import clock2cloud.vm.migration.PreCopy;
import clock2cloud.vm.pool.Bundle;
import clock2cloud.vm.scheduler.BandwidthLimit;
import clock2cloud.vm.scheduler.CpuScheduler;
import clock2cloud.vm.scheduler.Guest;
import clock2cloud.vm.scheduler.Load;
import clock2cloud.vm.scheduler.RunQueue;
import clock2cloud.vm.task.Discipline;
import clock2cloud.vm.task.Machine;
import clock2cloud.vm.task.SharedHost;
import clock2cloud.vm.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What the models of this floor were compared with, and how far off they were. */
public final class VmChecks {
    private VmChecks() {}

    public static List<TrustLine> lines() {
        return Stream.concat(
                        Stream.of(entitlement(), tasks(), schedulers(), migration(), erlang(), failover()),
                        VmLawChecks.lines().stream())
                .map(line -> line.noise().isPresent() ? line : line.computed())
                .toList();
    }

    private static TrustLine entitlement() {
        double[] modelled = Entitlement.divide(
                3500,
                List.of(Claim.of("a", 170, 1), Claim.of("b", 2000, 1), Claim.of("c", 10, 1), Claim.of("d", 2000, 1)));
        return TrustLine.of(
                "vm",
                "entitlement",
                "max-min answer to CloudSim's oversubscription test, vSphere semantics",
                "4 VMs, 1.2 times sold",
                modelled,
                new double[] {170, 1660, 10, 1660},
                1e-12);
    }

    private static TrustLine tasks() {
        List<Double> modelled = new ArrayList<>();
        for (Discipline discipline : List.of(Discipline.SPACE_SHARED, Discipline.TIME_SHARED)) {
            double sum = 0;
            for (int host = 0; host < 100; host++) {
                List<Machine> machines = new ArrayList<>();
                List<Task> tasks = new ArrayList<>();
                for (int m = 0; m < 10; m++) {
                    machines.add(Machine.of("vm", 1));
                    for (int i = 10 * host + m; i < 10_000; i += 1000) {
                        tasks.add(new Task(m, 1000 + 7919L * i % 10007, 0));
                    }
                }
                sum += new SharedHost(16, 1000, machines, discipline).run(tasks).finishSumSeconds();
            }
            modelled.add(sum);
        }
        return TrustLine.of(
                "vm",
                "tasks on shared cores",
                "exact closed form; SimGrid 3.32 agrees, CloudSim Plus 8.5.7 is 3.5% and 5.6% off",
                "100 hosts, 1,000 VMs, 10,000 tasks, space- and time-shared",
                modelled.stream().mapToDouble(d -> d).toArray(),
                new double[] {330253.564, 442763.110},
                1e-9);
    }

    private static TrustLine schedulers() {
        List<Double> modelled = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (RunQueue.Kind kind : RunQueue.Kind.values()) {
            for (double weight : new double[] {1, 3, 9}) {
                List<Guest> guests = List.of(
                        Guest.of("a", 1, 1, Load.cpuBound(0.007)), Guest.of("b", weight, 1, Load.cpuBound(0.007)));
                modelled.add(new CpuScheduler(1, kind, guests, 0, new SplittableRandom(1))
                        .run(30, 0)
                        .guest("b")
                        .coreFraction());
                expected.add(weight / (1 + weight));
            }
            Guest limited = Guest.of("a", 1, 1, Load.cpuBound(0.007)).withQuota(0.5);
            modelled.add(new CpuScheduler(1, kind, List.of(limited), 0, new SplittableRandom(1))
                    .run(100, 0)
                    .guest("a")
                    .p99LatencySeconds());
            expected.add(BandwidthLimit.ofCores(0.5).steps(0.007, 1, 7142).p99Seconds());
        }
        return TrustLine.of(
                "vm",
                "schedulers at their quantum",
                "shares by weight and the closed form of bandwidth control",
                "stride, fair, credit; weights 1:1 to 1:9; quota 50%",
                modelled.stream().mapToDouble(d -> d).toArray(),
                expected.stream().mapToDouble(d -> d).toArray(),
                0.005);
    }

    private static TrustLine migration() {
        PreCopy.Result converges = PreCopy.of(4096e6, 100e6, 20e6, 1e6).run();
        PreCopy.Result diverges = PreCopy.of(4096e6, 100e6, 120e6, 1e6).run();
        return TrustLine.of(
                "vm",
                "pre-copy migration",
                "geometric model of Clark et al., NSDI 2005",
                "4,096 MB at 100 MB/s, dirtied at 20 and 120 MB/s",
                new double[] {
                    converges.totalSeconds(),
                    converges.downtimeSeconds(),
                    diverges.totalSeconds(),
                    diverges.downtimeSeconds()
                },
                new double[] {51.19934464, 0.00262144, 1269.76, 40.96},
                1e-9);
    }

    private static TrustLine erlang() {
        return TrustLine.of(
                "vm",
                "Erlang B and C",
                "published tables (Siemens 1970), Gross and Harris 1998",
                "2 to 100 places",
                new double[] {
                    new Erlang(10, 4.4612).blockingProbability(),
                    new Erlang(100, 84.064).blockingProbability(),
                    new Erlang(10, 9).waitingProbability(),
                    new Erlang(2, 1.5).meanQueue()
                },
                new double[] {0.01, 0.01, 0.668731524107697, 1.9285714285714288},
                1e-3);
    }

    private static TrustLine failover() {
        Bundle big = new Bundle(2, 1, 0);
        Bundle small = new Bundle(1, 1, 0);
        HighAvailability cluster = new HighAvailability(
                List.of(new Bundle(9, 9, 0), new Bundle(9, 6, 0), new Bundle(6, 6, 0)),
                List.of(big, big, new Bundle(1, 2, 0), small, small));
        return TrustLine.of(
                "vm",
                "failover capacity",
                "vSphere Availability guide 6.7, slot and percentage examples",
                "3 hosts, 5 VMs",
                new double[] {
                    cluster.failoverCapacity(),
                    cluster.spareSlots(1),
                    cluster.freeCpuFraction(),
                    cluster.freeRamFraction()
                },
                new double[] {1, 1, 0.70, 0.71},
                0.02);
    }
}
