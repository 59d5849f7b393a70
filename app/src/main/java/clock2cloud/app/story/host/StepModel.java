package clock2cloud.app.story.host;

import clock2cloud.app.story.fit.NonNegativeLeastSquares;
import clock2cloud.app.story.fit.Surface;
import clock2cloud.nn.Net;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A step as the sum of its parts, each from the surface of its kind, learned from timed steps on one number of threads. Parts are
 * timed inside real steps, with operands as warm as they really are and with the wait at the barrier.
 */
final class StepModel {
    private static final double COMMON = 0.015;

    private static final String OTHER_COST = "cost softmax";
    private static final double[] NO_RULE = {};

    private final int threads;
    private final Map<String, Surface> surfaces = new LinkedHashMap<>();
    private final Map<String, double[]> rules = new LinkedHashMap<>();

    /** A part's forecast. */
    record Term(StepPart part, double seconds, double logDeviation) {}

    private StepModel(int threads) {
        this.threads = threads;
    }

    /** Learns; how smooth each surface is comes from {@code known}, and is found where it is not there. */
    static StepModel fit(List<TimedStep> steps, int threads, Map<String, Surface.Smoothness> known) {
        StepModel model = new StepModel(threads);
        Map<String, List<Surface.Sample>> samples = new LinkedHashMap<>();
        List<TimedStep> plain = steps.stream()
                .filter(step ->
                        step.threads() == threads && step.net().optimizer().equals("sgd"))
                .toList();
        for (TimedStep step : plain) {
            step.partSeconds().forEach((part, seconds) -> samples.computeIfAbsent(part.key(), k -> new ArrayList<>())
                    .add(PartLaw.sample(part, step.crew(), seconds, step.doubt())));
        }
        samples.forEach((key, list) -> {
            Surface.Smoothness smoothness = known.get(threads + " " + key);
            model.surfaces.put(key, smoothness == null ? Surface.fit(list) : Surface.fit(list, smoothness));
        });
        steps.stream()
                .filter(step -> step.threads() == threads)
                .map(step -> step.net().optimizer())
                .filter(name -> !name.equals("sgd"))
                .distinct()
                .forEach(name -> model.rules.put(name, model.rule(steps, name)));
        return model;
    }

    /** What an optimiser adds to plain descent: t = c₀ + parameters × (c₁, and more past L2 and L3), per layer. */
    private double[] rule(List<TimedStep> steps, String name) {
        List<double[]> a = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (TimedStep step : steps) {
            if (step.threads() != threads || !step.net().optimizer().equals(name)) {
                continue;
            }
            step.partSeconds().forEach((part, seconds) -> {
                if (part.kind() == StepPart.Kind.WEIGHT_UPDATE) {
                    double plain = plain(part, step.crew()).seconds();
                    double scale = seconds * Math.sqrt(step.doubt());
                    a.add(Arrays.stream(ruleFeatures(part)).map(f -> f / scale).toArray());
                    y.add(Math.max(0, (seconds - plain) / scale));
                }
            });
        }
        return NonNegativeLeastSquares.solve(
                a.toArray(double[][]::new),
                y.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private double[] ruleFeatures(StepPart part) {
        double weights = part.m() * (double) part.n() / 1e6;
        double bytes = 3 * part.workingSetBytes();
        return new double[] {1e-6, weights, weights * PartLaw.pastL2(bytes), weights * PartLaw.pastL3(bytes)};
    }

    /** The same terms by the law of each part alone: the smooth residual over the shapes is switched off. */
    List<Term> withoutResidual(List<Term> terms, Crew crew) {
        List<Term> plain = new ArrayList<>();
        for (Term term : terms) {
            double base = surface(term.part()).baseSeconds(PartLaw.features(term.part(), crew));
            double rule = term.seconds() - plain(term.part(), crew).seconds();
            plain.add(new Term(term.part(), base + rule, term.logDeviation()));
        }
        return plain;
    }

    private Surface.Forecast plain(StepPart part, Crew crew) {
        return surface(part).at(PartLaw.features(part, crew), PartLaw.position(part, crew));
    }

    private Surface surface(StepPart part) {
        String key = surfaces.containsKey(part.key()) ? part.key() : OTHER_COST; // an end that no calibrated net had
        return Objects.requireNonNull(surfaces.get(key), key);
    }

    /** The parts of a net's step by a crew of as many as this is of. */
    List<Term> terms(Net net, int batch, String optimizer, Crew crew) {
        List<Term> terms = new ArrayList<>();
        for (StepPart part : StepParts.timed(net, batch)) {
            Surface.Forecast forecast = plain(part, crew);
            double seconds = forecast.seconds();
            if (part.kind() == StepPart.Kind.WEIGHT_UPDATE && !optimizer.equals("sgd")) {
                double[] rule = rules.getOrDefault(optimizer, NO_RULE);
                double[] features = ruleFeatures(part);
                for (int i = 0; i < rule.length; i++) {
                    seconds += rule[i] * features[i];
                }
            }
            terms.add(new Term(part, seconds, forecast.logDeviation()));
        }
        return terms;
    }

    /** Whether all of a net's parts were timed. */
    boolean knows(Net net, int batch) {
        return StepParts.timed(net, batch).stream()
                .allMatch(part -> part.kind() == StepPart.Kind.COST || surfaces.containsKey(part.key()));
    }

    boolean knows(String optimizer) {
        return optimizer.equals("sgd") || rules.containsKey(optimizer);
    }

    Map<String, Surface> surfaces() {
        return surfaces;
    }

    static double seconds(List<Term> terms) {
        return terms.stream().mapToDouble(Term::seconds).sum();
    }

    /** Parts err independently, but for a common part that even a perfect sum has. */
    static double deviation(List<Term> terms) {
        double total = seconds(terms);
        double variance = terms.stream()
                .mapToDouble(term -> Math.pow(term.seconds() / total * term.logDeviation(), 2))
                .sum();
        return Math.sqrt(variance + COMMON * COMMON);
    }
}
