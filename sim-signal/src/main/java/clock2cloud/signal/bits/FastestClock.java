package clock2cloud.signal.bits;

import clock2cloud.signal.Domain;

/**
 * The highest clock at which a link's error rate stays at or under a target, at this and every slower clock looked at.
 *
 * <p>Without noise the worst-case eye decides: from a clock at which it is open, up in steps of 2% to the first that closes
 * it. From there, with noise, up or down in steps of 2% to where the target is first met, then bisection to 1e-9. {@code
 * limiter} names what binds: {@code interference} when silence would gain under 1%, else {@code noise} or {@code jitter},
 * whichever costs more alone.
 */
public record FastestClock(double clockHertz, double errorProbability, String limiter) {
    private static final double STEP = 1.02;

    public static FastestClock of(Link link, Noise noise, double target) {
        Domain.require(
                target > 0 && target < 0.5, "highest clock: error rate must lie between 0 and 0.5, got %s", target);
        double silent = search(link.withClock(openClock(link)), Noise.NONE, target);
        Link start = link.withClock(silent);
        double clock = search(start, noise, target);
        String limiter = "interference";
        if (clock < 0.99 * silent) {
            double noisy = search(start, new Noise(noise.voltsRms(), 0), target);
            double jittery = search(start, new Noise(0, noise.jitterSecondsRms()), target);
            limiter = noisy <= jittery ? "noise" : "jitter";
        }
        return new FastestClock(clock, new ErrorRate(link.withClock(clock), noise).probability(), limiter);
    }

    private static double openClock(Link link) {
        double clock = link.driver().clockHertz();
        for (int i = 0; !holds(link, Noise.NONE, 0.5, clock); i++) {
            clock /= 2;
            Domain.require(
                    i < 80,
                    "highest clock: this threshold reads no message, however slow (%s V to %s V)",
                    link.receiver().lowVolts(),
                    link.receiver().highVolts());
        }
        return clock;
    }

    private static boolean holds(Link link, Noise noise, double target, double clock) {
        Link tried = link.withClock(clock);
        if (!Taps.settles(tried.wire(), tried.driver().bitSeconds())) {
            return false;
        }
        if (noise.voltsRms() == 0 && noise.jitterSecondsRms() == 0) {
            return WorstCaseEye.of(tried).marginVolts(tried.receiver()) >= -Receiver.SLACK_VOLTS;
        }
        return new ErrorRate(tried, noise).probability() <= target;
    }

    private static double search(Link link, Noise noise, double target) {
        double low = link.driver().clockHertz();
        double high = low;
        if (holds(link, noise, target, low)) {
            while (holds(link, noise, target, high *= STEP)) {
                low = high;
            }
        } else {
            for (int i = 0; !holds(link, noise, target, low /= STEP); i++) {
                high = low;
                Domain.require(
                        i < 2000, "highest clock: noise alone makes more than %s errors a bit at any clock", target);
            }
        }
        while (high - low > 1e-9 * high) {
            double middle = 0.5 * (low + high);
            if (holds(link, noise, target, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
