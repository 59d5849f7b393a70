package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.wire.DrivenLine;
import clock2cloud.signal.wire.IsmailFriedmanDelay;
import clock2cloud.signal.wire.LossyLine;
import clock2cloud.signal.wire.LumpedRc;
import clock2cloud.signal.wire.SakuraiDelay;
import clock2cloud.signal.wire.SeriesRlc;
import clock2cloud.signal.wire.StepResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The delay of one wire by every model, each with its error against the exact one. */
@Command(
        name = "wire",
        description = "The delay of a wire by every model, each with its error against the exact answer.",
        footer = {
            "",
            "Example: ./c2c signal wire --resistance 1kohm --capacitance 200fF --driver 500ohm --load 20fF",
            "Example: ./c2c signal wire --resistance 50ohm --capacitance 1pF --inductance 10nH --driver 50ohm --load 0.1pF"
        })
final class WireCommand implements Callable<Integer> {
    @Option(
            names = "--fraction",
            defaultValue = "50%",
            converter = Converters.Fraction.class,
            description = "Delay to this part of the swing (default: 50%%).")
    private double fraction;

    @Mixin
    private WireOptions options;

    @Mixin
    private Common common;

    /** One model's answer; its error is against the exact model of the same wire. */
    record Model(String model, double delaySeconds, double errorFraction) {}

    /** The JSON of {@code c2c signal wire}. */
    record Result(double fraction, double exactSeconds, double highestClockHertz, List<Model> models) {}

    @Override
    public Integer call() {
        StepResponse exact = options.wire();
        List<Model> models = new ArrayList<>();
        double truth;
        if (exact instanceof LumpedRc rc) {
            truth = rc.delaySeconds(fraction);
            models.add(new Model("lumped RC (exact)", truth, 0));
        } else {
            truth = exact instanceof LossyLine line ? line.delaySeconds(fraction) : rcLine().delaySeconds(fraction);
            models.add(new Model(
                    exact instanceof LossyLine ? "distributed RLC (exact)" : "distributed RC (exact)", truth, 0));
            approximations(models, truth);
        }
        Result result = new Result(fraction, truth, 1 / truth, models);
        Table table = Table.of("model", "delaySeconds", "errorFraction");
        for (Model model : models) {
            table = table.row(model.model(), model.delaySeconds(), model.errorFraction());
        }
        return common.report()
                .json(result)
                .table(table)
                .say("A clock whose period just covers this delay runs at "
                        + Quantities.format(result.highestClockHertz(), Unit.HERTZ) + ".")
                .explain(explain(truth))
                .figure(WireFigures.step(exact, truth, fraction, options.words(), common.commandLine(), common.seed()))
                .print();
    }

    private DrivenLine rcLine() {
        return new DrivenLine(options.driverOhms(), options.ohms(), options.farads(), options.loadFarads());
    }

    private void approximations(List<Model> models, double truth) {
        double rd = options.driverOhms();
        double r = options.ohms();
        double c = options.farads();
        double cl = options.loadFarads();
        add(models, "lumped RC", new LumpedRc(rd + r, c + cl).delaySeconds(fraction), truth);
        add(models, "Elmore as one pole", -Math.log1p(-fraction) * rcLine().elmoreSeconds(), truth);
        if (options.henries().isPresent()) {
            double l = options.henries().orElseThrow();
            add(models, "distributed RC", rcLine().delaySeconds(fraction), truth);
            add(models, "lumped RLC", new SeriesRlc(rd + r, l, c + cl).delaySeconds(fraction), truth);
            if (fraction == 0.5) {
                double formula = new IsmailFriedmanDelay(new LossyLine(rd, r, l, c, cl)).delaySeconds();
                add(models, "Ismail-Friedman", formula, truth);
            }
            add(models, "time of flight", Math.sqrt(l * c), truth);
        } else {
            add(models, "Sakurai", new SakuraiDelay(rd, r, c, cl).delaySeconds(fraction), truth);
        }
    }

    private static void add(List<Model> models, String name, double seconds, double truth) {
        models.add(new Model(name, seconds, seconds / truth - 1));
    }

    private Explanation explain(double truth) {
        return Explanation.of(
                "The distributed line",
                "1 / ((1 + s Rd CL) cosh q + (Rd / Z0 + s CL Z0) sinh q), q = sqrt((R + sL) sC), inverted exactly",
                String.format(Locale.ROOT, "%s: %.5g ps to %.3g of the swing", options.words(), truth * 1e12, fraction),
                "a uniform wire, a resistor as driver, a capacitor as load; no skin effect",
                "Sakurai 1983, eq. 2; an open wire alone needs " + DrivenLine.OPEN_HALF_DELAY + " RC");
    }
}
