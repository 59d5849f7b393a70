package clock2cloud.app.story.forecast;

import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.story.host.HostSeconds;
import clock2cloud.app.story.host.ThisMachine;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Forecasts on the machine that we run on, by its calibration. */
public final class HostSteps {
    /** Among the parts that {@code --without} takes: what the surfaces add to the law of each part. */
    private static final String RESIDUAL = "residual";

    private HostSteps() {}

    /** The forecast of this project's trainer here. */
    public static Forecast forecast(HostForecast host, Workload work, int threads, Conditions conditions) {
        if (work.rule() == UpdateRule.NONE) {
            throw new IllegalArgumentException(
                    "--optimizer none is forward only, and on this machine training steps were"
                            + " calibrated; name a machine of the command machines, or an optimizer such as sgd");
        }
        requireOwn(conditions);
        requireThreads(threads);
        Forecaster.requireMemory(work, "this machine", ThisMachine.memoryBytes());
        String optimizer = work.rule().name().toLowerCase(Locale.ROOT);
        Set<String> without = new HashSet<>(conditions.without());
        HostForecast surfaces = without.remove(RESIDUAL) ? host.withoutResidual() : host;
        HostSeconds step = surfaces.step(work.net(), work.batch(), threads, optimizer);
        List<Part> parts = new ArrayList<>();
        step.parts()
                .forEach((name, seconds) -> parts.add(new Part(
                        name,
                        seconds,
                        "its timing surface, alone on the cores" + where(step),
                        "./c2c calibrate, on this machine")));
        parts.add(new Part(
                "neighbours",
                step.seconds() - step.aloneSeconds(),
                "the parts above × what others on the same cores slow them down by",
                "the nets of ./c2c calibrate, and a look at the cores just now"));
        double shuffle = host.shuffleSeconds(work.rows()) / work.steps();
        parts.add(new Part(
                "shuffle", shuffle, "rows × seconds a row, shared out to the steps of an epoch", "./c2c calibrate"));
        Breakdown breakdown = new Breakdown(parts, interval(step), "calibrated here", step.flags())
                .having(without)
                .without(without);
        return Forecaster.of(
                "this",
                work,
                Framework.OWN,
                threads,
                breakdown,
                step.seconds() / 3,
                host.warmUpSeconds(),
                Optional.empty(),
                conditions);
    }

    /** On this machine no other trainer was calibrated. */
    public static void requireOwn(Conditions conditions) {
        conditions.framework().filter(other -> other != Framework.OWN).ifPresent(other -> {
            throw new IllegalArgumentException(
                    "on this machine the own trainer was calibrated, not " + other + ": leave --framework out");
        });
    }

    /** More workers than processors are not forecast. */
    public static void requireThreads(int threads) {
        int all = ThisMachine.processors();
        if (threads < 1 || threads > all) {
            throw new IllegalArgumentException("this machine has " + all + " hardware threads, not " + threads
                    + ": --threads must be from 1 to " + all);
        }
    }

    /** How far apart the cores are expected, if not always alike. */
    private static String where(HostSeconds step) {
        return step.places().size() < 2
                ? ""
                : step.places().stream()
                        .map(place -> Quantities.format(place.share(), Unit.FRACTION) + " of the time "
                                + Quantities.format(place.barrierSeconds(), Unit.SECONDS))
                        .collect(
                                Collectors.joining(", ", ", which lie nearer or farther apart (a barrier takes ", ")"));
    }

    private static Interval interval(HostSeconds step) {
        return new Interval(
                Math.log(step.seconds() / step.lowSeconds()),
                Math.log(step.seconds() / step.low80Seconds()),
                Math.log(step.high80Seconds() / step.seconds()),
                Math.log(step.highSeconds() / step.seconds()));
    }
}
