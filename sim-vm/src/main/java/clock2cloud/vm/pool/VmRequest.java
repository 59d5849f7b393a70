package clock2cloud.vm.pool;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.require;

/**
 * A machine that somebody wants.
 *
 * @param lifetimeSeconds from its start; infinite if it stays
 */
public record VmRequest(String name, String tenant, double arrivalSeconds, double lifetimeSeconds, Bundle size) {
    public VmRequest {
        notNegative(arrivalSeconds, "VM " + name + ": arrival", "s");
        require(
                lifetimeSeconds > 0,
                () -> "VM " + name + ": the lifetime must be above 0 s, not " + number(lifetimeSeconds));
    }
}
