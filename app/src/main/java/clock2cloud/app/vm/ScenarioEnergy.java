package clock2cloud.app.vm;

import clock2cloud.app.vm.ScenarioResult.Energy;
import clock2cloud.app.vm.ScenarioResult.HostEnergy;
import clock2cloud.vm.pool.HostFailure;
import clock2cloud.vm.power.EnergyMeter;
import clock2cloud.vm.power.LinearPower;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the hosts of a scenario draw until its horizon, those that say so. */
final class ScenarioEnergy {
    private final ScenarioHosts hosts;
    private final Map<Integer, EnergyMeter> meters = new LinkedHashMap<>();

    ScenarioEnergy(ScenarioHosts hosts) {
        this.hosts = hosts;
    }

    /** A new meter for a host whose work is simulated, anew where that begins again. */
    EnergyMeter meter(int host) {
        EnergyMeter meter =
                new EnergyMeter(hosts.powers().get(host).map(PowerFile::curve).orElse(LinearPower.NONE));
        meters.put(host, meter);
        return meter;
    }

    /** All of them; without work a host is idle, and broken it draws what it says. */
    Optional<Energy> energy(double horizon, List<HostFailure> failures) {
        List<HostEnergy> each = new ArrayList<>();
        double sum = 0;
        for (int host = 0; host < hosts.all().size(); host++) {
            Optional<PowerFile> power = hosts.powers().get(host);
            if (power.isEmpty()) {
                continue;
            }
            double idle = power.get().curve().watts(0);
            double joules = Optional.ofNullable(meters.get(host))
                            .map(EnergyMeter::joules)
                            .orElse(idle * horizon)
                    + (power.get().broken() - idle) * brokenSeconds(host, horizon, failures);
            sum += joules;
            each.add(new HostEnergy(hosts.all().get(host).name(), joules, joules / horizon));
        }
        return each.isEmpty() ? Optional.empty() : Optional.of(new Energy(sum, List.copyOf(each)));
    }

    /** A host that is broken cannot break again. */
    private static double brokenSeconds(int host, double horizon, List<HostFailure> failures) {
        double seconds = 0;
        double until = 0;
        for (HostFailure failure : failures) {
            if (failure.host() == host && failure.timeSeconds() >= until && failure.timeSeconds() < horizon) {
                until = failure.timeSeconds() + failure.repairSeconds();
                seconds += Math.min(horizon, until) - failure.timeSeconds();
            }
        }
        return seconds;
    }
}
