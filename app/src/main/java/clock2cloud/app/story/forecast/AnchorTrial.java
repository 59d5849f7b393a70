package clock2cloud.app.story.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;

/**
 * What anchors of a device buy: some of its steps, drawn by a seed, move the forecasts of its others.
 *
 * @param transfer the device by another one's factors
 * @param usual its usual steps, as forecast
 * @param doubt by devices of other generations
 */
record AnchorTrial(Transfers.Transfer transfer, List<Breakdown> usual, Doubt doubt) {
    /**
     * What came of it, over all draws; {@code forecast} and {@code timed} side by side.
     *
     * @param held90 how many of the steps their intervals hold; {@code held80} the 80% ones
     * @param scaledError mean error if all steps are scaled by what the anchors took on average
     */
    record Outcome(double[] forecast, double[] timed, double held90, double held80, double scaledError) {
        double meanError() {
            double sum = 0;
            for (int i = 0; i < timed.length; i++) {
                sum += Math.abs(forecast[i] / timed[i] - 1);
            }
            return sum / timed.length;
        }
    }

    /** The doubt about the device leaves all of its generation out. */
    static AnchorTrial of(Transfers.Transfer transfer) {
        return new AnchorTrial(
                transfer,
                transfer.steps().stream().map(Anchors.Anchor::step).toList(),
                Transfers.doubtWithout(transfer.machine()));
    }

    /** So many anchors, drawn so many times; each time all other steps are forecast. */
    Outcome run(int count, int draws, long seed) {
        RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<double[]> rows = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            List<Anchors.Anchor> steps = new ArrayList<>(transfer.steps());
            List<Anchors.Anchor> drawn = new ArrayList<>();
            while (drawn.size() < count) {
                drawn.add(steps.remove(dice.nextInt(steps.size())));
            }
            Anchors known = Anchors.of(drawn, usual, doubt);
            double scale = Math.exp(drawn.stream()
                    .mapToDouble(step -> Math.log(step.seconds() / step.step().seconds()))
                    .average()
                    .orElse(0));
            for (Anchors.Anchor step : steps) {
                rows.add(row(
                        known.applied(step.step()),
                        step.seconds(),
                        scale * step.step().seconds()));
            }
        }
        return new Outcome(
                column(rows, 0).toArray(),
                column(rows, 1).toArray(),
                column(rows, 2).average().orElse(0),
                column(rows, 3).average().orElse(0),
                column(rows, 4).average().orElse(0));
    }

    private static DoubleStream column(List<double[]> rows, int which) {
        return rows.stream().mapToDouble(row -> row[which]);
    }

    private static double[] row(Breakdown step, double timed, double scaled) {
        double forecast = step.seconds();
        double log = Math.log(timed / forecast);
        Interval bounds = step.interval();
        boolean within90 = log <= bounds.more90() && log >= -bounds.less90();
        boolean within80 = log <= bounds.more80() && log >= -bounds.less80();
        return new double[] {forecast, timed, within90 ? 1 : 0, within80 ? 1 : 0, Math.abs(scaled / timed - 1)};
    }
}
