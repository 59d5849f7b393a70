package clock2cloud.app.story.host;

import clock2cloud.app.story.fit.Errors;
import clock2cloud.app.story.host.BlindTest.Forecast;
import clock2cloud.app.story.host.BlindTest.Outcome;
import clock2cloud.app.story.host.BlindTest.PartOutcome;
import clock2cloud.app.story.host.BlindTest.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How forecasts and measurements met: each for itself, and all of a {@link BlindTest}. */
final class BlindOutcomes {
    private BlindOutcomes() {}

    /** A forecast, and what its fresh processes saw. */
    static Outcome outcome(Calibration calibration, Forecast forecast, List<EpochProcess.Seen> seen) {
        double[] seconds = seen.stream()
                .mapToDouble(EpochProcess.Seen::medianSeconds)
                .sorted()
                .toArray();
        double measured = seconds[seconds.length / 2];
        double probeAlone = calibration.probeSeconds().getOrDefault(forecast.threads(), Double.POSITIVE_INFINITY);
        double alone = NeighbourProbe.ALONE * probeAlone;
        Optional<EpochProcess.Timed> aloneEpoch = middle(seen.stream()
                .flatMap(one -> one.epochs().stream())
                .filter(epoch -> epoch.probeSeconds() < alone)
                .toList());
        return new Outcome(
                forecast.net().title(),
                forecast.threads(),
                forecast.rows(),
                forecast.lowSeconds(),
                forecast.forecastSeconds(),
                forecast.highSeconds(),
                measured,
                nearest(
                                forecast.places(),
                                aloneEpoch
                                        .map(epoch -> epoch.barrier().seconds())
                                        .orElse(0.0))
                        .seconds(),
                aloneEpoch.map(EpochProcess.Timed::seconds),
                seconds[seconds.length - 1] / seconds[0] - 1,
                forecast.forecastSeconds() / measured - 1,
                measured >= forecast.lowSeconds() && measured <= forecast.highSeconds(),
                Optional.of(measured >= forecast.low80Seconds() && measured <= forecast.high80Seconds()),
                parts(forecast, seen, probeAlone));
    }

    /** Each part's seconds as a calibration would time them, from the steps that all processes watched. */
    private static List<PartOutcome> parts(Forecast forecast, List<EpochProcess.Seen> seen, double aloneSeconds) {
        List<TimedStep> timed = NetSamples.together(
                        seen.stream().map(EpochProcess.Seen::steps).toList())
                .timed(aloneSeconds);
        TimedStep last = timed.get(timed.size() - 1); // the cores farthest apart
        Map<String, Double> told =
                nearest(forecast.stepPlaces(), last.crew().barrierSeconds()).parts();
        List<PartOutcome> parts = new ArrayList<>();
        last.partSeconds()
                .forEach((part, measured) ->
                        parts.add(new PartOutcome(part.title(), told.getOrDefault(part.title(), 0.0), measured)));
        return parts;
    }

    /** What was foretold for cores about as far apart as they were. */
    private static HostSeconds.Placed nearest(List<HostSeconds.Placed> places, double barrierSeconds) {
        return places.stream()
                .min(Comparator.comparingDouble(place -> Math.abs(Math.log(place.barrierSeconds() / barrierSeconds))))
                .orElseThrow();
    }

    private static Optional<EpochProcess.Timed> middle(List<EpochProcess.Timed> epochs) {
        List<EpochProcess.Timed> sorted = epochs.stream()
                .sorted(Comparator.comparingDouble(EpochProcess.Timed::seconds))
                .toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    /** All of a run. */
    static Result result(
            Calibration calibration,
            int processes,
            long seed,
            String hash,
            List<Forecast> forecasts,
            List<Outcome> outcomes) {
        Baselines baselines = new Baselines(calibration);
        Errors errors =
                new Errors(outcomes.stream().mapToDouble(Outcome::errorFraction).toArray());
        Errors alone = new Errors(outcomes.stream()
                .filter(outcome -> outcome.aloneMeasuredSeconds().isPresent())
                .mapToDouble(outcome -> outcome.aloneForecastSeconds()
                                / outcome.aloneMeasuredSeconds().orElseThrow()
                        - 1)
                .toArray());
        Errors parts = new Errors(outcomes.stream()
                .flatMap(outcome -> outcome.parts().stream())
                .mapToDouble(PartOutcome::errorFraction)
                .toArray());
        return new Result(
                calibration.processor(),
                System.getProperty("java.version"),
                calibration.day(),
                seed,
                processes,
                hash,
                errors.mean(),
                errors.max(),
                errors.bias(),
                outcomes.stream().mapToDouble(o -> o.inside() ? 1 : 0).average().orElse(0),
                outcomes.stream().mapToDouble(Outcome::spreadFraction).average().orElse(0),
                alone.count(),
                alone.mean(),
                alone.max(),
                alone.bias(),
                parts.count(),
                parts.mean(),
                parts.quantile(0.95),
                Optional.of(baselines.peakFlopsPerSecond()),
                Optional.of(baselines.memoryBytesPerSecond()),
                baselines(baselines, forecasts, outcomes),
                outcomes);
    }

    /** What simpler models of dense nets would have said. */
    private static Map<String, Double> baselines(
            Baselines baselines, List<Forecast> forecasts, List<Outcome> outcomes) {
        Map<String, List<Double>> errors = new LinkedHashMap<>();
        for (int i = 0; i < forecasts.size(); i++) {
            Forecast forecast = forecasts.get(i);
            if (!forecast.net().onlyDense()) {
                continue;
            }
            double steps = forecast.rows() / (double) forecast.net().batch();
            double measured = outcomes.get(i).measuredSeconds();
            baselines.seconds(forecast.net(), forecast.threads()).forEach((name, step) -> errors.computeIfAbsent(
                            name, k -> new ArrayList<>())
                    .add(step * steps / measured - 1));
        }
        Map<String, Double> means = new LinkedHashMap<>();
        errors.forEach((name, all) -> means.put(
                name, new Errors(all.stream().mapToDouble(Double::doubleValue).toArray()).mean()));
        return means;
    }
}
