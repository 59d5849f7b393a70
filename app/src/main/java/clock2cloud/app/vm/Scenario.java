package clock2cloud.app.vm;

import clock2cloud.app.table.Unit;
import clock2cloud.vm.capacity.UsageTrace;
import clock2cloud.vm.host.CreditBank;
import clock2cloud.vm.memory.MemoryGuest;
import clock2cloud.vm.network.Wire;
import clock2cloud.vm.scheduler.RunQueue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario file of {@code c2c vm run}; docs/json-vm.md describes every part. */
record Scenario(
        Optional<String> name,
        Optional<Amount> horizonSeconds,
        Optional<Amount> sampleSeconds,
        Optional<String> overhead,
        Optional<List<HostFile>> hosts,
        Optional<Policies> policies,
        Optional<List<Vm>> vms,
        Optional<Arrivals> arrivals,
        Optional<List<Work>> tasks,
        Optional<List<Failure>> failures,
        Optional<ScenarioEntitlements> entitlements,
        Optional<Scheduler> scheduler,
        Optional<Memory> memory,
        Optional<List<WireFile>> wires,
        Optional<String> transport,
        Optional<List<Migration>> migrations,
        Optional<Burst> burst,
        Optional<Used> usage,
        Optional<Map<String, String>> snapshots) {

    /** What is decided by rule. */
    record Policies(
            Optional<String> placement,
            Optional<String> waiting,
            Optional<Overselling> overcommit,
            Optional<String> discipline,
            Optional<Fill> fillRule,
            Optional<String> rebalance) {
        static final Policies DEFAULT = new Policies(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Sold over there. */
    record Overselling(Optional<Double> cpuRatio, Optional<Double> ramRatio, Optional<Double> diskRatio) {}

    /** The 80% rule. */
    record Fill(Amount maximumFraction, clock2cloud.vm.pool.FillRule.Basis basis) {}

    /** One machine, or {@code count} of them. */
    record Vm(
            Optional<String> name,
            Optional<Integer> count,
            Optional<String> tenant,
            double cores,
            Amount ramBytes,
            Optional<Amount> diskBytes,
            Optional<Amount> arrivalSeconds,
            Optional<Amount> lifetimeSeconds,
            Optional<Amount> departureSeconds,
            Optional<Double> shares,
            Optional<Double> reservationCores,
            Optional<Double> limitCores,
            Optional<Double> demandCores) {
        private static final double MOST_DEMANDED = 100_000;

        Vm {
            String who = "VM " + name.orElse("without a name") + ": ";
            require(
                    cores >= 1e-6 && cores < 1e9,
                    who + "cores must be a millionth at least and below a billion, not " + cores);
            require(shares.orElse(1.0) > 0, who + "shares must be above 0, not " + shares.orElse(1.0));
            double reserved = reservationCores.orElse(0.0);
            require(
                    reserved >= 0 && reserved <= cores,
                    who + "reservationCores must be between 0 and its " + cores + " cores, not " + reserved);
            double limit = limitCores.orElse(Double.POSITIVE_INFINITY);
            require(
                    limit > 0 && limit >= reserved,
                    who + "limitCores " + limit
                            + (limit > 0 ? " is below the reservation " + reserved : " must be above 0"));
            double demand = demandCores.orElse(1.0);
            require(
                    demand > 0 && demand <= MOST_DEMANDED,
                    who + "demandCores must be above 0 and at most " + (int) MOST_DEMANDED + ", not " + demand);
            require(
                    lifetimeSeconds.isEmpty() || departureSeconds.isEmpty(),
                    who + "lifetimeSeconds and departureSeconds say the same twice: give one of them");
        }

        int virtualCores() {
            return Math.max(1, (int) Math.ceil(cores - 1e-9));
        }

        /** Its cap: the limit, or a part of a core. */
        double cap() {
            double own = cores == Math.rint(cores) ? Double.POSITIVE_INFINITY : cores;
            return Math.min(Math.min(own, limitCores.orElse(own)), demandCores.orElse(Double.POSITIVE_INFINITY));
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Machines from a trace, or at random. */
    record Arrivals(
            Optional<String> trace,
            Optional<Double> ratePerHour,
            Optional<Amount> meanLifetimeSeconds,
            Optional<List<Size>> sizes,
            Optional<List<String>> tenants) {}

    /** A size and how often it is asked for. */
    record Size(double cores, Amount ramBytes, Optional<Amount> diskBytes, Optional<Double> weight) {}

    /** Work for the machine named {@code vm}: {@code count} equal tasks. */
    record Work(
            String vm,
            Optional<String> name,
            Optional<Integer> count,
            Amount workFlops,
            Optional<Amount> arrivalSeconds) {}

    /** A host's cores at the quantum. */
    record Scheduler(
            RunQueue.Kind kind,
            int cores,
            Amount seconds,
            Optional<Amount> switchSeconds,
            List<ScheduledGuest> guests) {}

    /** A guest of the scheduler. */
    record ScheduledGuest(
            String name,
            Optional<Double> weight,
            Optional<Integer> virtualCpus,
            Optional<Double> quotaCores,
            Optional<Amount> periodSeconds,
            Amount stepSeconds,
            Optional<Amount> pauseSeconds,
            Optional<Boolean> random) {}

    /** A host's memory under pressure. */
    record Memory(Amount hostBytes, List<Tenant> guests) {}

    /** A guest's memory; what is not said is: nothing reserved, one share, all of it in use, nothing to share. */
    record Tenant(
            String name,
            Amount configuredBytes,
            Optional<Amount> reservationBytes,
            Optional<Double> shares,
            Optional<Amount> activeFraction,
            Optional<Amount> shareableFraction) {
        MemoryGuest guest() {
            String who = "VM " + name + ": ";
            return new MemoryGuest(
                    name,
                    configuredBytes.in(Unit.BYTES, who + "configuredBytes"),
                    Amount.or(reservationBytes, Unit.BYTES, who + "reservationBytes", 0),
                    shares.orElse(1.0),
                    Amount.or(activeFraction, Unit.FRACTION, who + "activeFraction", 1),
                    Amount.or(shareableFraction, Unit.FRACTION, who + "shareableFraction", 0));
        }
    }

    /** A host, by its name or its number from 0, is down for a time. */
    record Failure(Amount timeSeconds, Amount host, Amount repairSeconds) {}

    /** A wire that migrations share. */
    record WireFile(String name, Amount bandwidthBytesPerSecond, Optional<Amount> latencySeconds) {
        Wire wire() {
            String who = "wire " + name + ": ";
            return Wire.of(
                    name,
                    bandwidthBytesPerSecond.in(Unit.BYTES_PER_SECOND, who + "bandwidthBytesPerSecond"),
                    Amount.or(latencySeconds, Unit.SECONDS, who + "latencySeconds", 0));
        }
    }

    /** One live migration, with a bandwidth of its own or over wires. */
    record Migration(
            String vm,
            Amount ramBytes,
            Optional<Amount> bandwidthBytesPerSecond,
            Optional<List<String>> wires,
            Amount dirtyBytesPerSecond,
            Optional<Amount> startSeconds,
            Optional<Amount> stopBytes,
            Optional<Integer> maximumRounds,
            Optional<Amount> switchOverSeconds) {}

    /** What machines used of what they were promised, and how many times over it might be promised. */
    record Used(String trace, Optional<List<Double>> overcommitRatios) {
        UsageTrace read(Path folder) {
            Path file = folder.resolve(trace);
            try (Reader reader = Files.newBufferedReader(file)) {
                return UsageTrace.read(reader, file.toString());
            } catch (NoSuchFileException e) {
                throw new IllegalArgumentException("usage.trace: no file " + file, e);
            } catch (IOException e) {
                throw new IllegalArgumentException("usage.trace: " + file + " cannot be read as text", e);
            }
        }
    }

    /** A burstable instance through phases of demand. */
    record Burst(String type, List<Demand> phases) {}

    /** A phase of it. */
    record Demand(Amount seconds, Amount demandFraction) {
        CreditBank.Phase phase() {
            return new CreditBank.Phase(
                    seconds.in(Unit.SECONDS, "burst.phases: seconds"),
                    demandFraction.in(Unit.FRACTION, "burst.phases: demandFraction"));
        }
    }
}
