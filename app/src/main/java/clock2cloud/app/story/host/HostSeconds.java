package clock2cloud.app.story.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a step or an epoch takes on the calibrated machine, with a 90% and an 80% interval.
 *
 * @param aloneSeconds if nothing else is at work on the cores
 * @param parts seconds of each part if nothing else is, in the order of the step
 * @param flags why the interval is wider than usual, if it is
 * @param places what {@code aloneSeconds} is the mean of
 */
public record HostSeconds(
        double lowSeconds,
        double seconds,
        double highSeconds,
        double low80Seconds,
        double high80Seconds,
        double aloneSeconds,
        Map<String, Double> parts,
        List<String> flags,
        List<Placed> places) {
    /** Places with a smaller share of the time do not stretch an interval. */
    private static final double LIKELY = 0.1;

    /** The model's own error, where the cores may come to lie, and what others on the machine may or may not be doing. */
    static HostSeconds around(
            double alone,
            Calibration.Slowdown slowdown,
            double half90,
            double half80,
            Map<String, Double> parts,
            List<String> flags,
            List<Placed> places) {
        double seconds = alone * slowdown.median();
        double less = Math.max(0, Math.log(slowdown.median() / slowdown.low()));
        double more = Math.max(0, Math.log(slowdown.high() / slowdown.median()));
        double nearest = seconds * Math.exp(-spread(places, alone, -1));
        double farthest = seconds * Math.exp(spread(places, alone, 1));
        return new HostSeconds(
                nearest * Math.exp(-Math.hypot(half90, less)),
                seconds,
                farthest * Math.exp(Math.hypot(half90, more)),
                nearest * Math.exp(-Math.hypot(half80, less)),
                farthest * Math.exp(Math.hypot(half80, more)),
                alone,
                parts,
                flags,
                places);
    }

    /** How much faster (-1) or slower (1) it is at the likely place where it is most so; a logarithm. */
    private static double spread(List<Placed> places, double alone, int sign) {
        return places.stream()
                .filter(place -> place.share() >= LIKELY)
                .mapToDouble(place -> sign * Math.log(place.seconds() / alone))
                .max()
                .orElse(0);
    }

    HostSeconds times(double count) {
        return new HostSeconds(
                lowSeconds * count,
                seconds * count,
                highSeconds * count,
                low80Seconds * count,
                high80Seconds * count,
                aloneSeconds * count,
                scaled(parts, count),
                flags,
                places.stream().map(place -> place.times(count)).toList());
    }

    /**
     * What it takes alone on cores that lie so far apart.
     *
     * @param barrierSeconds that tell how far; 0 for one worker
     * @param share of the time that the cores are expected there
     */
    public record Placed(double barrierSeconds, double share, double seconds, Map<String, Double> parts) {
        static Placed of(CoreDistances.Place place, List<StepModel.Term> terms) {
            Map<String, Double> parts = new LinkedHashMap<>();
            terms.forEach(term -> parts.merge(term.part().title(), term.seconds(), Double::sum));
            return new Placed(place.barrierSeconds(), place.share(), StepModel.seconds(terms), parts);
        }

        private Placed times(double count) {
            return new Placed(barrierSeconds, share, seconds * count, scaled(parts, count));
        }
    }

    private static Map<String, Double> scaled(Map<String, Double> parts, double count) {
        Map<String, Double> all = new LinkedHashMap<>();
        parts.forEach((name, part) -> all.put(name, part * count));
        return all;
    }
}
