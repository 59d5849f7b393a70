package clock2cloud.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a project of its own, where a script stands for Maven and an unreadable class path for the program. */
class LauncherTest {
    private static final Path ROOT = Path.of(System.getProperty("clock2cloud.root", ".."));
    private static final String LOCK = "app/src/launch/java/OneAtATime.java";

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void copy() throws IOException {
        assumeTrue(File.separatorChar == '/', "the launcher is a shell script");
        project = folder.resolve("a project");
        for (String name : List.of("c2c", LOCK)) {
            Path file = project.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(ROOT.resolve(name), file);
        }
        Files.writeString(project.resolve("pom.xml"), "");
        maven("echo begin >> builds; sleep 1; echo end >> builds");
    }

    private void maven(String script) throws IOException {
        Path file = project.resolve("mvnw");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
        assertTrue(project.resolve("c2c").toFile().setExecutable(true));
    }

    private Process launch() throws IOException {
        ProcessBuilder launcher = new ProcessBuilder(project.resolve("c2c").toString(), "--version");
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        launcher.environment().remove("JDK_JAVA_OPTIONS");
        return launcher.redirectErrorStream(true).start();
    }

    private static String said(Process launcher) throws IOException {
        return new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Whoever comes while another builds waits, and finds the work done. */
    @Test
    void ofManyStartedAtOnceOneBuilds() throws IOException {
        List<Process> launchers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            launchers.add(launch());
        }
        StringBuilder all = new StringBuilder();
        for (Process launcher : launchers) {
            all.append(said(launcher));
        }
        assertEquals(List.of("begin", "end"), Files.readAllLines(project.resolve("builds")), all.toString());
        assertEquals(2, all.toString().split("c2c: building, once", -1).length, all.toString());
        said(launch());
        assertEquals(2, Files.readAllLines(project.resolve("builds")).size());
    }

    /** A build that was killed leaves no lock behind, and no stamp. */
    @Test
    void afterABuildThatFailedTheNextBuildsAgain() throws IOException, InterruptedException {
        maven("echo no luck; exit 1");
        Process launcher = launch();
        String words = said(launcher);
        assertEquals(2, launcher.waitFor(), words);
        assertTrue(words.contains("no luck") && words.contains("c2c: the build failed; the whole log is "), words);
        maven("echo again >> builds");
        said(launch());
        assertEquals(List.of("again"), Files.readAllLines(project.resolve("builds")));
    }

    @Test
    void aFolderThatCannotBeWrittenToIsOneLine() throws IOException, InterruptedException {
        Files.writeString(project.resolve("app/target"), "a file where a folder should be");
        Process launcher = launch();
        String words = said(launcher);
        assertEquals(2, launcher.waitFor(), words);
        assertEquals(1, words.lines().count(), words);
        assertTrue(words.contains("copy the project to a folder of your own"), words);
    }

    /** One file takes what the program says and what it answers, between two lines of the shell's own. */
    @Test
    void bothOutputsGoIntoOneFile() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String program = "'" + java + "' --add-opens java.base/java.io=ALL-UNNAMED -Dclock2cloud.stderr3=true -cp '"
                + System.getProperty("java.class.path") + "' clock2cloud.app.Main";
        String script = "exec 3>&2; echo before; " + program + " --version; " + program + " nonsense; echo after";
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", script);
        shell.environment().remove("JDK_JAVA_OPTIONS");
        shell.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        String words = Files.readString(log);
        assertTrue(words.matches("(?s)before\n.*clock2cloud.*nonsense.*\nafter\n"), words);
    }
}
