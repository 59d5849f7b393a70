package clock2cloud.app;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.app.story.chain.Chain;
import clock2cloud.app.story.chain.Knobs;
import clock2cloud.app.story.chain.Knobs.Knob;
import clock2cloud.app.story.forecast.NetText;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns one number on any floor and shows the price move. */
@Command(
        name = "whatif",
        description = {
            "Turn one number on any floor, from a wire's capacitance to the bid, and see the price of a training run move.",
            "Knobs: wire-capacitance, supply-voltage, gates-per-stage, flops-per-cycle, cores, workers, lan-latency,",
            "lan-bandwidth, vm-share, bid."
        },
        footer = {"", "Example: ./c2c whatif --set supply-voltage=1.3V --set lan-latency=50us"})
final class WhatIfCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--layers",
            defaultValue = "784,512,512,10",
            paramLabel = "N,N",
            description = "Neurons a layer (default: ${DEFAULT-VALUE}).")
    private String layers;

    @Option(names = "--batch", defaultValue = "128", description = "Rows a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--epochs", defaultValue = "20", description = "Passes over the data (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(names = "--rows", defaultValue = "60000", description = "Training rows (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--set", paramLabel = "KNOB=VALUE", description = "Turn a knob; may be given several times.")
    private Map<String, String> turned = Map.of();

    /** The JSON of {@code c2c whatif}. */
    record Result(Chain.Outcome before, Chain.Outcome after, double priceRatio, List<Chain.Elasticity> elasticities) {}

    @Override
    public Integer call() {
        Chain chain = new Chain(NetText.dense(layers, Activation.RELU), batch, epochs, rows);
        Knobs knobs = Knobs.usual();
        for (Map.Entry<String, String> one : turned.entrySet()) {
            Knob knob = Knob.of(one.getKey());
            knobs = knobs.with(knob, Quantities.parse(one.getValue(), unit(knob)));
        }
        Chain.Outcome before = chain.climb(Knobs.usual());
        Chain.Outcome after = chain.climb(knobs);
        List<Chain.Elasticity> elasticities = chain.elasticities(knobs);
        Chain.Elasticity strongest = elasticities.stream()
                .max(Comparator.comparingDouble(one -> Math.abs(one.elasticity())))
                .orElseThrow();
        return common.report()
                .json(new Result(before, after, after.priceDollars() / before.priceDollars(), elasticities))
                .table(links(before, after))
                .table(table(elasticities))
                .say("The run costs " + dollars(after) + " instead of " + dollars(before) + ". A per cent more of "
                        + strongest.knob().words() + " moves the price by "
                        + Quantities.significant(strongest.elasticity()) + "%, more than any other knob.")
                .explain(Explanation.of(
                        "Price of a run",
                        "clock → rate → step → run → bill; elasticity = d ln price / d ln knob, by 0.1% either way",
                        dollars(before) + " → " + dollars(after),
                        "caches and memory left out; spot prices lognormal about $0.17/h",
                        "Sakurai and Newton 1990; Amdahl 1967; Thakur et al. 2005; Felter et al. 2015; Daly 2006"))
                .figure(figure(elasticities, strongest))
                .print();
    }

    private static String dollars(Chain.Outcome outcome) {
        return Quantities.format(outcome.priceDollars(), Unit.DOLLARS);
    }

    private static Unit unit(Knob knob) {
        return switch (knob) {
            case WIRE_FARADS -> Unit.FARADS;
            case SUPPLY_VOLTS -> Unit.VOLTS;
            case STAGES, FLOPS_PER_CYCLE, CORES, WORKERS -> Unit.RATIO;
            case LATENCY_SECONDS -> Unit.SECONDS;
            case LAN_BYTES_PER_SECOND -> Unit.BYTES_PER_SECOND;
            case SHARE_FRACTION -> Unit.FRACTION;
            case BID_DOLLARS_PER_HOUR -> Unit.DOLLARS_PER_HOUR;
        };
    }

    private static Table links(Chain.Outcome before, Chain.Outcome after) {
        Table table = Table.of("floor", "hands on", "before", "now", "held by");
        for (int i = 0; i < before.links().size(); i++) {
            Chain.Link one = before.links().get(i);
            Chain.Link other = after.links().get(i);
            table = table.row(
                    one.floor(),
                    one.hands(),
                    Quantities.significant(one.value()),
                    Quantities.significant(other.value()),
                    other.binds());
        }
        return table;
    }

    private static Table table(List<Chain.Elasticity> elasticities) {
        Table table = Table.of("knob", "floor", "value", "elasticity", "meaning");
        for (Chain.Elasticity one : elasticities) {
            table = table.row(
                    one.knob().words(),
                    one.knob().floor(),
                    Quantities.format(one.value(), unit(one.knob())),
                    one.elasticity(),
                    one.knob().meaning());
        }
        return table;
    }

    private Figure figure(List<Chain.Elasticity> elasticities, Chain.Elasticity strongest) {
        List<Mark.Block> bars = new ArrayList<>();
        for (int i = 0; i < elasticities.size(); i++) {
            double reach = elasticities.get(i).elasticity();
            bars.add(new Mark.Block(Math.min(0, reach), Math.max(0, reach), i - 0.3, i + 0.3, "", 0.6));
        }
        return Figure.of("what-moves-the-price")
                .title("A per cent more of " + strongest.knob().words() + " moves the price by "
                        + Quantities.significant(strongest.elasticity()) + "%")
                .subtitle("net " + layers + ", batch " + batch + ", " + epochs + " epochs; from the wire to the bid")
                .alt("Bars, one a knob: by how many per cent the price moves when the knob moves by one")
                .x("change of the price for 1% of the knob, %", "")
                .y("", "")
                .rows(elasticities.stream().map(one -> one.knob().words()).toList())
                .blocks("", bars)
                .source("the models of all floors, chained")
                .command(common.commandLine())
                .seed(common.seed())
                .height(120 + 36 * elasticities.size());
    }
}
