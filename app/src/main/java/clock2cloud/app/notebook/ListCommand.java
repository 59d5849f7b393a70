package clock2cloud.app.notebook;

import clock2cloud.app.Common;
import clock2cloud.app.table.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which questions there are. */
@Command(
        name = "list",
        description = "The walkthroughs and their questions.",
        footer = {"", "Example: ./c2c notebook list"})
final class ListCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    /** One walkthrough. */
    record Line(String number, String question, String file) {}

    /** The JSON of {@code c2c notebook list}. */
    record Result(List<Line> walkthroughs) {}

    @Override
    public Integer call() {
        List<Line> lines = Walkthroughs.ofProject().all().stream()
                .map(one -> new Line(one.number(), one.question(), "notebooks-java/" + one.name()))
                .toList();
        Table table = Table.of("number", "question");
        for (Line line : lines) {
            table = table.row(line.number(), line.question());
        }
        return common.report()
                .json(new Result(lines))
                .table(table)
                .say("Open one: ./c2c notebook open " + lines.get(0).number())
                .print();
    }
}
