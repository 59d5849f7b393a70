package clock2cloud.vm.scheduler;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import java.util.Arrays;

/**
 * Bandwidth control in closed form: threads that want to compute all the time run until the quota of the period is used
 * up and then wait for the next one. With quota Q, period P and n threads on as many cores, <i>w</i> seconds of CPU time
 * take <i>⌊w / Q⌋ P + (w mod Q) / n</i> of wall time (n · P &gt; Q), and w / n without throttling.
 *
 * @param quotaSeconds CPU time per period
 * @param periodSeconds 0.1 s unless set otherwise
 */
public record BandwidthLimit(double quotaSeconds, double periodSeconds) {
    /** Step times under the limit. */
    public record StepTimes(double meanSeconds, double medianSeconds, double p99Seconds, double maxSeconds) {}

    public BandwidthLimit {
        positive(quotaSeconds, "bandwidth limit: quota", "s");
        positive(periodSeconds, "bandwidth limit: period", "s");
    }

    /** {@code cores} cores' worth of time in Linux's period of 100 ms. */
    public static BandwidthLimit ofCores(double cores) {
        return new BandwidthLimit(cores * 0.1, 0.1);
    }

    /** CPU time per wall time that {@code threads} busy threads get. */
    public double coreFraction(int threads) {
        return Math.min(atLeastOne(threads, "bandwidth limit: threads"), quotaSeconds / periodSeconds);
    }

    /** Wall time after which {@code threads} threads have used {@code cpuSeconds} together, from a fresh period on. */
    public double wallSeconds(double cpuSeconds, int threads) {
        notNegative(cpuSeconds, "bandwidth limit: CPU time", "s");
        if (coreFraction(threads) == threads) {
            return cpuSeconds / threads;
        }
        double periods = Math.ceil(cpuSeconds / quotaSeconds * (1 - 1e-12)) - 1;
        periods = Math.max(0, periods);
        return periods * periodSeconds + (cpuSeconds - periods * quotaSeconds) / threads;
    }

    /** What is left of it for work when a part of the process's time is not: compilers and timers run as the work does. */
    public BandwidthLimit of(double workFraction) {
        require(workFraction > 0 && workFraction <= 1, () -> "bandwidth limit: work must be in (0%, 100%] of the time");
        return new BandwidthLimit(quotaSeconds * workFraction, periodSeconds);
    }

    /** What is left of it when each period begins cold. */
    public BandwidthLimit afterPauses(double coldSeconds) {
        double left = quotaSeconds - notNegative(coldSeconds, "bandwidth limit: time to get warm", "s");
        return new BandwidthLimit(positive(left, "bandwidth limit: quota left when warm", "s"), periodSeconds);
    }

    /**
     * How long steps of these CPU times take, one after the other, over and over until there are {@code count}: with their own
     * spread, where a wait meets only few of them the slowest hundredth may still be ordinary ones.
     */
    public StepTimes steps(double[] cpuSeconds, int threads, int count) {
        double[] wall = new double[atLeastOne(count, "bandwidth limit: steps")];
        double used = 0;
        double before = 0;
        for (int i = 0; i < count; i++) {
            used += positive(cpuSeconds[i % cpuSeconds.length], "bandwidth limit: step", "s");
            double after = wallSeconds(used, threads);
            wall[i] = after - before;
            before = after;
        }
        return stepTimes(wall, before);
    }

    /** How long each of {@code count} equal steps takes, one after the other, when a step has {@code cpuSeconds}. */
    public StepTimes steps(double cpuSeconds, int threads, int count) {
        return steps(new double[] {cpuSeconds}, threads, count);
    }

    private static StepTimes stepTimes(double[] wall, double total) {
        Arrays.sort(wall);
        return new StepTimes(
                total / wall.length,
                GuestTime.quantile(wall, 0.5),
                GuestTime.quantile(wall, 0.99),
                GuestTime.quantile(wall, 1));
    }
}
