package clock2cloud.app.story.forecast;

import clock2cloud.app.story.host.HostForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forecasts on the machine that we run on, by its calibration. */
public final class HostSteps {
    private HostSteps() {}

    /** The forecast of this project's trainer here. */
    public static Forecast forecast(HostForecast host, Workload work, int threads, Conditions conditions) {
        HostForecast.Step step = host.step(work.net(), work.batch(), threads);
        double sum =
                step.parts().values().stream().mapToDouble(Double::doubleValue).sum();
        List<Part> parts = new ArrayList<>();
        step.parts()
                .forEach((name, seconds) -> parts.add(new Part(
                        name,
                        seconds * step.seconds() / sum,
                        "its timing surface × what whole steps of made-up nets took over the sum of theirs",
                        "./c2c calibrate, on this machine")));
        Interval interval = Interval.of(Math.log(step.highSeconds() / step.seconds()));
        Breakdown breakdown =
                new Breakdown(parts, interval, "calibrated here", List.of()).without(conditions.without());
        double forward = step.seconds() / 3;
        return Forecaster.of("this", work, Framework.OWN, threads, breakdown, forward, Optional.empty(), conditions);
    }
}
