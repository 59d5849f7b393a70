package clock2cloud.app.story;

import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.story.host.HostSeconds;
import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.story.machine.Processor;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.AllReduce;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.hdfs.FileBlocks;
import clock2cloud.cluster.hdfs.StoredFile;
import clock2cloud.vm.host.Host;
import clock2cloud.vm.host.HostPartition;
import clock2cloud.vm.host.Slice;
import clock2cloud.vm.host.SliceRequest;
import clock2cloud.vm.host.VirtualizationOverhead;
import java.util.List;
import java.util.Optional;

/** The rungs that need no rent: by this machine's calibration, or the laptop's data sheet beside it. */
final class HomeRungs {
    /** Ten workers in one house: they hand sums over through shared memory. */
    private static final AlphaBeta SHARED_MEMORY = new AlphaBeta(1e-6, 10e9);

    /** Gigabit Ethernet between machines of one room. */
    private static final AlphaBeta LAN = new AlphaBeta(100e-6, 125e6);

    private static final double DISK_BYTES_PER_SECOND = 100e6;

    private final Job job;
    private final HostForecast host;
    private final int threads;

    HomeRungs(Job job, HostForecast host, int threads) {
        this.job = job;
        this.host = host;
        this.threads = threads;
    }

    private Epoch hostEpoch(int count) {
        HostSeconds epoch = host.epoch(job.net(), job.batch(), count, job.rows());
        return new Epoch(epoch.lowSeconds(), epoch.seconds(), epoch.highSeconds());
    }

    /** The same program on the old laptop: the same part of the peak of each operation, by the laptop's data sheet. */
    Rung laptop() {
        Machine laptop = Machines.named("laptop-2009");
        Processor cpu = laptop.cpu();
        double peak = cpu.peakFlopsPerSecondOfOneCore();
        double scaled = hostEpoch(1).seconds() * host.calibration().peakFlopsPerSecond() / peak;
        double atBest = job.flopsPerEpoch() / (peak * cpu.tunedFraction().orElse(1.0));
        boolean cached = job.gradientBytes() <= cpu.lastCacheBytes();
        double fromMemory = cached ? 0 : 3 * job.gradientBytes() / cpu.memoryBytesPerSecond() * job.stepsPerEpoch();
        double seconds = Math.max(Math.max(scaled, atBest), fromMemory);
        double spread = cpu.tunedFraction().orElse(1.0) / cpu.plainFraction().orElse(0.5);
        return Rung.forecast(
                job,
                laptop.name(),
                laptop.title(),
                Optional.of(cpu.clockHertz()),
                peak,
                new Epoch(Math.min(atBest, seconds / 1.2), seconds, seconds * spread),
                0,
                seconds == fromMemory ? "memory" : "compute",
                "4 multiplies and 4 adds a cycle, no more; a program that uses plain loops takes about ten times as long");
    }

    Rung cores(String name, int count) {
        boolean small =
                count > 1 && hostEpoch(count).seconds() > 0.7 * hostEpoch(1).seconds();
        String title = count == 1 ? "this machine, one core" : "this machine, all " + count + " cores";
        return Rung.forecast(
                job,
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
    Rung tenWorkers() {
        int workers = 10;
        int share = (job.batch() + workers - 1) / workers;
        double compute = host.step(job.net(), share, 1).seconds();
        double talk = AllReduce.RING.seconds(SHARED_MEMORY, workers, job.gradientBytes());
        double seconds = (compute + talk) * job.stepsPerEpoch();
        return Rung.forecast(
                job,
                "ten-workers",
                "ten workers like this core, in one machine",
                host.calibration().clockHertz(),
                workers * host.calibration().peakFlopsPerSecond(),
                new Epoch(seconds * 0.7, seconds, seconds * 1.6),
                0,
                compute > talk ? "compute" : "synchronisation",
                "not a tenth of the time but "
                        + Quantities.format(seconds / hostEpoch(1).seconds(), Unit.FRACTION) + " of one core's: "
                        + share + " rows each still read every weight, and the sums go round");
    }

    /** One master, four workers, the data in HDFS blocks of replication 3; gradients go round the LAN after every step. */
    Rung cluster() {
        int workers = 4;
        int share = (job.batch() + workers - 1) / workers;
        StoredFile data = new StoredFile(
                new FileBlocks((long) job.dataBytes(), FileBlocks.DEFAULT_BLOCK_BYTES), 3, workers, 25e12);
        double read =
                data.parallelReadSeconds(DISK_BYTES_PER_SECOND) + job.dataBytes() / workers / LAN.bytesPerSecond();
        double compute = host.step(job.net(), share, threads).seconds();
        double talk = AllReduce.RING.seconds(LAN, workers, job.gradientBytes());
        double seconds = (compute + talk) * job.stepsPerEpoch();
        return Rung.forecast(
                job,
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

    Rung halfVirtualMachine() {
        double clock = host.calibration().clockHertz().orElse(1e9);
        Host machine =
                new Host("this machine", threads, clock, host.calibration().peakFlopsPerSecond() / clock, 16e9, 100e9);
        Slice slice = HostPartition.of(machine, VirtualizationOverhead.KVM_TUNED)
                .admit(List.of(new SliceRequest("half", 0.5, 0.25, 10e9)))
                .slices()
                .get(0);
        Epoch bare = hostEpoch(threads);
        return Rung.forecast(
                job,
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
}
