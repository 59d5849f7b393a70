package clock2cloud.signal.wall;

import clock2cloud.signal.Domain;
import java.util.ArrayList;
import java.util.List;

/**
 * How many gate delays a clock must cover in a pipeline of N stages: {@code d = L / N + o}.
 *
 * <p>L is an instruction's logic, o what each stage adds (flip-flop, skew, jitter), both in FO4; fitted to processors by
 * least squares of the logarithm of the clock. Weste and Harris (2010), section 10.2.5. Leaves out how boldly a team designs:
 * custom Alphas beat it by two, cool laptops and phones stay as far under it.
 */
public record LogicDepth(double logicGates, double overheadGates) {
    public LogicDepth {
        Domain.positive("logic depth", "logic", logicGates, "FO4");
        Domain.notNegative("logic depth", "overhead", overheadGates, "FO4");
    }

    /** A processor's clock by this law beside its real one; the law was fitted without it. */
    public record Forecast(Processor processor, double modelledHertz, double gatesPerClock) {
        /** +0.3: the model's clock is 30% too high. */
        public double errorFraction() {
            return modelledHertz / processor.clockHertz() - 1;
        }
    }

    public double gatesPerClock(double stages) {
        Domain.require(stages >= 1, "logic depth: needs at least one stage, got %s", stages);
        return logicGates / stages + overheadGates;
    }

    public double clockHertz(double stages, double gateDelaySeconds) {
        return 1 / (gatesPerClock(stages) * Domain.positive("logic depth", "gate delay", gateDelaySeconds, "s"));
    }

    /** Golden-section search of o / L; the best L for each is the mean of logarithms. */
    public static LogicDepth fit(List<Processor> processors) {
        Domain.require(processors.size() >= 3, "logic depth: a fit needs at least 3 processors");
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = 0;
        double high = 0.5;
        for (int i = 0; i < 80; i++) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            if (scatter(processors, left) < scatter(processors, right)) {
                high = right;
            } else {
                low = left;
            }
        }
        double ratio = (low + high) / 2;
        double logic = Math.exp(mean(processors, ratio));
        return new LogicDepth(logic, ratio * logic);
    }

    private static double log(Processor p, double ratio) {
        return Math.log(p.gatesPerClock() / (1.0 / p.stages() + ratio));
    }

    private static double mean(List<Processor> processors, double ratio) {
        return processors.stream().mapToDouble(p -> log(p, ratio)).average().orElseThrow();
    }

    private static double scatter(List<Processor> processors, double ratio) {
        double mean = mean(processors, ratio);
        return processors.stream()
                .mapToDouble(p -> Math.pow(log(p, ratio) - mean, 2))
                .sum();
    }

    /** Each processor forecast by the law fitted to all the others. */
    public static List<Forecast> leaveOneOut(List<Processor> processors) {
        List<Forecast> forecasts = new ArrayList<>();
        for (Processor processor : processors) {
            LogicDepth law =
                    fit(processors.stream().filter(p -> !p.equals(processor)).toList());
            forecasts.add(new Forecast(
                    processor,
                    law.clockHertz(processor.stages(), processor.gateDelaySeconds()),
                    law.gatesPerClock(processor.stages())));
        }
        return List.copyOf(forecasts);
    }
}
