package clock2cloud.app.vm.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which processors a process may use. A delegated group seldom has the cpuset controller; {@code taskset} of util-linux does for
 * processes of one's own what that does for groups.
 */
final class Affinity {
    private Affinity() {}

    /** The processors that this program may use, such as {@code 0-3,6}. */
    static String allowed() throws IOException {
        return allowed(Path.of("/proc/self/status"));
    }

    static String allowed(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("0");
    }

    /** The first of them. */
    static String first(String list) {
        return list.split("[-,]", -1)[0];
    }

    /** Whether the command is there. */
    static boolean canBeSet() {
        try {
            return run("taskset", "--version") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Binds all threads of a process, and those that it will start. */
    static void set(long pid, String list) throws IOException {
        if (run("taskset", "--all-tasks", "--cpu-list", "--pid", list, String.valueOf(pid)) != 0) {
            throw new IOException("taskset did not bind process " + pid + " to processors " + list);
        }
    }

    private static int run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
