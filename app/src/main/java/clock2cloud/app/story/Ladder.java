package clock2cloud.app.story;

import clock2cloud.app.story.forecast.Conditions;
import clock2cloud.app.story.forecast.Forecast;
import clock2cloud.app.story.forecast.Forecaster;
import clock2cloud.app.story.forecast.Workload;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.story.machine.Processor;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.AllReduce;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.hdfs.FileBlocks;
import clock2cloud.cluster.hdfs.StoredFile;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.vm.host.Host;
import clock2cloud.vm.host.HostPartition;
import clock2cloud.vm.host.Slice;
import clock2cloud.vm.host.SliceRequest;
import clock2cloud.vm.host.VirtualizationOverhead;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The ladder, bottom to top; each rung is one change away from the last, and every number crosses from floor to floor here. */
public final class Ladder {
    public static final List<String> RUNGS = List.of(
            "laptop-2009",
            "one-core",
            "all-cores",
            "ten-workers",
            "cluster",
            "half-vm",
            "p2.xlarge",
            "p2.xlarge-spot",
            "p3.2xlarge",
            "p5.4xlarge");

    /** The day on which the blogger asked. */
    public static final LocalDate BLOG_DAY = LocalDate.of(2017, 7, 20);

    /** Ten workers in one house: they hand sums over through shared memory. */
    static final AlphaBeta SHARED_MEMORY = new AlphaBeta(1e-6, 10e9);

    /** Gigabit Ethernet between machines of one room. */
    static final AlphaBeta LAN = new AlphaBeta(100e-6, 125e6);

    static final double DISK_BYTES_PER_SECOND = 100e6;

    private final Job job;
    private final HostForecast host;
    private final int threads;

    public Ladder(Job job, HostForecast host, int threads) {
        this.job = job;
        this.host = host;
        this.threads = threads;
    }

    /**
     * Forecasts one rung.
     *
     * @throws IllegalArgumentException when there is no rung of that name
     */
    public Rung forecast(String name) {
        return switch (name) {
            case "laptop-2009" -> laptop();
            case "one-core" -> cores(name, 1);
            case "all-cores" -> cores(name, threads);
            case "ten-workers" -> tenWorkers();
            case "cluster" -> cluster();
            case "half-vm" -> halfVirtualMachine();
            case "p2.xlarge" -> onDemand();
            case "p2.xlarge-spot" -> spot();
            case "p3.2xlarge", "p5.4xlarge" -> laterGpu(Machines.named(name));
            default ->
                throw new IllegalArgumentException("'" + name + "' is no rung; there are " + String.join(", ", RUNGS));
        };
    }

    private Rung rung(
            String name,
            String title,
            Optional<Double> clock,
            double peak,
            Epoch epoch,
            double once,
            String limiter,
            String because) {
        return new Rung(
                name,
                title,
                clock,
                peak,
                job.flopsPerEpoch() / epoch.seconds,
                epoch.seconds,
                epoch.low,
                epoch.high,
                once + job.epochs() * epoch.seconds,
                Optional.empty(),
                Optional.empty(),
                Rung.Trust.unchecked,
                limiter,
                Optional.empty(),
                because);
    }

    private record Epoch(double low, double seconds, double high) {
        Epoch times(double factor) {
            return new Epoch(low * factor, seconds * factor, high * factor);
        }
    }

    private Epoch hostEpoch(int count) {
        HostForecast.Step epoch = host.epoch(job.net(), job.batch(), count, job.rows());
        return new Epoch(epoch.lowSeconds(), epoch.seconds(), epoch.highSeconds());
    }

    /** The same program on the old laptop: the same part of the peak of each operation, by the laptop's data sheet. */
    private Rung laptop() {
        Machine laptop = Machines.named("laptop-2009");
        Processor cpu = laptop.cpu();
        double peak = cpu.peakFlopsPerSecondOfOneCore();
        double scaled = hostEpoch(1).seconds * host.calibration().peakFlopsPerSecond() / peak;
        double atBest = job.flopsPerEpoch() / (peak * cpu.tunedFraction().orElse(1.0));
        boolean cached = job.gradientBytes() <= cpu.lastCacheBytes();
        double fromMemory = cached ? 0 : 3 * job.gradientBytes() / cpu.memoryBytesPerSecond() * job.stepsPerEpoch();
        double seconds = Math.max(Math.max(scaled, atBest), fromMemory);
        double spread = cpu.tunedFraction().orElse(1.0) / cpu.plainFraction().orElse(0.5);
        return rung(
                laptop.name(),
                laptop.title(),
                Optional.of(cpu.clockHertz()),
                peak,
                new Epoch(Math.min(atBest, seconds / 1.2), seconds, seconds * spread),
                0,
                seconds == fromMemory ? "memory" : "compute",
                "4 multiplies and 4 adds a cycle, no more; a program that uses plain loops takes about ten times as long");
    }

    private Rung cores(String name, int count) {
        boolean small = count > 1 && hostEpoch(count).seconds > 0.7 * hostEpoch(1).seconds;
        String title = count == 1 ? "this machine, one core" : "this machine, all " + count + " cores";
        return rung(
                name,
                title,
                host.calibration().clockHertz(),
                count * host.calibration().peakFlopsPerSecond(),
                hostEpoch(count),
                0,
                small ? "synchronisation" : "compute",
                small
                        ? "a step is too short to share: the cores wait for each other"
                        : Quantities.format(host.calibration().peakFlopsPerSecond(), Unit.FLOPS_PER_SECOND)
                                + " is what the arithmetic of one core gives: multiply-adds in registers");
    }

    /** Ten builders: every step's batch is cut in ten, and after it all sums are handed round. */
    private Rung tenWorkers() {
        int workers = 10;
        int share = (job.batch() + workers - 1) / workers;
        double compute = host.step(job.net(), share, 1).seconds();
        double talk = AllReduce.RING.seconds(SHARED_MEMORY, workers, job.gradientBytes());
        double seconds = (compute + talk) * job.stepsPerEpoch();
        return rung(
                "ten-workers",
                "ten workers like this core, in one machine",
                host.calibration().clockHertz(),
                workers * host.calibration().peakFlopsPerSecond(),
                new Epoch(seconds * 0.7, seconds, seconds * 1.6),
                0,
                compute > talk ? "compute" : "synchronisation",
                "not a tenth of the time but " + Quantities.format(seconds / hostEpoch(1).seconds, Unit.FRACTION)
                        + " of one core's: " + share + " rows each still read every weight, and the sums go round");
    }

    /** One master, four workers, the data in HDFS blocks of replication 3; gradients go round the LAN after every step. */
    private Rung cluster() {
        int workers = 4;
        int share = (job.batch() + workers - 1) / workers;
        StoredFile data = new StoredFile(
                new FileBlocks((long) job.dataBytes(), FileBlocks.DEFAULT_BLOCK_BYTES), 3, workers, 25e12);
        double read =
                data.parallelReadSeconds(DISK_BYTES_PER_SECOND) + job.dataBytes() / workers / LAN.bytesPerSecond();
        double compute = host.step(job.net(), share, threads).seconds();
        double talk = AllReduce.RING.seconds(LAN, workers, job.gradientBytes());
        double seconds = (compute + talk) * job.stepsPerEpoch();
        return rung(
                "cluster",
                "four such machines and a master on a 1 Gbit/s LAN, data in HDFS",
                host.calibration().clockHertz(),
                workers * threads * host.calibration().peakFlopsPerSecond(),
                new Epoch(seconds * 0.8, seconds, seconds * 1.5),
                read,
                talk > compute ? "network" : "compute",
                Quantities.format(talk / (talk + compute), Unit.FRACTION) + " of a step is "
                        + Quantities.format(job.gradientBytes(), Unit.BYTES) + " of gradients going round");
    }

    private Rung halfVirtualMachine() {
        double clock = host.calibration().clockHertz().orElse(1e9);
        Host machine =
                new Host("this machine", threads, clock, host.calibration().peakFlopsPerSecond() / clock, 16e9, 100e9);
        Slice slice = HostPartition.of(machine, VirtualizationOverhead.KVM_TUNED)
                .admit(List.of(new SliceRequest("half", 0.5, 0.25, 10e9)))
                .slices()
                .get(0);
        Epoch bare = hostEpoch(threads);
        return rung(
                "half-vm",
                "a virtual machine with 50% of this machine's CPU",
                host.calibration().clockHertz(),
                slice.peakFlopsPerSecond(),
                bare.times(machine.peakFlopsPerSecond() / slice.effectiveFlopsPerSecond()),
                0,
                "CPU share",
                "half of the time belongs to others, and the virtual machine itself takes "
                        + Quantities.format(
                                1 - slice.effectiveFlopsPerSecond() / slice.peakFlopsPerSecond(), Unit.FRACTION));
    }

    private Rung onDemand() {
        Machine machine = Machines.named("p2.xlarge");
        return gpuRung(machine, machine.title() + ", on demand", Conditions.USUAL.on(BLOG_DAY));
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
        Rung rung = rung(
                machine.name(),
                title,
                Optional.of(gpu.boostHertz()),
                gpu.boostFlopsPerSecond(),
                epoch,
                0,
                waits ? "host overhead" : "compute",
                because);
        double cost = forecast.cost().map(Forecast.Cost::dollars).orElse(0.0);
        boolean published = forecast.trust().equals("published");
        return priced(rung, cost, published ? Rung.Trust.published : Rung.Trust.unchecked, Optional.empty());
    }

    private static Rung priced(Rung rung, double cost, Rung.Trust trust, Optional<Double> error) {
        return new Rung(
                rung.name(),
                rung.title(),
                rung.clockHertz(),
                rung.peakFlopsPerSecond(),
                rung.effectiveFlopsPerSecond(),
                rung.forecastSecondsPerEpoch(),
                rung.lowSecondsPerEpoch(),
                rung.highSecondsPerEpoch(),
                rung.forecastSeconds(),
                rung.measuredSecondsPerEpoch(),
                error,
                trust,
                rung.limiter(),
                Optional.of(cost),
                rung.because());
    }

    private Rung spot() {
        Rung calm = onDemand();
        CheckpointedRun run = CalmZone.run(calm.forecastSeconds(), job.gradientBytes());
        double stretch = CalmZone.expectedSeconds(run) / calm.forecastSeconds();
        double evicted = 1 - run.uninterruptedProbability();
        Epoch epoch = new Epoch(calm.lowSecondsPerEpoch(), calm.forecastSecondsPerEpoch(), calm.highSecondsPerEpoch())
                .times(stretch);
        Rung rung = rung(
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
        return priced(rung, cost, Rung.Trust.published, calm.errorFraction());
    }

    private Rung laterGpu(Machine machine) {
        return gpuRung(machine, machine.title(), Conditions.USUAL);
    }
}
