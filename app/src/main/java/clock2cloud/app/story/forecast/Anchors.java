package clock2cloud.app.story.forecast;

import clock2cloud.app.story.fit.NormalBelief;
import clock2cloud.app.story.gpu.TorchSteps;
import clock2cloud.app.story.machine.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A few steps that were measured on a machine, and what they say of its parts: each part's seconds times a factor, and an interval
 * of what is left to doubt. The logarithms of the factors are normal about zero by a {@link Doubt}; each anchor, whose logarithm
 * has an error of its own, sharpens them by its share of each part. So one anchor says little of other nets, and many tell the
 * parts apart. How large the anchors' own errors are is learned from them too, as if four had been seen of the usual size.
 *
 * <p>Source: C. Rasmussen, C. Williams, <i>Gaussian Processes for Machine Learning</i> (2006), eq. 2.8, about the last round's
 * factors; the variance by expectation and maximisation (Dempster, Laird and Rubin 1977). Leaves out that a part may hide another
 * once it has grown.
 */
public final class Anchors {
    /** Anchors that the usual size of their own errors counts for. */
    private static final double WORTH = 4;

    private static final int ROUNDS = 100;

    /** Of a logarithm in one round. */
    private static final double LONGEST_STEP = 0.5;

    private final Parts parts;
    private final Doubt doubt;
    private final NormalBelief before;
    private final NormalBelief after;
    private final double rest;
    private final double[] logFactors;

    private Anchors(
            Parts parts, Doubt doubt, NormalBelief before, NormalBelief after, double rest, double[] logFactors) {
        this.parts = parts;
        this.doubt = doubt;
        this.before = before;
        this.after = after;
        this.rest = rest;
        this.logFactors = logFactors;
    }

    private static Anchors none(Parts parts, double[] usual, Doubt doubt) {
        NormalBelief belief = doubt.belief(usual);
        return new Anchors(parts, doubt, belief, belief, doubt.rest() * doubt.rest(), new double[usual.length]);
    }

    /** Nothing was measured. */
    public static final Anchors NONE = none(new Parts(List.of()), new double[0], Doubt.NEVER_SEEN);

    /** A step in parts, and what it really took. */
    record Anchor(Breakdown step, double seconds) {}

    /**
     * What anchors say.
     *
     * @param usual steps of the same machine whose mix of parts is the usual one
     */
    static Anchors of(List<Anchor> anchors, List<Breakdown> usual, Doubt doubt) {
        List<Breakdown> all = new ArrayList<>(usual);
        anchors.forEach(anchor -> all.add(anchor.step()));
        Parts parts = Parts.of(all);
        Anchors known = none(parts, parts.usual(usual), doubt);
        for (int round = 0; round < ROUNDS && !anchors.isEmpty(); round++) {
            known = known.learned(anchors);
        }
        return known;
    }

    /** One round about the factors of the last. */
    private Anchors learned(List<Anchor> anchors) {
        NormalBelief belief = before;
        double[][] shares = new double[anchors.size()][];
        double[] sums = new double[anchors.size()];
        for (int i = 0; i < sums.length; i++) {
            Breakdown step = scaled(anchors.get(i).step());
            shares[i] = parts.shares(step);
            sums[i] = Math.log(anchors.get(i).seconds() / step.seconds()) + dot(shares[i], logFactors);
            belief = belief.seen(shares[i], sums[i], rest);
        }
        double squares = WORTH * doubt.rest() * doubt.rest();
        for (int i = 0; i < sums.length; i++) {
            double error = sums[i] - belief.mean(shares[i]);
            squares += error * error + belief.variance(shares[i]);
        }
        double[] moved = logFactors.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, belief.mean(i) - logFactors[i]));
        }
        return new Anchors(parts, doubt, before, belief, squares / (WORTH + sums.length), moved);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Anchors that were measured on a machine under the given conditions: net, batch, seconds_per_step, and more of a batch file. */
    public static Anchors read(Path file, Machine machine, Conditions conditions) {
        BatchFile reader = new BatchFile(
                () -> {
                    throw new IllegalStateException("no forecast here is asked for");
                },
                1);
        List<Anchor> anchors = new ArrayList<>();
        boolean convolve = false;
        boolean dense = false;
        List<String> needed = List.of("net", "batch", "seconds_per_step");
        for (CsvFile.Row row : BatchFile.read(file, Map.of(), needed).rows()) {
            try {
                Workload work = reader.workload(row);
                convolve |= work.convolves();
                dense |= !work.convolves();
                anchors.add(new Anchor(Forecaster.step(machine, work, conditions), row.positive("seconds_per_step")));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(row.place() + ": " + e.getMessage(), e);
            }
        }
        return of(anchors, usual(machine, conditions, dense, convolve), Doubt.NEVER_SEEN);
    }

    /** Steps of the nets that we timed ourselves, as the machine would take them. */
    private static List<Breakdown> usual(Machine machine, Conditions conditions, boolean dense, boolean convolve) {
        return TorchSteps.of("h200").stream()
                .filter(step -> step.convolves() ? convolve : dense)
                .map(step -> Forecaster.step(machine, Workload.of(step), conditions))
                .toList();
    }

    private Breakdown scaled(Breakdown step) {
        List<Part> moved = new ArrayList<>();
        for (Part part : step.parts()) {
            int at = parts.names().indexOf(part.name());
            double factor = at < 0 ? 1 : Math.exp(logFactors[at]);
            String source = part.source() + "; your anchors";
            moved.add(new Part(part.name(), part.seconds() * factor, part.hidden(), part.equation(), source));
        }
        return new Breakdown(moved, step.interval(), step.trust(), step.flags());
    }

    /** A step by the measured factors; its interval shrinks as the doubt does. */
    Breakdown applied(Breakdown step) {
        if (parts.names().isEmpty()) {
            return step;
        }
        Breakdown moved = scaled(step);
        double was = before.variance(parts.shares(step)) + doubt.rest() * doubt.rest();
        double is = after.variance(parts.shares(moved)) + rest;
        Interval interval = step.interval().wider(Math.sqrt(is / was));
        return new Breakdown(moved.parts(), interval, step.trust(), step.flags());
    }
}
