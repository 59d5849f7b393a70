package clock2cloud.signal.bits;

import clock2cloud.signal.Domain;

/** Sends a bit a clock: {@code lowVolts} for 0, {@code highVolts} for 1, and 0 before the message begins. */
public record Driver(double lowVolts, double highVolts, double clockHertz) {
    public Driver {
        Domain.require(
                highVolts > lowVolts && Math.abs(lowVolts) < 1e9 && Math.abs(highVolts) < 1e9,
                "driver: the high level must be above the low one, got %s V and %s V",
                highVolts,
                lowVolts);
        Domain.positive("driver", "clock", clockHertz, "Hz");
    }

    /** Swings between 0 and {@code volts}. */
    public static Driver of(double volts, double clockHertz) {
        return new Driver(0, Domain.positive("driver", "swing", volts, "V"), clockHertz);
    }

    public double swingVolts() {
        return highVolts - lowVolts;
    }

    public double bitSeconds() {
        return 1 / clockHertz;
    }
}
