package clock2cloud.app.vm.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real process that computes for ever, until it is closed or this program is gone. */
final class BusyProcess implements AutoCloseable {
    private final Process process;

    BusyProcess(ControlGroup group) throws IOException {
        String loop = "while kill -0 " + ProcessHandle.current().pid()
                + " 2>/dev/null; do i=0; while [ $i -lt 50000 ]; do i=$((i+1)); done; done";
        process = new ProcessBuilder("sh", "-c", loop)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        group.add(process.pid());
    }

    /** CPU time so far, from the scheduler's own books. */
    double cpuSeconds() throws IOException {
        Path file = Path.of("/proc/" + process.pid() + "/schedstat");
        String[] fields = Files.readString(file).strip().split(" ", -1);
        return Long.parseLong(fields[0]) / 1e9;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
