package clock2cloud.app;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.FigureFiles;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Json;
import clock2cloud.app.table.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a command has to say: a record for JSON, a table for people and CSV, explanations, figures, and plain words. In
 * JSON and CSV nothing else goes to standard output.
 */
public final class Report {
    private static final int SHOWN = 10;

    private final Common common;
    private final PrintWriter out;
    private final PrintWriter err;
    private Object json = Map.of();
    private Optional<Table> csv = Optional.empty();
    private final List<Table> tables = new ArrayList<>();
    private final List<Explanation> explanations = new ArrayList<>();
    private final List<Supplier<List<Figure>>> figures = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private Optional<String> failure = Optional.empty();

    Report(Common common, PrintWriter out, PrintWriter err) {
        this.common = common;
        this.out = out;
        this.err = err;
    }

    /** The result for {@code --format json}: any record. */
    public Report json(Object result) {
        json = result;
        return this;
    }

    /** The result for people; the first table given is also the one of {@code --format csv}. */
    public Report table(Table table) {
        tables.add(table);
        return this;
    }

    /** The table of {@code --format csv}, where it is not the first one for people. */
    public Report csv(Table table) {
        csv = Optional.of(table);
        return this;
    }

    public Report explain(Explanation... more) {
        explanations.addAll(List.of(more));
        return this;
    }

    /** A figure, drawn into the folder of {@code --out} when there is one. */
    public Report figure(Figure... more) {
        return figures(() -> List.of(more));
    }

    /** Figures that take time: not even thought of where there is no {@code --out}. */
    public Report figures(Supplier<List<Figure>> more) {
        figures.add(more);
        return this;
    }

    /** Plain words under the table; on standard error when the format is not a table. */
    public Report say(String line) {
        words.add(line);
        return this;
    }

    /** A check did not hold: the result is printed, then this line, and the exit code is 3. */
    public Report failed(String why) {
        failure = Optional.of(why);
        return this;
    }

    /** What part of the input was refused, a line each: the rest is printed, then the first of these, and the exit code is 2. */
    public Report refused(List<String> lines) {
        refusals.addAll(lines);
        return this;
    }

    /** Prints everything and returns the exit code. */
    public int print() {
        boolean people = common.format() == Common.Format.TABLE;
        switch (common.format()) {
            case JSON -> out.print(Json.write(json));
            case CSV -> out.print(csv.orElseGet(() -> tables.get(0)).csv());
            case TABLE -> tables.forEach(table -> out.println(table.text()));
        }
        PrintWriter beside = people ? out : err;
        if (!common.quiet()) {
            words.forEach(line -> wrapped(line, beside));
        }
        if (common.explain()) {
            explanations.forEach(explanation -> beside.println(explanation.text()));
        }
        common.out().ifPresent(folder -> figures.stream()
                .flatMap(more -> more.get().stream())
                .forEach(figure -> {
                    FigureFiles.write(figure, folder);
                    common.progress("wrote " + folder.resolve(figure.slug()) + ".png, .svg, .csv, .json");
                }));
        failure.ifPresent(why -> err.println("c2c: " + why));
        refusals.stream().limit(SHOWN).forEach(line -> err.println("c2c: " + line));
        if (refusals.size() > SHOWN) {
            err.println("c2c: and " + (refusals.size() - SHOWN) + " more rows; --format json tells of all");
        }
        out.flush();
        err.flush();
        return failure.isPresent() ? Main.CHECK_FAILED : refusals.isEmpty() ? 0 : Main.BAD_INPUT;
    }

    private static void wrapped(String text, PrintWriter to) {
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (line.length() + word.length() > 100 && !line.isEmpty()) {
                    to.println(line);
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            to.println(line);
        }
    }
}
