package clock2cloud.app.story;

import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;

/** The ladder in rows and in words. */
public final class LadderTables {
    private LadderTables() {}

    /** A row a rung, in plain units. */
    public static Table rows(Climb.Result result) {
        Table table = Table.of(
                "rung",
                "clockHertz",
                "peakFlopsPerSecond",
                "effectiveFlopsPerSecond",
                "forecastSecondsPerEpoch",
                "lowSecondsPerEpoch",
                "highSecondsPerEpoch",
                "measuredSecondsPerEpoch",
                "errorFraction",
                "runSeconds",
                "costDollars",
                "limiter",
                "trust");
        for (Rung rung : result.rungs()) {
            table = table.row(
                    rung.name(),
                    rung.clockHertz(),
                    rung.peakFlopsPerSecond(),
                    rung.effectiveFlopsPerSecond(),
                    rung.forecastSecondsPerEpoch(),
                    rung.lowSecondsPerEpoch(),
                    rung.highSecondsPerEpoch(),
                    rung.measuredSecondsPerEpoch(),
                    rung.errorFraction(),
                    rung.forecastSeconds(),
                    rung.costDollars(),
                    rung.limiter(),
                    rung.trust());
        }
        return table;
    }

    /** A row a rung, as people read it. */
    public static Table forPeople(Climb.Result result) {
        Table table = Table.of(
                "rung",
                "clock",
                "peak",
                "reached",
                "per epoch",
                "90% interval",
                "measured",
                "error",
                "run",
                "cost",
                "limit",
                "trust");
        for (Rung rung : result.rungs()) {
            table = table.row(
                    rung.name(),
                    rung.clockHertz().map(hertz -> Quantities.format(hertz, Unit.HERTZ)),
                    Quantities.format(rung.peakFlopsPerSecond(), Unit.FLOPS_PER_SECOND),
                    Quantities.format(rung.effectiveFlopsPerSecond(), Unit.FLOPS_PER_SECOND),
                    Quantities.format(rung.forecastSecondsPerEpoch(), Unit.SECONDS),
                    Quantities.format(rung.lowSecondsPerEpoch(), Unit.SECONDS) + " - "
                            + Quantities.format(rung.highSecondsPerEpoch(), Unit.SECONDS),
                    rung.measuredSecondsPerEpoch().map(seconds -> Quantities.format(seconds, Unit.SECONDS)),
                    rung.errorFraction().map(error -> Quantities.format(error, Unit.FRACTION)),
                    Quantities.format(rung.forecastSeconds(), Unit.SECONDS),
                    rung.costDollars().map(dollars -> Quantities.format(dollars, Unit.DOLLARS)),
                    rung.limiter(),
                    rung.trust());
        }
        return table;
    }

    /** What each rung is, and what the columns mean; Java's warm-up is in no rung. */
    public static String legend(Climb.Result result) {
        StringBuilder text = new StringBuilder();
        result.rungs().forEach(rung -> text.append(rung.name())
                .append(": ")
                .append(rung.title())
                .append("; ")
                .append(rung.because())
                .append(".\n"));
        text.append(
                "90% interval: nine runs in ten should fall between; on rungs that were not measured here it is a guess."
                        + " measured: trained here, after the forecast. published: its layers and its host are fitted to"
                        + " and held against other people's timings, timed: against ours on such a GPU (docs/trust.md says how far"
                        + " off)."
                        + " unchecked: nothing to hold it against. run: all epochs; a fresh Java process takes another "
                        + Quantities.format(result.warmUpSeconds(), Unit.SECONDS)
                        + " here until it has compiled the trainer, in its first epoch.");
        return text.toString();
    }

    /** Each rung's formula with the numbers of this run. */
    public static Explanation[] explanations(Job job, Climb.Result result) {
        return result.rungs().stream()
                .map(rung -> Explanation.of(
                        rung.name() + " (" + rung.title() + ")",
                        "run = once + epochs × steps × seconds a step",
                        Quantities.format(rung.forecastSeconds(), Unit.SECONDS) + " = once + " + job.epochs() + " × "
                                + Quantities.significant(job.stepsPerEpoch()) + " × "
                                + Quantities.format(rung.forecastSecondsPerEpoch() / job.stepsPerEpoch(), Unit.SECONDS)
                                + "; " + rung.because(),
                        assumptions(rung),
                        source(rung)))
                .toArray(Explanation[]::new);
    }

    private static String assumptions(Rung rung) {
        return switch (rung.name()) {
            case "laptop-2009" -> "every operation reaches the same part of the peak as here; turbo and heat left out";
            case "one-core", "all-cores" ->
                "the sum of the step's parts, each from its timing surface, times what neighbours on the same cores"
                        + " took; Java's warm-up left out";
            case "ten-workers" -> "a tenth of the batch each, ring all-reduce at 1 µs and 10 GB/s, no overlap";
            case "cluster" ->
                "a quarter of the batch each, ring all-reduce at 100 µs and 125 MB/s, no overlap; HDFS"
                        + " blocks of 128 MiB, 3 replicas, disks of 100 MB/s";
            case "half-vm" -> "the share is always had in full, and no more";
            case "p2.xlarge", "p2.xlarge-spot" ->
                "Python's own time, then the longer of starting the kernels and running them";
            default -> "layers by data sheet at the P100's shares of it; the host of TensorFlow 2 of 2021";
        };
    }

    private static String source(Rung rung) {
        return switch (rung.name()) {
            case "laptop-2009" -> "machines/laptop-2009.json";
            case "one-core", "all-cores" -> "./c2c calibrate, on this machine";
            case "ten-workers", "cluster" -> "Thakur, Rabenseifner and Gropp 2005 (all-reduce)";
            case "half-vm" -> "Felter et al., ISPASS 2015 (KVM, tuned)";
            case "p2.xlarge" -> "Justus et al. 2018 (layers), minimaxir 2017 (Keras), EC2 price list of 20 July 2017";
            case "p2.xlarge-spot" -> "as p2.xlarge; Daly 2006; us-east-1b mean price August to October 2017";
            default -> "ddps-lab/profet 2021 (TensorFlow 2), NVIDIA data sheets, EC2 price list";
        };
    }
}
