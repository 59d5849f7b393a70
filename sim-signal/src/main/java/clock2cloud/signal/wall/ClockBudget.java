package clock2cloud.signal.wall;

import clock2cloud.signal.Domain;

/**
 * What the next floor takes from this one: a clock, the watts it costs, and so the joules of an operation.
 *
 * <p>Peak rate {@code cores x operations a clock x clock}: a Core 2 does 4 double or 8 single precision operations a clock.
 */
public record ClockBudget(double clockHertz, double watts, int cores, double operationsPerClock) {
    public ClockBudget {
        Domain.positive("clock budget", "clock", clockHertz, "Hz");
        Domain.positive("clock budget", "power", watts, "W");
        Domain.require(cores >= 1, "clock budget: needs at least one core, got %d", cores);
        Domain.positive("clock budget", "operations", operationsPerClock, "a clock");
    }

    public double peakOperationsPerSecond() {
        return cores * operationsPerClock * clockHertz;
    }

    public double joulesPerOperation() {
        return watts / peakOperationsPerSecond();
    }

    /** Bytes a second of a bus over the peak rate: what each operation may fetch. */
    public double bytesPerOperation(double bytesPerSecond) {
        return bytesPerSecond / peakOperationsPerSecond();
    }
}
