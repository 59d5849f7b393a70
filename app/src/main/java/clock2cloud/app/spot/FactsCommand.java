package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "facts",
        description = "The blog's sentences about the spot market, each with computed data and a verdict.",
        footer = {"", "Example: ./c2c spot facts"})
final class FactsCommand implements Callable<Integer> {
    @Mixin
    Common common;

    /** The JSON of {@code c2c spot facts}. */
    record Result(List<SpotSentences.Line> sentences, String cost) {}

    @Override
    public Integer call() {
        Table table = Table.of("sentence", "verdict", "data");
        for (SpotSentences.Line line : SpotSentences.lines()) {
            table = table.row(line.sentence(), line.verdict(), line.data());
        }
        return common.report()
                .json(new Result(SpotSentences.lines(), SpotSentences.cost()))
                .table(table)
                .say(SpotSentences.cost())
                .print();
    }
}
