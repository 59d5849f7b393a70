package clock2cloud.app.notebook;

import clock2cloud.app.CheckFailed;
import clock2cloud.app.Common;
import clock2cloud.app.chart.FigureFiles;
import clock2cloud.app.table.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a walkthrough strictly. */
@Command(
        name = "run",
        description = "Run a walkthrough from end to end; the first mistake is named by file and line (exit 3).",
        footer = {"", "Example: ./c2c notebook run 06"})
final class RunCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NN", description = "Its number, as in the list of notebooks.")
    private String number;

    /** The JSON of {@code c2c notebook run}. */
    record Result(String number, String question, List<String> lines, List<String> figures) {}

    @Override
    public Integer call() {
        Walkthrough walkthrough = Walkthrough.read(Walkthroughs.ofProject().file(number));
        List<StrictRunner.Output> outputs = outputs(walkthrough);
        List<String> lines =
                outputs.stream().flatMap(output -> output.text().lines()).toList();
        List<String> figures = outputs.stream()
                .flatMap(output -> output.figures().stream())
                .map(figure -> figure.slug())
                .toList();
        common.out()
                .ifPresent(folder -> outputs.forEach(
                        output -> output.figures().forEach(figure -> FigureFiles.write(figure, folder))));
        if (common.format() == Common.Format.TABLE) {
            lines.forEach(spec.commandLine().getOut()::println);
            return 0;
        }
        Table table = Table.of("line")
                .rows(lines.stream().map(line -> List.<Object>of(line)).toList());
        return common.report()
                .json(new Result(walkthrough.number(), walkthrough.question(), lines, figures))
                .table(table)
                .print();
    }

    /** @throws CheckFailed when a snippet is rejected or throws */
    static List<StrictRunner.Output> outputs(Walkthrough walkthrough) {
        try {
            return StrictRunner.outputs(walkthrough);
        } catch (IllegalStateException e) {
            throw new CheckFailed(String.valueOf(e.getMessage()));
        }
    }
}
