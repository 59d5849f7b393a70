package clock2cloud.app.vm;

import clock2cloud.app.table.Unit;
import clock2cloud.app.vm.Scenario.Migration;
import clock2cloud.app.vm.ScenarioResult.Moved;
import clock2cloud.vm.migration.PreCopy;
import clock2cloud.vm.migration.SharedMigrations;
import clock2cloud.vm.network.Transport;
import clock2cloud.vm.network.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The migrations of a scenario: each with a bandwidth of its own, or some over common wires. */
final class ScenarioMigrations {
    private final Map<String, Wire> wires = new LinkedHashMap<>();
    private final Transport transport;

    ScenarioMigrations(Scenario scenario) {
        for (Scenario.WireFile file : scenario.wires().orElse(List.of())) {
            if (wires.put(file.name(), file.wire()) != null) {
                throw new IllegalArgumentException("wires: the name " + file.name() + " is used twice");
            }
        }
        String name = scenario.transport().orElse("fluid");
        transport = switch (name) {
            case "fluid" -> Transport.FLUID;
            case "tcp" -> Transport.TCP;
            default -> throw new IllegalArgumentException("transport: no transport " + name + "; there are fluid, tcp");
        };
    }

    List<Moved> run(List<Migration> migrations) {
        List<SharedMigrations.Move> shared = new ArrayList<>();
        for (Migration m : migrations) {
            if (m.wires().isPresent()) {
                shared.add(new SharedMigrations.Move(copy(m), way(m), start(m)));
            }
        }
        List<PreCopy.Result> over = new SharedMigrations(transport).run(shared);
        List<Moved> moved = new ArrayList<>();
        int next = 0;
        for (Migration m : migrations) {
            PreCopy.Result result = m.wires().isPresent() ? over.get(next++) : copy(m).run();
            moved.add(new Moved(m.vm(), start(m), result));
        }
        return moved;
    }

    private static String who(Migration m) {
        return "migration of " + m.vm() + ": ";
    }

    private static double start(Migration m) {
        return Amount.or(m.startSeconds(), Unit.SECONDS, who(m) + "startSeconds", 0);
    }

    private List<Wire> way(Migration m) {
        List<Wire> way = new ArrayList<>();
        for (String name : m.wires().orElseThrow()) {
            way.add(Optional.ofNullable(wires.get(name))
                    .orElseThrow(() -> new IllegalArgumentException(who(m) + "no wire " + name + " in wires")));
        }
        if (way.isEmpty()) {
            throw new IllegalArgumentException(who(m) + "wires is empty: name one at least");
        }
        return way;
    }

    private static PreCopy copy(Migration m) {
        if (m.wires().isPresent() == m.bandwidthBytesPerSecond().isPresent()) {
            throw new IllegalArgumentException(
                    who(m) + "give either bandwidthBytesPerSecond or the wires that it goes over");
        }
        double ram = m.ramBytes().in(Unit.BYTES, who(m) + "ramBytes");
        return new PreCopy(
                ram,
                Amount.or(m.bandwidthBytesPerSecond(), Unit.BYTES_PER_SECOND, who(m) + "bandwidthBytesPerSecond", 1),
                m.dirtyBytesPerSecond().in(Unit.BYTES_PER_SECOND, who(m) + "dirtyBytesPerSecond"),
                ram,
                Amount.or(m.stopBytes(), Unit.BYTES, who(m) + "stopBytes", 1e6),
                m.maximumRounds().orElse(30),
                Amount.or(m.switchOverSeconds(), Unit.SECONDS, who(m) + "switchOverSeconds", 0));
    }
}
