package clock2cloud.app.vm;

import clock2cloud.app.table.Unit;
import clock2cloud.app.vm.Scenario.Arrivals;
import clock2cloud.app.vm.Scenario.Size;
import clock2cloud.app.vm.Scenario.Vm;
import clock2cloud.vm.pool.Bundle;
import clock2cloud.vm.pool.VmRequest;
import clock2cloud.vm.pool.VmTrace;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The machines of a scenario, listed, traced or drawn, in order of arrival. */
final class ScenarioArrivals {
    private static final int MOST = 2_000_000;

    private final Scenario scenario;
    private final Path folder;
    private final RandomGenerator random;

    ScenarioArrivals(Scenario scenario, Path file, RandomGenerator random) {
        this.scenario = scenario;
        this.folder = folder(file);
        this.random = random;
    }

    /** Where a scenario's traces are: beside it. */
    static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
    }

    /** All of them; those that are listed are noted in {@code vms} by name. */
    List<VmRequest> requests(Map<String, Vm> vms) {
        List<VmRequest> requests = new ArrayList<>();
        for (Vm vm : scenario.vms().orElse(List.of())) {
            int count = vm.count().orElse(1);
            if (count < 1 || requests.size() + (long) count > MOST) {
                throw new IllegalArgumentException("vms: count " + count + " is not between 1 and two million in all");
            }
            String base = vm.name().orElse("vm" + (requests.size() + 1));
            for (int i = 0; i < count; i++) {
                String name = count == 1 ? base : base + "-" + (i + 1);
                if (vms.put(name, vm) != null) {
                    throw new IllegalArgumentException("vms: the name " + name + " is used twice");
                }
                requests.add(listed(name, vm));
            }
        }
        scenario.arrivals().ifPresent(a -> requests.addAll(a.trace().isPresent() ? traced(a) : drawn(a)));
        Set<String> names = new HashSet<>();
        for (VmRequest request : requests) {
            if (!names.add(request.name())) {
                throw new IllegalArgumentException("arrivals: the name " + request.name() + " is used twice");
            }
        }
        requests.sort(Comparator.comparingDouble(VmRequest::arrivalSeconds));
        return requests;
    }

    private static VmRequest listed(String name, Vm vm) {
        String who = "VM " + name + ": ";
        double arrival = Amount.or(vm.arrivalSeconds(), Unit.SECONDS, who + "arrivalSeconds", 0);
        double lifetime = Amount.or(vm.lifetimeSeconds(), Unit.SECONDS, who + "lifetimeSeconds", 1.0 / 0.0);
        double departure = Amount.or(vm.departureSeconds(), Unit.SECONDS, who + "departureSeconds", 1.0 / 0.0);
        return new VmRequest(
                name,
                vm.tenant().orElse("tenant"),
                arrival,
                Math.min(lifetime, departure - arrival),
                size(who, vm.cores(), vm.ramBytes(), vm.diskBytes()));
    }

    private static Bundle size(String who, double cores, Amount ram, Optional<Amount> disk) {
        try {
            return new Bundle(
                    cores,
                    whole("ramBytes", ram.in(Unit.BYTES, "ramBytes")),
                    whole("diskBytes", Amount.or(disk, Unit.BYTES, "diskBytes", 0)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(who + e.getMessage(), e);
        }
    }

    /** A part of a byte is a fraction that went astray. */
    private static double whole(String what, double bytes) {
        if (bytes > 0 && bytes < 1) {
            throw new IllegalArgumentException(what + " " + bytes + " is less than a byte; write for example \"4GiB\"");
        }
        return bytes;
    }

    private List<VmRequest> traced(Arrivals arrivals) {
        Path file = folder.resolve(arrivals.trace().orElseThrow());
        try (Reader reader = Files.newBufferedReader(file)) {
            return VmTrace.read(reader, file.toString());
        } catch (java.nio.file.NoSuchFileException e) {
            throw new IllegalArgumentException("arrivals.trace: no file " + file, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("arrivals.trace: " + file + " cannot be read as text", e);
        }
    }

    private List<VmRequest> drawn(Arrivals arrivals) {
        double perSecond = arrivals.ratePerHour()
                        .orElseThrow(() -> new IllegalArgumentException("arrivals: a trace or a ratePerHour is needed"))
                / 3600;
        double lifetime = arrivals.meanLifetimeSeconds()
                .orElseThrow(() -> new IllegalArgumentException("arrivals: meanLifetimeSeconds is needed"))
                .in(Unit.SECONDS, "arrivals.meanLifetimeSeconds");
        double horizon = scenario.horizonSeconds()
                .orElseThrow(() -> new IllegalArgumentException("arrivals: the scenario needs horizonSeconds"))
                .in(Unit.SECONDS, "horizonSeconds");
        if (!(perSecond > 0 && lifetime > 0 && perSecond * horizon <= MOST)) {
            throw new IllegalArgumentException(
                    "arrivals: rate and lifetime must be above 0, and at most two million machines come");
        }
        List<Size> sizes = arrivals.sizes().orElse(List.of());
        if (sizes.isEmpty()) {
            throw new IllegalArgumentException("arrivals: sizes are needed");
        }
        if (sizes.stream().anyMatch(s -> !(s.weight().orElse(1.0) >= 0))
                || !(sizes.stream().mapToDouble(s -> s.weight().orElse(1.0)).sum() > 0)) {
            throw new IllegalArgumentException("arrivals.sizes: weights must be at least 0, and one above it");
        }
        List<String> tenants = arrivals.tenants().orElse(List.of("tenant"));
        if (tenants.isEmpty()) {
            throw new IllegalArgumentException("arrivals.tenants: name one at least");
        }
        List<VmRequest> requests = new ArrayList<>();
        double time = random.nextExponential() / perSecond;
        while (time < horizon) {
            Size size = pick(sizes);
            requests.add(new VmRequest(
                    "arrival" + (requests.size() + 1),
                    tenants.get(random.nextInt(tenants.size())),
                    time,
                    Math.max(Double.MIN_NORMAL, lifetime * random.nextExponential()),
                    size("arrivals.sizes: ", size.cores(), size.ramBytes(), size.diskBytes())));
            time += random.nextExponential() / perSecond;
        }
        return requests;
    }

    private Size pick(List<Size> sizes) {
        double at = random.nextDouble()
                * sizes.stream().mapToDouble(s -> s.weight().orElse(1.0)).sum();
        for (Size size : sizes) {
            at -= size.weight().orElse(1.0);
            if (at < 0) {
                return size;
            }
        }
        return sizes.get(sizes.size() - 1);
    }
}
