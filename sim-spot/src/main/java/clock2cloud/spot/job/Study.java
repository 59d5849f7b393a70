package clock2cloud.spot.job;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Many runs of one job. Runs come in batches of 512 with a generator a batch, seeded by the batch's number: the answer is
 * the same on any number of threads.
 *
 * @param unfinished runs that the record of prices was too short for; left out of the distributions
 * @param makespanSeconds from submission to completion; empty when no run finished
 */
public record Study(
        int runs,
        int unfinished,
        Optional<Distribution> makespanSeconds,
        Optional<Distribution> costDollars,
        Optional<Distribution> evictions,
        Optional<Distribution> lostSeconds,
        Optional<Distribution> runningSeconds,
        double[] sortedMakespans,
        double[] sortedCosts) {
    private static final int BATCH = 512;

    /** One worker's way to run the job once; returns false when it did not finish. */
    public interface Trial {
        boolean run();

        JobRun state();

        /** A trial of fresh machines, all lives and waits independent. */
        static Trial of(JobRun state, RenewalSpells spells) {
            return of(state, () -> {
                spells.reset();
                return state.run(spells, 0);
            });
        }

        static Trial of(JobRun state, java.util.function.BooleanSupplier once) {
            return new Trial() {
                @Override
                public boolean run() {
                    return once.getAsBoolean();
                }

                @Override
                public JobRun state() {
                    return state;
                }
            };
        }
    }

    /** Runs on the calling thread's pool; call it inside a {@link java.util.concurrent.ForkJoinPool} to choose the size. */
    public static Study of(
            int runs, long seed, LongFunction<RandomGenerator> randoms, Function<RandomGenerator, Trial> trials) {
        if (runs < 1 || runs > 100_000_000) {
            throw new IllegalArgumentException("runs = " + runs + " must be in 1 to 100 million");
        }
        double[][] columns = new double[5][runs];
        IntStream.range(0, (runs + BATCH - 1) / BATCH).parallel().forEach(batch -> {
            Trial trial = trials.apply(randoms.apply(seed * 0x9E3779B97F4A7C15L + batch));
            for (int i = batch * BATCH; i < Math.min(runs, (batch + 1) * BATCH); i++) {
                record(trial.run(), trial.state(), columns, i);
            }
        });
        return of(runs, columns);
    }

    private static void record(boolean finished, JobRun run, double[][] columns, int i) {
        columns[0][i] = finished ? run.makespanSeconds() : Double.NaN;
        columns[1][i] = finished ? run.costDollars() : Double.NaN;
        columns[2][i] = finished ? run.evictions() : Double.NaN;
        columns[3][i] = finished ? run.lostSeconds() : Double.NaN;
        columns[4][i] = finished ? run.runningSeconds() : Double.NaN;
    }

    private static Study of(int runs, double[][] columns) {
        double[][] finished = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            finished[c] = Arrays.stream(columns[c])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
        }
        int unfinished = runs - finished[0].length;
        boolean none = unfinished == runs;
        Arrays.sort(finished[0]);
        Arrays.sort(finished[1]);
        return new Study(
                runs,
                unfinished,
                none ? Optional.empty() : Optional.of(Distribution.of(finished[0])),
                none ? Optional.empty() : Optional.of(Distribution.of(finished[1])),
                none ? Optional.empty() : Optional.of(Distribution.of(finished[2])),
                none ? Optional.empty() : Optional.of(Distribution.of(finished[3])),
                none ? Optional.empty() : Optional.of(Distribution.of(finished[4])),
                finished[0],
                finished[1]);
    }

    /** Share of all runs done within a time; unfinished ones are late. */
    public double probabilityBy(double seconds) {
        int found = 0;
        while (found < sortedMakespans.length && sortedMakespans[found] <= seconds) {
            found++;
        }
        return (double) found / runs;
    }
}
