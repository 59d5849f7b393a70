package clock2cloud.app.vm;

import clock2cloud.app.table.Unit;
import clock2cloud.vm.host.Host;
import java.util.Optional;

/** A host as a JSON file describes it; quantities are SI numbers or texts with a unit. */
record HostFile(
        Optional<String> name,
        Optional<Integer> count,
        int cores,
        Amount clockHertz,
        Optional<Double> flopsPerCycle,
        Amount ramBytes,
        Amount diskBytes,
        Optional<PowerFile> power) {
    Host host() {
        String known = name.orElse("host");
        return new Host(
                known,
                cores,
                clockHertz.in(Unit.HERTZ, "host " + known + ": clockHertz"),
                flopsPerCycle.orElse(4.0),
                ramBytes.in(Unit.BYTES, "host " + known + ": ramBytes"),
                diskBytes.in(Unit.BYTES, "host " + known + ": diskBytes"));
    }
}
