package clock2cloud.app.vm;

import clock2cloud.vm.host.Host;
import clock2cloud.vm.pool.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hosts of a scenario, those with a count one by one. */
final class ScenarioHosts {
    private static final int MOST_HOSTS = 1_000_000;

    private final List<Host> all = new ArrayList<>();
    private final List<Optional<PowerFile>> powers = new ArrayList<>();

    ScenarioHosts(List<HostFile> files) {
        files.forEach(this::add);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("the scenario has vms or tasks and no hosts: add \"hosts\": [{…}]");
        }
    }

    private void add(HostFile file) {
        Host host = file.host();
        int count = file.count().orElse(1);
        if (count < 1 || all.size() + (long) count > MOST_HOSTS) {
            throw new IllegalArgumentException(
                    "host " + host.name() + ": count " + count + " is not between 1 and a million hosts in all");
        }
        file.power().ifPresent(PowerFile::curve);
        for (int i = 0; i < count; i++) {
            powers.add(file.power());
            String name = count == 1 ? host.name() : host.name() + "-" + (i + 1);
            all.add(new Host(
                    name, host.cores(), host.clockHertz(), host.flopsPerCycle(), host.ramBytes(), host.diskBytes()));
        }
    }

    List<Host> all() {
        return List.copyOf(all);
    }

    /** What each of them draws, where it is said. */
    List<Optional<PowerFile>> powers() {
        return List.copyOf(powers);
    }

    List<Bundle> sizes() {
        return all.stream()
                .map(h -> new Bundle(h.cores(), h.ramBytes(), h.diskBytes()))
                .toList();
    }

    /** Of the host with this name, or with this number from 0. */
    int number(String host) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(host)) {
                return i;
            }
        }
        if (!host.matches("\\d{1,9}") || Integer.parseInt(host) >= all.size()) {
            throw new IllegalArgumentException(
                    "failures: no host " + host + " among " + all.size() + "; give its name or its number from 0");
        }
        return Integer.parseInt(host);
    }
}
