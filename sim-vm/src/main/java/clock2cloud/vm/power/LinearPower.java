package clock2cloud.vm.power;

import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;

/**
 * A straight line from the least to all work, <i>P(u) = barely + u (full − barely)</i> for u &gt; 0, and the idle power at 0: a
 * host that sleeps deeply when it has nothing at all to do jumps there.
 */
public record LinearPower(double idleWatts, double barelyBusyWatts, double fullWatts) implements PowerCurve {
    /** Of a host of which it is not known. */
    public static final LinearPower NONE = of(0, 0);

    public LinearPower {
        notNegative(idleWatts, "power: idle", "W");
        notNegative(barelyBusyWatts, "power: barely busy", "W");
        notNegative(fullWatts, "power: full", "W");
        if (fullWatts < barelyBusyWatts) {
            throw new IllegalArgumentException("power: full load " + number(fullWatts)
                    + " W cannot draw less than a barely busy host, " + number(barelyBusyWatts) + " W");
        }
    }

    /** Without a jump. */
    public static LinearPower of(double idleWatts, double fullWatts) {
        return new LinearPower(idleWatts, idleWatts, fullWatts);
    }

    @Override
    public double watts(double utilisationFraction) {
        fraction(utilisationFraction, "power: utilisation");
        return utilisationFraction == 0
                ? idleWatts
                : barelyBusyWatts + utilisationFraction * (fullWatts - barelyBusyWatts);
    }
}
