package clock2cloud.app.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clock2cloud.app.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One walkthrough, four uses. */
class NotebookCommandsTest {
    private static final Walkthroughs ALL = Walkthroughs.ofProject();

    @TempDir
    Path folder;

    private static String expected(String number) throws Exception {
        String name = String.valueOf(ALL.file(number).getFileName()).replace(".jsh", ".txt");
        return Files.readString(ALL.folder().resolve("expected").resolve(name));
    }

    @Test
    void listNamesEveryWalkthroughAndItsQuestion() {
        Run run = Run.of("notebook", "list", "--format", "csv");
        assertEquals(0, run.code(), run.err());
        assertEquals(ALL.files().size() + 1, run.out().lines().count());
        assertTrue(run.out().contains("06,Do ten builders build ten times as fast?"), run.out());
    }

    @Test
    void runPrintsWhatTheStrictRunnerSaw() throws Exception {
        Run run = Run.of("notebook", "run", "6");
        assertEquals(0, run.code(), run.err());
        assertEquals(expected("06"), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run 99", "open 99", "page 99", "run ../../etc", "run -1", "run six", "open 0x6"})
    void anUnknownNumberIsOneLine(String line) {
        Run run = Run.of(("notebook " + line).split(" ", -1));
        assertEquals(2, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().lines().count() <= 2 && run.err().startsWith("c2c: "), run.err());
    }

    /** The very jshell of this JDK, with nobody typing. */
    @Test
    void plainJshellPrintsTheSameAsTheStrictRunner() throws Exception {
        Process shell = new ProcessBuilder(PlainShell.of(ALL.folder()).command(ALL.file("06")))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        shell.getOutputStream().write("/exit\n".getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().close();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        assertEquals(0, shell.waitFor());
        assertTrue(said.startsWith(expected("06")), said);
    }

    @Test
    void notebooksKeepEveryCellInTheFormatOfJupyter() throws Exception {
        Run run = Run.of("notebook", "jupyter", "--no-kernel", "--out", folder.toString());
        assertEquals(0, run.code(), run.err());
        for (Walkthrough walkthrough : ALL.all()) {
            JsonNode json = new ObjectMapper()
                    .readTree(folder.resolve(walkthrough.slug() + ".ipynb").toFile());
            assertEquals(4, json.get("nbformat").asInt());
            assertEquals("clock2cloud", json.at("/metadata/kernelspec/name").asText());
            assertEquals(walkthrough.cells().size(), json.get("cells").size());
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < walkthrough.cells().size(); i++) {
                assertCell(walkthrough.cells().get(i), json.get("cells").get(i), ids);
            }
        }
    }

    private static void assertCell(Walkthrough.Cell cell, JsonNode json, Set<String> ids) {
        assertEquals(cell.words() ? "markdown" : "code", json.get("cell_type").asText());
        assertTrue(ids.add(json.get("id").asText()));
        assertTrue(json.get("metadata").isObject());
        assertEquals(
                !cell.words(),
                json.has("outputs") && json.get("execution_count").isNull());
        StringBuilder source = new StringBuilder();
        json.get("source").forEach(line -> source.append(line.asText()));
        assertEquals(cell.text().strip(), source.toString());
    }

    @Test
    void jupyterRunsANotebookWithTheInstalledKernel() throws Exception {
        boolean jupyter = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, "jupyter-nbconvert")));
        assumeTrue(jupyter, "Jupyter's nbconvert is not on the PATH: the kernel is not tried");
        Run run = Run.of(
                "notebook",
                "jupyter",
                "--out",
                folder.toString(),
                "--kernels",
                folder.resolve("jupyter/kernels").toString());
        assumeTrue(run.code() == 0, "the kernel could not be resolved through Maven: " + run.err());
        String said = execute(folder.resolve("06-ten-builders.ipynb"));
        if (said.contains("Kernel didn't respond")) { // now and then a kernel's first answer never reaches Jupyter
            said = execute(folder.resolve("06-ten-builders.ipynb"));
        }
        assertTrue(Files.exists(folder.resolve("executed.ipynb")), said);
        StringBuilder printed = new StringBuilder();
        new ObjectMapper()
                .readTree(folder.resolve("executed.ipynb").toFile())
                .findValues("text")
                .forEach(lines -> lines.forEach(line -> printed.append(line.asText())));
        assertEquals(expected("06"), printed.toString());
    }

    /** What Jupyter says while it runs a notebook into {@code executed.ipynb} beside it. */
    private String execute(Path notebook) throws IOException {
        ProcessBuilder convert = new ProcessBuilder(
                        "jupyter-nbconvert",
                        "--to",
                        "notebook",
                        "--execute",
                        "--output",
                        "executed",
                        notebook.toString())
                .redirectErrorStream(true);
        convert.environment().put("JUPYTER_PATH", folder.resolve("jupyter").toString());
        return new String(convert.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aPageHoldsWordsCodeAndOutput() throws Exception {
        Run run = Run.of("notebook", "page", "03", "--out", folder.toString());
        assertEquals(0, run.code(), run.err());
        String html = Files.readString(folder.resolve("03-reading-10101010.html"));
        for (String part :
                List.of("<h1>Reading 10101010</h1>", "Link.reaching(2.0", "read 00000000", "<html lang=\"en\">")) {
            assertTrue(html.contains(part), part);
        }
        assertFalse(html.contains("src=\"http"), "asks for something outside");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsOneLine() {
        for (String[] args : new String[][] {
            {"notebook", "page", "06", "--out", "/proc/nothing"}, {"notebook", "jupyter", "--out", "/proc/nothing"}
        }) {
            Run run = Run.of(args);
            assertEquals(2, run.code(), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }
}
