package clock2cloud.app.vm;

import clock2cloud.app.table.Unit;
import clock2cloud.vm.power.LinearPower;
import clock2cloud.vm.power.MeasuredPower;
import clock2cloud.vm.power.PowerCurve;
import java.util.List;
import java.util.Optional;

/** What a host draws: idle and full load, or SPECpower's eleven figures; while it is broken as idle, unless that is said. */
record PowerFile(
        Optional<Amount> idleWatts,
        Optional<Amount> barelyBusyWatts,
        Optional<Amount> fullWatts,
        Optional<List<Double>> watts,
        Optional<Amount> brokenWatts) {
    PowerCurve curve() {
        if (watts.isPresent()) {
            if (idleWatts.isPresent() || barelyBusyWatts.isPresent() || fullWatts.isPresent()) {
                throw new IllegalArgumentException("power: give either watts or idleWatts and fullWatts");
            }
            return new MeasuredPower(watts.get());
        }
        if (idleWatts.isEmpty() || fullWatts.isEmpty()) {
            throw new IllegalArgumentException("power: idleWatts and fullWatts are needed, or eleven watts");
        }
        double idle = Amount.or(idleWatts, Unit.WATTS, "power.idleWatts", 0);
        return new LinearPower(
                idle,
                Amount.or(barelyBusyWatts, Unit.WATTS, "power.barelyBusyWatts", idle),
                Amount.or(fullWatts, Unit.WATTS, "power.fullWatts", 0));
    }

    double broken() {
        return Amount.or(brokenWatts, Unit.WATTS, "power.brokenWatts", curve().watts(0));
    }
}
