package clock2cloud.signal.wall;

import clock2cloud.signal.Domain;

/**
 * Power drawn by charging and discharging capacitance: {@code P = a C V^2 f}.
 *
 * <p>{@code activityFraction} a is the part of the capacitance that is charged in a clock. Weste and Harris (2010), eq.
 * 5.10. Leaves out short-circuit current and leakage ({@link LeakagePower}).
 */
public record DynamicPower(double activityFraction, double farads, double volts, double clockHertz) {
    public DynamicPower {
        Domain.require(
                activityFraction >= 0 && activityFraction <= 1,
                "dynamic power: activity must be 0 to 1, got %s",
                activityFraction);
        Domain.notNegative("dynamic power", "capacitance", farads, "farad");
        Domain.notNegative("dynamic power", "voltage", volts, "V");
        Domain.notNegative("dynamic power", "clock", clockHertz, "Hz");
    }

    /** The capacitance switched in a clock by a chip that draws {@code watts}: {@code P / (V^2 f)}. */
    public static double switchedFarads(double watts, double volts, double clockHertz) {
        return Domain.positive("dynamic power", "power", watts, "W")
                / (volts * volts * Domain.positive("dynamic power", "clock", clockHertz, "Hz"));
    }

    public double watts() {
        return joulesPerClock() * clockHertz;
    }

    /** Drawn from the supply each clock; half is lost in charging, half in discharging. */
    public double joulesPerClock() {
        return activityFraction * farads * volts * volts;
    }

    /** Turned to heat at each edge. */
    public double joulesPerEdge() {
        return joulesPerClock() / 2;
    }

    /** The clock at which it draws {@code watts}. */
    public double clockHertzAt(double watts) {
        return Domain.positive("dynamic power", "power", watts, "W") / joulesPerClock();
    }
}
