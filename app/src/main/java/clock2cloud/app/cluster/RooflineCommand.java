package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.chart.Figure;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Json;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.Kernel;
import clock2cloud.cluster.KernelTime;
import clock2cloud.cluster.MemoryLevel;
import clock2cloud.cluster.Processor;
import clock2cloud.cluster.Roofline;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster roofline}: a kernel on a processor, by roofline, ECM and addition. */
@Command(
        name = "roofline",
        description = "The time of a kernel on one processor, and what bounds it.",
        footer = {
            "",
            "Example: ./c2c cluster roofline --flops 6.4MFLOP --bytes 2MB --set 500kB",
            "The processor is the mid-2009 laptop's unless --processor names a JSON file (docs/json-cluster.md)."
        })
final class RooflineCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(names = "--processor", paramLabel = "FILE", description = "A processor as JSON.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--cores", defaultValue = "1", description = "Cores at work (default: ${DEFAULT-VALUE}).")
    private int cores;

    @Option(
            names = "--flops",
            defaultValue = "1GFLOP",
            converter = Converters.Flops.class,
            description = "Operations of the kernel (default: ${DEFAULT-VALUE}).")
    private double flops;

    @Option(
            names = "--bytes",
            defaultValue = "1GB",
            converter = Converters.Bytes.class,
            description = "Bytes that it moves (default: ${DEFAULT-VALUE}).")
    private double bytes;

    @Option(
            names = "--set",
            converter = Converters.Bytes.class,
            description = "Its working set, which decides the level that holds it (default: --bytes).")
    private double setBytes = -1;

    @Option(
            names = "--calls",
            defaultValue = "1",
            converter = Converters.Count.class,
            description = "Times that it is called (default: ${DEFAULT-VALUE}).")
    private long calls;

    @Option(
            names = "--call",
            defaultValue = "0s",
            converter = Converters.Seconds.class,
            description = "Cost of a call (default: ${DEFAULT-VALUE}).")
    private double callSeconds;

    /** A processor file. */
    record ProcessorFile(
            String name, double clockHertz, int cores, double flopsPerCycle, int vectorLanes, List<Level> levels) {}

    /** A level of it; without totalBytesPerSecond every core has its own. */
    record Level(
            String name,
            Optional<Double> capacityBytes,
            double latencySeconds,
            double coreBytesPerSecond,
            Optional<Double> totalBytesPerSecond) {
        MemoryLevel level() {
            return new MemoryLevel(
                    name,
                    capacityBytes.orElse(Double.POSITIVE_INFINITY),
                    latencySeconds,
                    coreBytesPerSecond,
                    totalBytesPerSecond.orElse(Double.POSITIVE_INFINITY));
        }
    }

    /** The answer as JSON. */
    record Answer(
            String processor,
            int cores,
            double peakFlopsPerSecond,
            double memoryBytesPerSecond,
            double ridgeFlopsPerByte,
            Optional<Double> kernelFlopsPerByte,
            List<KernelTime.Term> terms,
            double callSeconds,
            double rooflineSeconds,
            double ecmSeconds,
            double additiveSeconds,
            String bound) {}

    @Override
    public Integer call() {
        Processor processor = file.map(RooflineCommand::read).orElseGet(Processor::core2DuoP8700);
        Kernel kernel = Kernel.streaming("kernel", flops, bytes, setBytes < 0 ? bytes : setBytes, processor)
                .withCalls((double) calls, callSeconds);
        KernelTime time = processor.time(kernel, cores);
        Roofline roofline = processor.roofline(cores);
        Table table = Table.of("term", "seconds");
        for (KernelTime.Term term : time.terms()) {
            table = table.row(term.name(), term.seconds());
        }
        table = table.row("calls", time.callSeconds())
                .row("roofline", time.rooflineSeconds())
                .row("ECM", time.ecmSeconds())
                .row("additive", time.additiveSeconds());
        return common.report()
                .json(new Answer(
                        processor.name(),
                        cores,
                        roofline.peakFlopsPerSecond(),
                        roofline.memoryBytesPerSecond(),
                        roofline.ridgeFlopsPerByte(),
                        UslCommand.finite(kernel.flopsPerByte()),
                        time.terms(),
                        time.callSeconds(),
                        time.rooflineSeconds(),
                        time.ecmSeconds(),
                        time.additiveSeconds(),
                        time.bound()))
                .table(table)
                .say(processor.name() + ", " + cores + " core(s): " + time.bound() + " bounds; peak "
                        + Quantities.format(roofline.peakFlopsPerSecond(), Unit.FLOPS_PER_SECOND) + ", memory "
                        + Quantities.format(roofline.memoryBytesPerSecond(), Unit.BYTES_PER_SECOND) + ", ridge at "
                        + Quantities.significant(roofline.ridgeFlopsPerByte()) + " flops a byte.")
                .explain(Explanation.of(
                        "Roofline and ECM",
                        "roofline max(T); ECM max(T_flops, sum T_level); additive sum T; each + calls",
                        "flops " + Quantities.format(time.terms().get(0).seconds(), Unit.SECONDS) + ", ECM "
                                + Quantities.format(time.ecmSeconds(), Unit.SECONDS),
                        "every lane busy, data through every level once",
                        "Williams, Waterman, Patterson 2009; Treibig and Hager 2009"))
                .figure(figure(processor, roofline, kernel)
                        .command(common.commandLine())
                        .seed(common.seed()))
                .print();
    }

    private static Processor read(Path file) {
        ProcessorFile read = Json.read(file, ProcessorFile.class);
        try {
            return new Processor(
                    read.name(),
                    read.clockHertz(),
                    read.cores(),
                    read.flopsPerCycle(),
                    read.vectorLanes(),
                    read.levels().stream().map(Level::level).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** The roof of memory and of each cache, and the kernel under it. */
    private Figure figure(Processor processor, Roofline roofline, Kernel kernel) {
        double ridge = roofline.ridgeFlopsPerByte();
        double[] intensity = IntStream.rangeClosed(-20, 20)
                .mapToDouble(i -> ridge * Math.pow(10, i / 10.0))
                .toArray();
        Figure figure = Figure.of("roofline")
                .title(processor.name() + " needs " + Quantities.significant(ridge)
                        + " flops a byte to be bound by arithmetic")
                .subtitle(cores + " core(s), " + Quantities.format(roofline.peakFlopsPerSecond(), Unit.FLOPS_PER_SECOND)
                        + ", one roof for each level that holds the data")
                .xLog("flops per byte", "")
                .yLog("attainable", "")
                .yHuman(Unit.FLOPS_PER_SECOND);
        for (MemoryLevel level : processor.levels()) {
            Roofline roof = new Roofline(roofline.peakFlopsPerSecond(), level.bytesPerSecond(cores));
            figure.line("from " + level.name(), intensity, SpeedupFigures.map(intensity, roof::flopsPerSecond));
        }
        double own = kernel.flopsPerByte();
        return own >= intensity[0] && own <= intensity[intensity.length - 1]
                ? figure.moment("this kernel", own)
                : figure;
    }
}
