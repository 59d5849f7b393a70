package clock2cloud.app.notebook;

import clock2cloud.app.chart.Figure;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.execution.LocalExecutionControlProvider;

/** Runs a walkthrough in this JVM and stops at the first snippet that is rejected or throws; plain JShell would go on. */
public final class StrictRunner {
    private final Walkthrough walkthrough;

    private StrictRunner(Walkthrough walkthrough) {
        this.walkthrough = walkthrough;
    }

    /**
     * What the walkthrough prints.
     *
     * @throws IllegalStateException naming {@code file:line} and why, at the first snippet that fails
     */
    public static String output(Walkthrough walkthrough) {
        return outputs(walkthrough).stream().map(Output::text).collect(Collectors.joining());
    }

    /** What a cell prints and shows. */
    public record Output(String text, List<Figure> figures) {}

    /**
     * What each cell prints and shows, nothing for cells of words. One walkthrough runs at a time: standard output is the JVM's.
     *
     * @throws IllegalStateException naming {@code file:line} and why, at the first snippet that fails
     */
    public static synchronized List<Output> outputs(Walkthrough walkthrough) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Output> outputs = new ArrayList<>();
        try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8);
                JShell shell = JShell.builder()
                        .executionEngine(new LocalExecutionControlProvider(), null)
                        .build()) {
            System.setOut(captured);
            Gallery.open();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                shell.addToClasspath(entry);
            }
            StrictRunner runner = new StrictRunner(walkthrough);
            for (Walkthrough.Cell cell : walkthrough.cells()) {
                if (!cell.words()) {
                    runner.run(shell, cell);
                }
                outputs.add(new Output(bytes.toString(StandardCharsets.UTF_8), Gallery.taken()));
                bytes.reset();
            }
        } finally {
            Gallery.close();
            System.setOut(before);
        }
        return outputs;
    }

    private void run(JShell shell, Walkthrough.Cell cell) {
        String rest = cell.text();
        int line = cell.line();
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (!info.completeness().isComplete()) {
                throw failed(line, "incomplete snippet: " + rest.strip());
            }
            String next = info.remaining();
            String source = rest.substring(0, rest.length() - next.length());
            int start = line + leadingLines(source);
            for (SnippetEvent event : shell.eval(info.source())) {
                check(shell, event, start);
            }
            line += (int) source.lines().count() - (source.endsWith("\n") || next.isEmpty() ? 0 : 1);
            rest = next;
        }
    }

    private static int leadingLines(String source) {
        int blank = 0;
        for (String text : source.split("\n", -1)) {
            if (!text.isBlank()) {
                break;
            }
            blank++;
        }
        return blank;
    }

    private void check(JShell shell, SnippetEvent event, int line) {
        if (event.exception() != null) {
            throw failed(line, event.exception().toString());
        }
        if (event.status() == Snippet.Status.REJECTED || event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
            List<Diag> problems = shell.diagnostics(event.snippet()).toList();
            String why = problems.stream().map(d -> d.getMessage(Locale.ROOT)).collect(Collectors.joining("; "));
            throw failed(line, why + " in: " + event.snippet().source().strip());
        }
    }

    private IllegalStateException failed(int line, String why) {
        return new IllegalStateException(walkthrough.name() + ":" + line + ": " + why);
    }
}
