package clock2cloud.signal.logic;

import clock2cloud.signal.Domain;

/**
 * From one flip-flop through logic to the next: {@code T >= tcq + tpd + tsetup + tskew + tjitter}, and the fastest way
 * through must not overrun the hold time.
 *
 * <p>Weste and Harris (2010), eqs. 10.1 and 10.2. Skew counts against both. Leaves out latches that borrow time.
 */
public record ClockedPath(
        double clockToOutputSeconds,
        double logicSeconds,
        double setupSeconds,
        double skewSeconds,
        double jitterSeconds,
        double fastestClockToOutputSeconds,
        double fastestLogicSeconds,
        double holdSeconds) {
    public ClockedPath {
        Domain.notNegative("clocked path", "clock to output", clockToOutputSeconds, "s");
        Domain.notNegative("clocked path", "logic", logicSeconds, "s");
        Domain.require(Double.isFinite(setupSeconds), "clocked path: setup must be finite");
        Domain.notNegative("clocked path", "skew", skewSeconds, "s");
        Domain.notNegative("clocked path", "jitter", jitterSeconds, "s");
        Domain.notNegative("clocked path", "fastest clock to output", fastestClockToOutputSeconds, "s");
        Domain.notNegative("clocked path", "fastest logic", fastestLogicSeconds, "s");
        Domain.require(Double.isFinite(holdSeconds), "clocked path: hold must be finite");
        Domain.require(
                clockToOutputSeconds + logicSeconds + setupSeconds + skewSeconds + jitterSeconds > 0,
                "clocked path: a path that takes no time has no highest clock");
    }

    /** The slow way only; what comes early is not looked at. */
    public static ClockedPath of(double clockToOutput, double logic, double setup, double skew, double jitter) {
        return new ClockedPath(clockToOutput, logic, setup, skew, jitter, clockToOutput, logic, 0);
    }

    public double shortestPeriodSeconds() {
        return clockToOutputSeconds + logicSeconds + setupSeconds + skewSeconds + jitterSeconds;
    }

    public double highestClockHertz() {
        return 1 / shortestPeriodSeconds();
    }

    /** Time to spare at this clock; negative when the data comes too late. */
    public double setupSlackSeconds(double clockHertz) {
        return 1 / Domain.positive("clocked path", "clock", clockHertz, "Hz") - shortestPeriodSeconds();
    }

    /** Time to spare at any clock; negative when the data comes too early. */
    public double holdSlackSeconds() {
        return fastestClockToOutputSeconds + fastestLogicSeconds - holdSeconds - skewSeconds;
    }

    /** The highest clock, when a timing report says {@code slack} at {@code period}. */
    public static double highestClockHertz(double periodSeconds, double slackSeconds) {
        return 1 / Domain.positive("clocked path", "period less slack", periodSeconds - slackSeconds, "s");
    }
}
