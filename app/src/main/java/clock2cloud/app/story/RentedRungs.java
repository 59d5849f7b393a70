package clock2cloud.app.story;

import clock2cloud.app.story.forecast.Conditions;
import clock2cloud.app.story.forecast.Forecast;
import clock2cloud.app.story.forecast.Forecaster;
import clock2cloud.app.story.forecast.Workload;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import java.util.Arrays;
import java.util.Optional;

/** The rungs of the cloud, at the prices of their day. */
final class RentedRungs {
    private final Job job;

    RentedRungs(Job job) {
        this.job = job;
    }

    Rung onDemand() {
        Machine machine = Machines.named("p2.xlarge");
        return gpuRung(machine, machine.title() + ", on demand", Conditions.USUAL.on(Ladder.BLOG_DAY));
    }

    /** A rented GPU: host and device as forecast for that day's framework, and the price of the day. */
    private Rung gpuRung(Machine machine, String title, Conditions conditions) {
        GraphicsProcessor gpu = machine.gpu().orElseThrow();
        Workload work = new Workload(job.net(), job.shape(), job.batch(), job.epochs(), job.rows(), 0, UpdateRule.SGD);
        Forecast forecast = Forecaster.forecast(machine, work, conditions);
        boolean waits = forecast.limitingTerm().equals("host")
                || forecast.limitingTerm().equals("issue");
        String because = waits
                ? "most of a step the GPU waits for Python to hand it the next one"
                : "the layers are large enough to keep the GPU busy";
        Epoch epoch = new Epoch(
                forecast.epoch().low90Seconds(),
                forecast.secondsPerEpoch(),
                forecast.epoch().high90Seconds());
        Rung rung = Rung.forecast(
                job,
                machine.name(),
                title,
                Optional.of(gpu.boostHertz()),
                gpu.boostFlopsPerSecond(),
                epoch,
                0,
                waits ? "host overhead" : "compute",
                because);
        double cost = forecast.cost().map(Forecast.Cost::dollars).orElse(0.0);
        Rung.Trust trust = Arrays.stream(Rung.Trust.values())
                .filter(word -> word.name().equals(forecast.trust()))
                .findFirst()
                .orElse(Rung.Trust.unchecked);
        return rung.priced(cost, trust);
    }

    Rung spot() {
        Rung calm = onDemand();
        CheckpointedRun run = CalmZone.run(calm.forecastSeconds(), job.gradientBytes());
        double stretch = CalmZone.expectedSeconds(run) / calm.forecastSeconds();
        double evicted = 1 - run.uninterruptedProbability();
        Epoch epoch = new Epoch(calm.lowSecondsPerEpoch(), calm.forecastSecondsPerEpoch(), calm.highSecondsPerEpoch())
                .times(stretch);
        Rung rung = Rung.forecast(
                job,
                "p2.xlarge-spot",
                "p2.xlarge on the spot market, calm zone",
                calm.clockHertz(),
                calm.peakFlopsPerSecond(),
                epoch,
                0,
                evicted > 0.5 ? "eviction" : calm.limiter(),
                "evicted before its end with probability " + Quantities.format(evicted, Unit.FRACTION)
                        + ", without warning; checkpoints of " + Quantities.format(job.gradientBytes(), Unit.BYTES)
                        + " cost " + Quantities.format(run.dumpSeconds(), Unit.SECONDS));
        double cost = CalmZone.dollars(rung.forecastSeconds());
        return rung.priced(cost, Rung.Trust.published);
    }

    Rung laterGpu(Machine machine) {
        return gpuRung(machine, machine.title(), Conditions.USUAL);
    }
}
