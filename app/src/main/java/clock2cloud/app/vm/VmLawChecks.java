package clock2cloud.app.vm;

import clock2cloud.app.TrustLine;
import clock2cloud.vm.capacity.DominantResourceFairness;
import clock2cloud.vm.capacity.OvercommitRisk;
import clock2cloud.vm.capacity.UsageTrace;
import clock2cloud.vm.host.CreditBank;
import clock2cloud.vm.host.CreditBank.Phase;
import clock2cloud.vm.host.Overcommit;
import clock2cloud.vm.migration.PreCopy;
import clock2cloud.vm.migration.SharedMigrations;
import clock2cloud.vm.network.Transport;
import clock2cloud.vm.network.Wire;
import clock2cloud.vm.pool.Bundle;
import clock2cloud.vm.pool.HostPool;
import clock2cloud.vm.pool.PlacementPolicy;
import clock2cloud.vm.power.EnergyMeter;
import clock2cloud.vm.power.LinearPower;
import clock2cloud.vm.task.Discipline;
import clock2cloud.vm.task.Machine;
import clock2cloud.vm.task.SharedHost;
import clock2cloud.vm.task.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The laws of the floor beside other people's figures. */
final class VmLawChecks {
    private static final double HOUR = 3600;

    private VmLawChecks() {}

    static List<TrustLine> lines() {
        UsageTrace trace = BitbrainsTrace.load();
        return List.of(
                sharedMigrations(),
                energy(),
                credits(),
                fairness(),
                placement(),
                used(trace),
                risk(trace),
                kernel("shares, quotas, sets and memory of the kernel", 0.02, "(share|CPU|peak memory) .*"),
                kernel("epochs of the trainer under a quota", 0.05, "training epoch under .*"),
                kernel("slowest hundredth of its steps", 0.15, "p99 .*"),
                kernel("its epoch beside a busy process", 0.1, "training epoch beside .*"));
    }

    private static Move move(List<Wire> way) {
        return new Move(way);
    }

    /** A migration of 1 GB, asked, sent and answered. */
    private record Move(List<Wire> way) {
        SharedMigrations.Move migration() {
            double answer = Transport.TCP.latencySeconds(way);
            return new SharedMigrations.Move(new PreCopy(1e9, 1, 0, 1e9, 0, 30, answer), way, 0);
        }
    }

    private static TrustLine sharedMigrations() {
        Wire common = Wire.of("8", 8.158e6, 270.544e-6);
        Wire one = Wire.of("1", 34.285625e6, 514.433e-6);
        List<Wire> far = List.of(
                Wire.of("4", 10.099625e6, 479.78e-6),
                Wire.of("3", 34.285625e6, 514.433e-6),
                Wire.of("2", 118.6825e6, 136.931e-6),
                Wire.of("0", 41.279125e6, 59.904e-6),
                one,
                common);
        List<Wire> near = List.of(common, Wire.of("6", 41.279125e6, 59.904e-6), Wire.of("7", 11.618875e6, 189.98e-6));
        SharedMigrations migrations = new SharedMigrations(Transport.TCP);
        double[] modelled = DoubleStream.concat(
                        totals(migrations, move(far)),
                        DoubleStream.concat(
                                totals(migrations, move(far), move(far)), totals(migrations, move(far), move(near))))
                .toArray();
        return TrustLine.of(
                "vm",
                "migrations over common wires",
                "SimGrid 3.32, s4u-cloud-migration (LV08)",
                "one and two machines of 1 GB, one common wire",
                modelled,
                new double[] {132.765801, 265.454478, 265.454478, 265.435551, 216.508796},
                1e-6);
    }

    private static DoubleStream totals(SharedMigrations migrations, Move... moves) {
        return migrations.run(Arrays.stream(moves).map(Move::migration).toList()).stream()
                .mapToDouble(PreCopy.Result::totalSeconds);
    }

    private static TrustLine energy() {
        LinearPower quad = new LinearPower(100, 280.0 / 3, 200);
        LinearPower single = new LinearPower(100, 120, 200);
        return TrustLine.of(
                "vm",
                "energy of a shared host",
                "SimGrid 3.32, s4u-energy-vm",
                "two tasks in one machine and in two, one and four cores",
                new double[] {joules(quad, 4, 1), joules(single, 1, 2), joules(single, 1, 1)},
                new double[] {1120, 1600, 1600},
                1e-9);
    }

    private static double joules(LinearPower power, int cores, int machines) {
        List<Machine> here = List.of(Machine.of("a", 1), Machine.of("b", 1)).subList(0, machines);
        EnergyMeter meter = new EnergyMeter(power);
        new SharedHost(cores, 100e6, here, Discipline.TIME_SHARED)
                .run(List.of(new Task(0, 300e6, 0), new Task(machines - 1, 300e6, 0)), 10, meter);
        return meter.joules();
    }

    private static TrustLine credits() {
        List<CreditBank.Outcome> t3 = CreditBank.of("t3.nano")
                .run(List.of(
                        new Phase(24 * HOUR, 0),
                        new Phase(12 * HOUR, 0.025),
                        new Phase(24 * HOUR, 0.07),
                        new Phase(12 * HOUR, 0.025),
                        new Phase(5 * HOUR, 1)));
        List<CreditBank.Outcome> t2 =
                CreditBank.of("t2.nano").run(List.of(new Phase(36 * HOUR, 0), new Phase(25 * HOUR, 0.02)));
        return TrustLine.of(
                "vm",
                "burst credits",
                "worked examples of the EC2 User Guide, unlimited and standard mode",
                "t3.nano over 77 h, t2.nano over 61 h; whole credits are printed",
                new double[] {
                    t3.get(0).balanceCredits(),
                    t3.get(2).balanceCredits(),
                    t3.get(3).balanceCredits(),
                    t3.get(4).surplusCredits(),
                    t3.get(4).chargedCredits(),
                    t2.get(0).balanceCredits(),
                    t2.get(1).balanceCredits()
                },
                new double[] {144, 86.4, 122, 144, 304, 102, 72},
                0.005);
    }

    private static TrustLine fairness() {
        DominantResourceFairness pool =
                new DominantResourceFairness(List.of(9.0, 18.0), List.of(List.of(1.0, 4.0), List.of(3.0, 1.0)));
        DominantResourceFairness.Result whole = pool.wholeTasks();
        return TrustLine.of(
                "vm",
                "dominant shares, asset fairness, equal incomes",
                "Ghodsi et al., NSDI 2011, sections 4.1 and 5",
                "9 CPUs, 18 GB, two tenants",
                new double[] {
                    whole.tasks().get(0),
                    whole.tasks().get(1),
                    pool.assetFairTasks().get(0),
                    pool.assetFairTasks().get(1),
                    pool.equalIncomeTasks().get(0),
                    pool.equalIncomeTasks().get(1)
                },
                new double[] {3, 2, 2.52, 2.16, 45.0 / 11, 18.0 / 11},
                1e-9);
    }

    private static TrustLine placement() {
        return TrustLine.of(
                "vm",
                "placement",
                "packings known from Johnson 1974 and Garey and Graham; hosts of 16 by arithmetic",
                "first fit, first fit of the largest first, next fit; 18 to 2,000 machines",
                new double[] {
                    hostsUsed("first-fit", 100, repeated(6, 15, 34, 51)),
                    hostsUsed("first-fit", 100, IntStream.concat(repeated(6, 51, 27, 26), repeated(12, 23))),
                    hostsUsed("first-fit", 16, sixteens()),
                    hostsUsed("next-fit", 16, sixteens())
                },
                new double[] {10, 11, 469, 500},
                0);
    }

    /** Of each size so many, one size after the other. */
    private static IntStream repeated(int times, int... sizes) {
        return Arrays.stream(sizes)
                .flatMap(size -> IntStream.generate(() -> size).limit(times));
    }

    private static IntStream sixteens() {
        return IntStream.range(0, 2000).map(i -> new int[] {1, 2, 4, 8}[i * 7919 % 4]);
    }

    private static int hostsUsed(String policy, int cores, IntStream machines) {
        HostPool pool = new HostPool(Collections.nCopies(600, new Bundle(cores, 1, 1)), Overcommit.NONE);
        PlacementPolicy placement = PlacementPolicy.of(policy);
        machines.forEach(size -> pool.place(new Bundle(size, 0, 0), placement));
        return pool.hostsInUse();
    }

    private static TrustLine used(UsageTrace trace) {
        return TrustLine.of(
                "vm",
                "use of what was promised",
                "Bitbrains as OpenDC ships it (MIT), read by another program",
                "50 machines, 276,979 stretches of a month in 2013",
                new double[] {trace.usedSeconds(), trace.allocatedSeconds(), trace.usedFraction()},
                new double[] {2.073802e11, 1.305350e12, 0.1589},
                3e-4);
    }

    /** Real machines are busy by day together, so independent ones are no bound; it is shown for that. */
    private static TrustLine risk(UsageTrace trace) {
        double[] ratios = {4, 5, 6, 8};
        double[] modelled = new double[ratios.length];
        double[] met = new double[ratios.length];
        for (int i = 0; i < ratios.length; i++) {
            modelled[i] = new OvercommitRisk(trace.machines(), 1, trace.usedFraction(), trace.machines() / ratios[i])
                    .contentionProbability();
            met[i] = trace.soldOver(ratios[i]).shortFraction();
        }
        return TrustLine.of(
                        "vm",
                        "overcommit risk, independent guests",
                        "time that the Bitbrains machines would have been short",
                        "sold 4 to 8 times over",
                        modelled,
                        met,
                        1)
                .bounded(TrustLine.Bound.NONE, 0);
    }

    /** A stored run of {@code c2c vm check}: the lines whose names are like this. */
    private static TrustLine kernel(String model, double bound, String names) {
        List<String[]> rows =
                kernelRows().stream().filter(row -> row[0].matches(names)).toList();
        return TrustLine.of(
                        "vm",
                        model,
                        "Linux 6.18, control groups version 1, a stored run of c2c vm check --seconds 2",
                        "two rented Zen 5 cores, weights 1:1 to 1:9, quotas of 25% to 150%",
                        rows.stream()
                                .mapToDouble(row -> Double.parseDouble(row[1]))
                                .toArray(),
                        rows.stream()
                                .mapToDouble(row -> Double.parseDouble(row[2]))
                                .toArray(),
                        bound)
                .timedOnce();
    }

    private static List<String[]> kernelRows() {
        try (InputStream in = Objects.requireNonNull(
                        VmLawChecks.class.getResourceAsStream("kernel-check.csv"), "kernel-check.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(l -> !l.startsWith("#"))
                    .skip(1)
                    .map(l -> l.split(";", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
