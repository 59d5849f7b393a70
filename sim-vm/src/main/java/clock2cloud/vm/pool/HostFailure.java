package clock2cloud.vm.pool;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;

/** A host is down from a time on, for a time; its machines start again elsewhere if there is room. */
public record HostFailure(double timeSeconds, int host, double repairSeconds) {
    public HostFailure {
        notNegative(timeSeconds, "host failure: time", "s");
        positive(repairSeconds, "host failure: repair", "s");
    }
}
