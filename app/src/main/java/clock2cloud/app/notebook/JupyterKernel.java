package clock2cloud.app.notebook;

import clock2cloud.app.table.Json;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The kernel that runs the notebooks: rapaio-jupyter-kernel (MIT) with this program's classes. */
final class JupyterKernel {
    static final String NAME = "clock2cloud";
    static final String ARTIFACT = "io.github.padreati:rapaio-jupyter-kernel:3.0.1";
    private static final String RESOLVE = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

    private JupyterKernel() {}

    /** Where Jupyter looks for the kernels of this user. */
    static Path folderOfUser() {
        String set = System.getenv("JUPYTER_DATA_DIR");
        if (set != null && !set.isEmpty()) {
            return Path.of(set, "kernels");
        }
        String home = System.getProperty("user.home");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return Path.of(home, "Library", "Jupyter", "kernels");
        }
        if (system.contains("windows")) {
            return Path.of(Optional.ofNullable(System.getenv("APPDATA")).orElse(home), "jupyter", "kernels");
        }
        String data = System.getenv("XDG_DATA_HOME");
        return (data == null || data.isEmpty() ? Path.of(home, ".local", "share") : Path.of(data))
                .resolve(Path.of("jupyter", "kernels"));
    }

    /**
     * Resolves the kernel through Maven and writes {@code kernel.json}.
     *
     * @return the file that Jupyter reads
     */
    static Path install(Path kernels, Consumer<String> progress) throws IOException {
        Path folder = kernels.resolve(NAME);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " cannot be written to; name another with --kernels", e);
        }
        progress.accept("resolving " + ARTIFACT + " ...");
        resolve(folder);
        Path file = folder.resolve("kernel.json");
        Files.writeString(file, json(jar(folder)));
        return file;
    }

    private static Path jar(Path folder) {
        String[] names = ARTIFACT.split(":", -1);
        return folder.resolve(names[1] + "-" + names[2] + ".jar").toAbsolutePath();
    }

    private static void resolve(Path folder) throws IOException {
        if (Files.exists(jar(folder))) {
            return;
        }
        Path root = Path.of(System.getProperty("clock2cloud.root", ".")).toAbsolutePath();
        String wrapper = File.separatorChar == '\\' ? "mvnw.cmd" : "mvnw";
        Process maven = new ProcessBuilder(
                        root.resolve(wrapper).toString(),
                        "-q",
                        "-B",
                        "-ntp",
                        "-N",
                        RESOLVE,
                        "-Dartifact=" + ARTIFACT,
                        "-DoutputDirectory=" + folder.toAbsolutePath())
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        maven.getOutputStream().close();
        String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = exit(maven) == 0;
        if (!ended || !Files.exists(jar(folder))) {
            throw new IllegalArgumentException("the kernel " + ARTIFACT + " could not be resolved through Maven: "
                    + said.lines().findFirst().orElse("it said nothing")
                    + "; with --no-kernel only the notebooks are written");
        }
    }

    private static int exit(Process maven) {
        try {
            return maven.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static String json(Path jar) {
        List<String> argv = new ArrayList<>();
        argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            argv.add("--add-modules=jdk.incubator.vector");
        }
        argv.add("-Djava.awt.headless=true");
        argv.add("-Dclock2cloud.root="
                + Path.of(System.getProperty("clock2cloud.root", "."))
                        .toAbsolutePath()
                        .normalize());
        argv.add("-cp");
        argv.add(jar + File.pathSeparator + System.getProperty("java.class.path"));
        argv.add("org.rapaio.jupyter.kernel.MainApp");
        argv.add("{connection_file}");
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("argv", argv);
        spec.put("display_name", "Java (clock2cloud)");
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.put("env", Map.of("RJK_CLASSPATH", System.getProperty("java.class.path")));
        return Json.write(spec);
    }
}
