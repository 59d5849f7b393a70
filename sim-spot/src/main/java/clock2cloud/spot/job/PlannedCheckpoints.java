package clock2cloud.spot.job;

import clock2cloud.spot.eviction.LifeLaw;
import java.util.ArrayList;
import java.util.List;

/**
 * The schedule that makes the expected makespan least under any law of lives, by dynamic programming over remaining work
 * and machine age, in whole steps. After Kadupitiya, Jadhao and Sharma, HPDC 2020, section 4; unlike their code it uses the
 * survival given the age, the true expected loss, and no dump after the last piece.
 *
 * <pre>M(J, t) = min over i of  p (i + d + M(J-i, t+i+d)) + (1-p) (E[loss] + M(J, R on a fresh machine))</pre>
 */
public final class PlannedCheckpoints implements CheckpointPolicy {
    private final double stepSeconds;
    private final int dumpSteps;
    private final double[][] expected;
    private final int[][] piece;
    private final double[] survival;
    private final double[] meanBefore;

    /** Plans every job of up to {@code workSteps} steps on machines of any age. */
    public PlannedCheckpoints(LifeLaw law, int workSteps, double stepSeconds, int dumpSteps, int restartSteps) {
        if (workSteps < 1 || dumpSteps < 0 || restartSteps < 0 || !(stepSeconds > 0) || workSteps > 2000) {
            throw new IllegalArgumentException(
                    "checkpoint plan: work of 1 to 2000 steps, dump and restart of 0 or more");
        }
        this.stepSeconds = stepSeconds;
        this.dumpSteps = dumpSteps;
        int ages = workSteps * (1 + dumpSteps) + restartSteps + 1;
        survival = new double[ages + 1];
        meanBefore = new double[ages + 1];
        for (int t = 0; t <= ages; t++) {
            survival[t] = 1 - law.cdf(t * stepSeconds - 1e-9);
            double middle = t - 0.5;
            meanBefore[t] = t == 0 ? 0 : meanBefore[t - 1] + middle * (survival[t - 1] - survival[t]);
        }
        expected = new double[workSteps + 1][ages];
        piece = new int[workSteps + 1][ages];
        for (int work = 1; work <= workSteps; work++) {
            plan(work, restartSteps);
        }
    }

    private void plan(int work, int restart) {
        int last = (expected[work].length - 1) - work * (1 + dumpSteps);
        best(work, restart, Double.NaN); // a fresh machine, past its restart: failing leads back here
        double fresh = expected[work][restart];
        double restartLoss =
                survival[restart] > 0 ? (meanBefore[restart] + restart * survival[restart]) / survival[restart] : 1e12;
        for (int age = 0; age <= last; age++) {
            if (age != restart) {
                best(work, age, fresh + restartLoss);
            }
        }
    }

    /** Tries every piece; {@code afterFailure} is NaN where a failure leads back to this very state. */
    private void best(int work, int age, double afterFailure) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= work; i++) {
            int length = i == work ? i : i + dumpSteps;
            double alive = survival[age] > 0 ? survival[age + length] / survival[age] : 0;
            double lost = survival[age] > 0
                    ? (meanBefore[age + length] - meanBefore[age]) / survival[age] - age * (1 - alive)
                    : 0;
            double on = length + (i == work ? 0 : expected[work - i][age + length]);
            double value = Double.isNaN(afterFailure)
                    ? (alive * on + lost + (1 - alive) * restartLossFor(age)) / alive
                    : alive * on + lost + (1 - alive) * afterFailure;
            if (value < least) {
                least = value;
                piece[work][age] = i;
            }
        }
        expected[work][age] = least;
    }

    private double restartLossFor(int restart) {
        return (meanBefore[restart] + restart * survival[restart]) / survival[restart];
    }

    /** Expected seconds of a job of so many steps on a fresh machine that needs no restart. */
    public double expectedSeconds(int workSteps) {
        return expected[workSteps][0] * stepSeconds;
    }

    /** The pieces of work between dumps, in steps, if nothing fails; the last has no dump. */
    public List<Integer> pieces(int workSteps) {
        List<Integer> pieces = new ArrayList<>();
        int age = 0;
        for (int left = workSteps; left > 0; ) {
            int next = piece[left][age];
            pieces.add(next);
            left -= next;
            age += next + dumpSteps;
        }
        return pieces;
    }

    @Override
    public double nextDump(Moment moment) {
        int left = (int)
                Math.min(piece.length - 1, Math.max(1, Math.ceil(moment.remainingSeconds() / stepSeconds - 1e-9)));
        int age = (int) Math.round((moment.nowSeconds() - moment.launchSeconds()) / stepSeconds);
        int next = piece[left][Math.min(age, piece[left].length - 1)];
        return next == 0 || next >= left ? Double.POSITIVE_INFINITY : moment.nowSeconds() + next * stepSeconds;
    }
}
