package clock2cloud.app.story.inverse;

import clock2cloud.app.story.fit.NonNegativeLeastSquares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * A machine from its timings: t = o × calls + F / (r min(threads, cores)) + B / w, for the overhead o of a call, the rate r of a core,
 * the cores, and the bandwidth w. For each number of cores the other three are non-negative least squares of relative errors;
 * the cores are those with the least error. The bounds are the middle 90% of the same estimate from timings drawn again with
 * replacement.
 */
public final class MachineEstimate {
    private static final int DRAWS = 400;

    /** Fewest rows: one more than there are unknowns but the cores. */
    public static final int FEWEST_ROWS = 4;

    private MachineEstimate() {}

    /** A figure with its 90% bounds; {@code told} says whether the timings hold it at all. */
    public record Figure(String name, double low, double middle, double high, boolean told) {}

    /** What the timings tell. */
    public record Result(int rows, double meanErrorFraction, List<Figure> figures) {
        public Figure figure(String name) {
            return figures.stream()
                    .filter(figure -> figure.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private record Fit(double overhead, double perFlop, double perByte, int cores, double error) {
        double[] figures(double flopsPerCycle, double share) {
            double rate = perFlop > 0 ? 1 / perFlop : Double.POSITIVE_INFINITY;
            return new double[] {
                rate,
                rate / (flopsPerCycle * share),
                cores,
                perByte > 0 ? 1 / perByte : Double.POSITIVE_INFINITY,
                overhead
            };
        }
    }

    private static final List<String> NAMES = List.of(
            "rateFlopsPerSecondOfOneCore", "clockHertz", "cores", "memoryBytesPerSecond", "callOverheadSeconds");

    private static final int NO_COST = -1;

    /** The cost that a figure stands on: calls, flops, bytes. */
    private static final int[] COST_OF = {1, 1, NO_COST, 2, 0};

    private static final double NOTICEABLE = 1.02;
    private static final double ROUNDING = 1e-4;

    /**
     * Infers.
     *
     * @param flopsPerCycle of a core, to turn its rate into a clock
     * @param share of peak that the program reaches in its products
     */
    public static Result of(List<StepTiming> rows, double flopsPerCycle, double share, RandomGenerator dice) {
        if (rows.size() < FEWEST_ROWS) {
            throw new IllegalArgumentException(
                    rows.size() + " timings are too few: three costs and the cores need " + FEWEST_ROWS + " at least");
        }
        Fit best = fit(rows);
        double[] middle = best.figures(flopsPerCycle, share);
        double[][] drawn = new double[NAMES.size()][DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            List<StepTiming> again = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                again.add(rows.get(dice.nextInt(rows.size())));
            }
            double[] one = fit(again).figures(flopsPerCycle, share);
            for (int f = 0; f < one.length; f++) {
                drawn[f][d] = one[f];
            }
        }
        List<Figure> figures = new ArrayList<>();
        boolean severalThreads =
                rows.stream().mapToInt(StepTiming::threads).distinct().count() > 1;
        for (int f = 0; f < NAMES.size(); f++) {
            Arrays.sort(drawn[f]);
            double low = Math.min(middle[f], drawn[f][(int) (0.05 * DRAWS)]);
            double high = Math.max(middle[f], drawn[f][(int) (0.95 * DRAWS) - 1]);
            boolean told = Double.isFinite(high) && low > 0 && high < 10 * low && needed(rows, best, COST_OF[f]);
            figures.add(new Figure(
                    NAMES.get(f), low, middle[f], high, NAMES.get(f).equals("cores") ? severalThreads : told));
        }
        return new Result(rows.size(), best.error(), figures);
    }

    /** Whether the other costs alone meet the timings worse. */
    private static boolean needed(List<StepTiming> rows, Fit best, int cost) {
        return cost == NO_COST || fit(rows, best.cores(), cost).error() > NOTICEABLE * best.error() + ROUNDING;
    }

    private static Fit fit(List<StepTiming> rows) {
        int most = rows.stream().mapToInt(StepTiming::threads).max().orElse(1);
        Fit best = fit(rows, 1);
        for (int cores = 2; cores <= most; cores++) {
            Fit next = fit(rows, cores);
            best = next.error() < best.error() * (1 - 1e-9) ? next : best;
        }
        return best;
    }

    private static Fit fit(List<StepTiming> rows, int cores) {
        return fit(rows, cores, NO_COST);
    }

    /** Without one of the three costs. */
    private static Fit fit(List<StepTiming> rows, int cores, int without) {
        double[] scale = {1e-7, 1e-11, 1e-10};
        double[][] a = new double[rows.size()][3];
        double[] y = new double[rows.size()];
        Arrays.fill(y, 1);
        for (int r = 0; r < y.length; r++) {
            StepTiming row = rows.get(r);
            double together = Math.min(row.threads(), cores);
            a[r][0] = scale[0] * row.calls() / row.seconds();
            a[r][1] = scale[1] * row.flops() / together / row.seconds();
            a[r][2] = scale[2] * row.bytes() / row.seconds();
            if (without != NO_COST) {
                a[r][without] = 0;
            }
        }
        double[] x = NonNegativeLeastSquares.solve(a, y);
        double error = 0;
        for (double[] row : a) {
            error += Math.abs(row[0] * x[0] + row[1] * x[1] + row[2] * x[2] - 1) / y.length;
        }
        return new Fit(x[0] * scale[0], x[1] * scale[1], x[2] * scale[2], cores, error);
    }

    /** The middle of a figure, where the timings tell it. */
    public static OptionalDouble told(Figure figure) {
        return figure.told() ? OptionalDouble.of(figure.middle()) : OptionalDouble.empty();
    }
}
