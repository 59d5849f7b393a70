package clock2cloud.app.vm;

import clock2cloud.vm.host.Host;
import clock2cloud.vm.pool.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        int[] named = IntStream.range(0, all.size())
                .filter(i -> all.get(i).name().equals(host))
                .toArray();
        if (named.length > 1) {
            throw new IllegalArgumentException("failures: " + named.length + " hosts are called " + host
                    + "; give each a name of its own, or a number from 0");
        }
        if (named.length == 1) {
            return named[0];
        }
        if (!host.matches("\\d{1,9}") || Integer.parseInt(host) >= all.size()) {
            throw new IllegalArgumentException(
                    "failures: no host " + host + " among " + all.size() + "; give its name or its number from 0");
        }
        return Integer.parseInt(host);
    }
}
