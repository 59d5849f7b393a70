package clock2cloud.app.notebook;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jshell of the JDK that runs this, with this program's classes and the same imports on every JDK. */
record PlainShell(Path jshell, Path startup) {
    /** @throws IllegalArgumentException when this Java has no jshell */
    static PlainShell of(Path walkthroughs) {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Path jshell = bin.resolve(File.separatorChar == '\\' ? "jshell.exe" : "jshell");
        if (!Files.isExecutable(jshell)) {
            throw new IllegalArgumentException(bin + " has no jshell: run with a JDK, not only a Java runtime");
        }
        return new PlainShell(jshell, walkthroughs.resolve("startup.jshell"));
    }

    List<String> command(Path walkthrough) {
        List<String> command = new ArrayList<>(List.of(
                jshell.toString(),
                "--startup",
                startup.toString(),
                "--class-path",
                System.getProperty("java.class.path"),
                "-R-Djava.awt.headless=true",
                "-R-Dclock2cloud.root=" + System.getProperty("clock2cloud.root", ".")));
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-R--add-modules=jdk.incubator.vector"));
        }
        command.add(walkthrough.toString());
        return command;
    }

    /** Starts it on the terminal of this process. */
    Process start(Path walkthrough) throws IOException {
        return new ProcessBuilder(command(walkthrough)).inheritIO().start();
    }
}
