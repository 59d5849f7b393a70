package clock2cloud.app.notebook;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8);
                JShell shell = JShell.builder()
                        .executionEngine(new LocalExecutionControlProvider(), null)
                        .build()) {
            System.setOut(captured);
            for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
                shell.addToClasspath(entry);
            }
            StrictRunner runner = new StrictRunner(walkthrough);
            walkthrough.cells().stream().filter(cell -> !cell.words()).forEach(cell -> runner.run(shell, cell));
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
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
