package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Json;
import clock2cloud.app.table.Table;
import clock2cloud.signal.wire.RcTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Elmore's delay to every node of a tree, its bounds, and the exact delay. */
@Command(
        name = "tree",
        description = "Elmore delay to every node of an RC tree, bounds that cannot fail, and the exact delay.",
        footer = {
            "",
            "Example: ./c2c signal tree docs/examples/rc-tree.json --fraction 50%        (its format: docs/json-signal.md)"
        })
final class TreeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "{\"nodes\": [{\"name\", \"parent\", \"ohms\", \"farads\"}]}; no parent: the driver.")
    private Path file;

    @Option(
            names = "--fraction",
            defaultValue = "50%",
            converter = Converters.Fraction.class,
            description = "Delay to this part of the swing (default: 50%%).")
    private double fraction;

    @Mixin
    private Common common;

    /** The file. */
    record TreeFile(List<NodeLine> nodes) {
        TreeFile {
            if (nodes == null || nodes.isEmpty()) {
                throw new IllegalArgumentException("needs at least one of \"nodes\"");
            }
        }
    }

    /** One node of the file. */
    record NodeLine(String name, Optional<String> parent, double ohms, double farads) {
        NodeLine {
            if (name == null || !(ohms > 0) || !(farads >= 0)) {
                throw new IllegalArgumentException("a node needs a name, ohms above 0 and farads of 0 or more");
            }
        }
    }

    /** The JSON of {@code c2c signal tree}. */
    record Result(double fraction, List<Delay> nodes) {}

    /** One node; the error is that of Elmore as one pole, {@code ln(1 / (1 - v)) T}. */
    record Delay(
            String name,
            double elmoreSeconds,
            double leastSeconds,
            double exactSeconds,
            double mostSeconds,
            double onePoleErrorFraction) {}

    @Override
    public Integer call() {
        TreeFile content = Json.read(file, TreeFile.class);
        RcTree tree = new RcTree();
        content.nodes().forEach(n -> tree.add(n.name(), n.parent().orElse(""), n.ohms(), n.farads()));
        List<Delay> delays = new ArrayList<>();
        Table table = Table.of(
                "node", "elmoreSeconds", "leastSeconds", "exactSeconds", "mostSeconds", "onePoleErrorFraction");
        for (String name : tree.names()) {
            Delay d = delay(tree, name);
            delays.add(d);
            table = table.row(
                    name,
                    d.elmoreSeconds(),
                    d.leastSeconds(),
                    d.exactSeconds(),
                    d.mostSeconds(),
                    d.onePoleErrorFraction());
        }
        return common.report()
                .json(new Result(fraction, delays))
                .table(table)
                .explain(Explanation.of(
                        "Elmore and its bounds",
                        "T_e = sum R_ke C_k; the delay to v lies between the bounds of Rubinstein, Penfield and Horowitz",
                        "to " + fraction + " of the swing; exact by the eigenvalues of the tree",
                        "a step at the driver; resistors and capacitors only",
                        "Elmore 1948; Rubinstein, Penfield and Horowitz, IEEE TCAD 2(3) 1983"))
                .print();
    }

    private Delay delay(RcTree tree, String name) {
        double elmore = tree.elmoreSeconds(name);
        double exact = tree.response(name).delaySeconds(fraction, elmore);
        return new Delay(
                name,
                elmore,
                tree.leastSeconds(name, fraction),
                exact,
                tree.mostSeconds(name, fraction),
                -Math.log1p(-fraction) * elmore / exact - 1);
    }
}
