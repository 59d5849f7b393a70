package clock2cloud.app.page;

import static clock2cloud.app.table.Quantities.format;
import static clock2cloud.app.table.Quantities.significant;

import clock2cloud.app.spot.SpotSentences;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.DividedSum;
import clock2cloud.cluster.hdfs.FileBlocks;
import clock2cloud.cluster.hdfs.StoredFile;
import clock2cloud.signal.bits.Driver;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Message;
import clock2cloud.signal.wall.Processor;
import clock2cloud.spot.checkpoint.CheckpointRule;
import clock2cloud.vm.pool.FillRule;
import clock2cloud.vm.pool.TenantPool;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The post's own sentences, each with a verdict, our number and where it comes from. */
final class FactCheck {
    private static final LocalDate DAY = LocalDate.of(2017, 7, 20);

    /**
     * One sentence.
     *
     * @param holds whether it is true as it stands
     */
    record Line(String claim, String verdict, boolean holds, String number, String source) {}

    private FactCheck() {}

    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.addAll(hardware());
        lines.addAll(cluster());
        lines.addAll(market());
        return lines;
    }

    private static List<Line> hardware() {
        clock2cloud.app.story.machine.Processor laptop =
                Machines.named("laptop-2009").cpu();
        GraphicsProcessor k80 = Machines.named("p2.xlarge").gpu().orElseThrow();
        Processor core2 = Processor.all().stream()
                .filter(p -> p.name().contains("P8700"))
                .findFirst()
                .orElseThrow();
        String read = Link.reaching(2.0, Driver.of(5, laptop.clockHertz()), 2.5)
                .receive(Message.of("10101010"))
                .received();
        return List.of(
                new Line(
                        "2.53 GHz: the CPU switches 2.53 thousand million times a second",
                        "true of the clock; a gate switches far faster",
                        true,
                        "one tick is " + format(1 / laptop.clockHertz(), Unit.SECONDS) + ", room for about "
                                + significant(core2.gatesPerClock()) + " gates in a row",
                        "Intel Core 2 Duo P8700; gate delays of the CPU DB (Danowitz et al., 2012)"),
                new Line(
                        "A 1 is 5 V, and 10101010 is read as 00000000",
                        "not this chip, and only with a strict receiver",
                        false,
                        "the P8700 ran at " + format(core2.supplyVolts(), Unit.VOLTS)
                                + "; with 5 V and half of it as threshold the" + " message is read " + read,
                        "CPU DB; superposition, Dally and Poulton 1998"),
                new Line(
                        "A GPU has a lower clock but more cores",
                        "true",
                        true,
                        format(k80.boostHertz(), Unit.HERTZ) + " against " + format(laptop.clockHertz(), Unit.HERTZ)
                                + ", and "
                                + significant(k80.boostFlopsPerSecond() / laptop.peakFlopsPerSecondOfOneCore())
                                + " times the peak of one core",
                        "NVIDIA Tesla K80 board specification; Intel"));
    }

    private static List<Line> cluster() {
        DividedSum paid = new DividedSum(1e12, 1e9, 0.5, 0.5);
        StoredFile file = new StoredFile(new FileBlocks(1_000_000_000, 100_000_000), 3, 4, 25e12);
        TenantPool pool = TenantPool.threeTenants(VmChapters.USED_OF_HELD);
        boolean allocated = pool.sell("fourth", 0.05, 0.5, new FillRule(0.8, FillRule.Basis.ALLOCATED))
                .sold();
        boolean used = pool.sell("fourth", 0.05, 0.5, new FillRule(0.8, FillRule.Basis.USED))
                .sold();
        return List.of(
                new Line(
                        "Ten workers need a tenth of the time, plus overhead",
                        "true, with the overhead",
                        true,
                        format(paid.seconds(10), Unit.SECONDS) + " instead of "
                                + format(paid.workSeconds(10), Unit.SECONDS)
                                + " at half a second to send and to take in; beyond " + paid.bestWorkers()
                                + " workers it gets slower",
                        "divided sum, walkthrough 06; ./c2c cluster sum times it"),
                new Line(
                        "1 GB lies on 3 of the 4 nodes",
                        "each block does; the file lies on all four",
                        false,
                        file.replicas() + " copies of each of 10 blocks, " + format(file.rawBytes(), Unit.BYTES)
                                + " of disk",
                        "HDFS default placement, held against a real HDFS 3.5"),
                new Line(
                        "The last 5% are sold, and never above 80%",
                        "the two contradict each other",
                        false,
                        "80% of what is promised: " + (allocated ? "sold" : "refused") + "; 80% of what is used ("
                                + format(pool.usedFraction(), Unit.FRACTION) + "): " + (used ? "sold" : "refused")
                                + "; no source says that the provider stops at 80%",
                        "three tenants, use as in the Bitbrains traces"));
    }

    private static List<Line> market() {
        double onDemand = Machines.named("p2.xlarge").priceOn(DAY).dollarsPerHour();
        double spot = SpotChapters.SPOT;
        double fives = 5 * spot;
        var run = SpotChapters.fiveHours();
        double saved = run.expectedSeconds(CheckpointRule.DALY.intervalSeconds(run)) / SpotChapters.HOUR;
        return List.of(
                new Line(
                        "p2.xlarge: $0.90 an hour",
                        "true",
                        Math.abs(onDemand - 0.90) < 5e-4,
                        format(onDemand, Unit.DOLLARS_PER_HOUR) + " on 20 July 2017",
                        "EC2 price list, us-east-1, Linux"),
                of(SpotSentences.seventeen()),
                of(SpotSentences.ninety()),
                of(SpotSentences.warning()),
                new Line(
                        "5 hours for just shy of a dollar",
                        "true without an eviction, and about true with them",
                        fives < 1,
                        format(fives, Unit.DOLLARS)
                                + " at $0.17/h; with a mean life of five hours and Daly's checkpoints "
                                + format(saved * SpotChapters.HOUR, Unit.SECONDS) + " and "
                                + format(saved * spot, Unit.DOLLARS)
                                + " by the second",
                        "Daly, FGCS 22 (2006)"));
    }

    private static Line of(SpotSentences.Line line) {
        return new Line(line.sentence(), line.verdict(), line.holds(), line.data(), line.source());
    }

    /** The chapter's table. */
    static String html() {
        StringBuilder html = new StringBuilder(
                "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Fact check\"><table class=\"facts\">\n<tr>");
        for (String head : List.of("The post says", "Verdict", "Our number", "Source")) {
            html.append("<th scope=\"col\">").append(head).append("</th>");
        }
        html.append("</tr>\n");
        for (Line line : lines()) {
            html.append("<tr><td>").append(Html.escaped(line.claim())).append("</td><td class=\"verdict ");
            html.append(line.holds() ? "yes" : "no").append("\">").append(Html.escaped(line.verdict()));
            html.append("</td><td data-head=\"Our number\">").append(Html.escaped(line.number()));
            html.append("</td><td data-head=\"Source\">");
            html.append(Html.escaped(line.source())).append("</td></tr>\n");
        }
        return html.append("</table></div>\n").toString();
    }
}
