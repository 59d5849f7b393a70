package clock2cloud.app.story.forecast;

import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Price;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Forecasts a workload on a machine that its file describes. */
public final class Forecaster {
    private Forecaster() {}

    /**
     * The forecast.
     *
     * @throws IllegalArgumentException when the net does not fit into the memory, or the machine could not be rented on the day
     */
    public static Forecast forecast(Machine machine, Workload work, Conditions conditions) {
        return forecast(machine, work, conditions, Anchors.NONE);
    }

    /** The same, with the parts that measured steps of this machine have moved. */
    public static Forecast forecast(Machine machine, Workload work, Conditions conditions, Anchors anchors) {
        requireMemory(
                work,
                machine.gpu().map(gpu -> gpu.name()).orElse(machine.name()),
                machine.gpu()
                        .map(gpu -> gpu.memoryBytes())
                        .orElse(machine.cpu().memoryBytes().orElse(Double.POSITIVE_INFINITY)));
        Framework framework = conditions.framework().orElseGet(() -> usual(machine, work, conditions));
        requireFits(machine, work, framework);
        int threads = threads(machine, conditions);
        Breakdown step = anchors.applied(step(machine, work, framework, threads, true))
                .having(conditions.without())
                .without(conditions.without());
        Breakdown check =
                anchors.applied(step(machine, work, framework, threads, false)).without(conditions.without());
        return of(
                machine.name(),
                work,
                framework,
                threads,
                step,
                check.seconds(),
                price(machine, conditions),
                conditions);
    }

    /** Convolutions were never timed alone: there the usual framework is the one that they were timed in. */
    private static Framework usual(Machine machine, Workload work, Conditions conditions) {
        Framework usual = Framework.usual(machine, conditions.day());
        return usual == Framework.CALLS && work.convolves() ? Framework.youngest(machine) : usual;
    }

    static Forecast of(
            String machine,
            Workload work,
            Framework framework,
            int threads,
            Breakdown step,
            double checkSeconds,
            Optional<Price> price,
            Conditions conditions) {
        return of(machine, work, framework, threads, step, checkSeconds, 0, price, conditions);
    }

    /** The same, with seconds that the run takes before it is at speed. */
    static Forecast of(
            String machine,
            Workload work,
            Framework framework,
            int threads,
            Breakdown step,
            double checkSeconds,
            double warmUpSeconds,
            Optional<Price> price,
            Conditions conditions) {
        double epoch = work.steps() * step.seconds() + work.validationSteps() * checkSeconds;
        double run = epoch * work.epochs() + warmUpSeconds;
        Forecast.Bounds bounds = Forecast.Bounds.of(run, step.interval());
        return new Forecast(
                Optional.empty(),
                machine,
                work.name(),
                work.imagePixels(),
                work.batch(),
                work.epochs(),
                work.rows(),
                work.validationRows(),
                work.rule().name().toLowerCase(Locale.ROOT),
                framework.toString(),
                threads,
                step.seconds(),
                epoch,
                run,
                warmUpSeconds,
                Forecast.Bounds.of(step.seconds(), step.interval()),
                Forecast.Bounds.of(epoch, step.interval()),
                bounds,
                step.limit(),
                step.trust(),
                step.flags(),
                work.memoryBytes(),
                price.map(p -> new Forecast.Cost(
                        p.dollars(run),
                        p.dollars(bounds.low90Seconds()),
                        p.dollars(bounds.high90Seconds()),
                        p.dollarsPerHour(),
                        p.billing().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        p.region(),
                        conditions.day().map(LocalDate::toString).orElse("the last known"))),
                step.parts());
    }

    /** The step of a net of dense layers on a GPU, with all that the files say of it. */
    public static DenseStep denseStep(Machine machine, Workload work, Conditions conditions) {
        Framework framework = conditions.framework().orElseGet(() -> usual(machine, work, conditions));
        return GpuSteps.dense(machine, work, framework);
    }

    /** A training step before any anchor. */
    static Breakdown step(Machine machine, Workload work, Conditions conditions) {
        Framework framework = conditions.framework().orElseGet(() -> usual(machine, work, conditions));
        return step(machine, work, framework, threads(machine, conditions), true);
    }

    private static Breakdown step(Machine machine, Workload work, Framework framework, int threads, boolean learns) {
        if (machine.gpu().isPresent() && framework != Framework.OWN) {
            Breakdown step = framework == Framework.CALLS
                    ? GpuSteps.calls(machine, work, learns)
                    : GpuSteps.framework(machine, work, framework, learns);
            boolean several = machine.gpu().flatMap(gpu -> gpu.count()).orElse(1) > 1;
            return step.flagged(
                    several ? Optional.of("one device of several: the others are not used") : Optional.empty());
        }
        Optional<String> idle = machine.gpu()
                .map(gpu -> "the " + gpu.name() + " is not used: this project's trainer runs on processors");
        int perCore = machine.cpu().threadsPerCore().orElse(1);
        int cores = Math.min(machine.cpu().cores(), (threads + perCore - 1) / perCore);
        return framework == Framework.OWN || framework == Framework.CALLS
                ? CpuSteps.own(machine.cpu(), cores, work, learns).flagged(idle)
                : CpuSteps.keras(machine.cpu(), cores, work, framework, learns);
    }

    private static int threads(Machine machine, Conditions conditions) {
        int all = machine.cpu().virtualProcessors();
        int asked = conditions.threads().orElse(all);
        if (asked < 1 || asked > all) {
            throw new IllegalArgumentException(machine.name() + " has " + all + " hardware threads, not " + asked
                    + ": --threads must be from 1 to " + all);
        }
        return asked;
    }

    /** Refuses what does not fit, and says how much it needs. */
    static void requireMemory(Workload work, String device, double has) {
        if (work.memoryBytes() > has) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s with batch %d needs %.1f GB (weights, gradients, the rule's state, activations and their slopes);"
                            + " %s has %.1f GB: take a smaller batch or a larger device",
                    work.name(),
                    work.batch(),
                    work.memoryBytes() / 1e9,
                    device,
                    has / 1e9));
        }
    }

    private static void requireFits(Machine machine, Workload work, Framework framework) {
        if (machine.gpu().isEmpty() && (framework == Framework.CALLS || framework == Framework.PYTORCH_2)) {
            throw new IllegalArgumentException(
                    "--framework " + framework + " was timed on GPUs alone, and " + machine.name()
                            + " has none: say keras-2017 or tensorflow-2 (Keras on its processors), or own (this project's trainer)");
        }
        if (framework == Framework.CALLS && work.convolves()) {
            throw new IllegalArgumentException("only dense layers were timed alone on " + machine.name()
                    + ": say under which framework, --framework keras-2017, tensorflow-2 or pytorch-2");
        }
    }

    private static Optional<Price> price(Machine machine, Conditions conditions) {
        if (!machine.rented()) {
            return Optional.empty();
        }
        return Optional.of(machine.priceOn(conditions.day().orElse(LocalDate.MAX), conditions.region()));
    }

    /** The waterfall's lines for people: what, how long, which part of the step. */
    static String line(Part part, double whole) {
        return part.name() + ": " + Quantities.format(part.seconds(), Unit.SECONDS)
                + (part.hidden()
                        ? " beside the rest"
                        : ", " + Quantities.format(part.seconds() / whole, Unit.FRACTION) + " of the step");
    }
}
