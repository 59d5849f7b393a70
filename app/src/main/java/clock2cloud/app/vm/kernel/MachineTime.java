package clock2cloud.app.vm.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What processes that are not ours use of this machine, from a start on. */
final class MachineTime {
    private final double machineSeconds;
    private final double oursSeconds;
    private final long startNanos;

    private MachineTime(double machineSeconds, double oursSeconds, long startNanos) {
        this.machineSeconds = machineSeconds;
        this.oursSeconds = oursSeconds;
        this.startNanos = startNanos;
    }

    static MachineTime start() throws IOException {
        return new MachineTime(machineSeconds(), oursSeconds(), System.nanoTime());
    }

    /** Cores that others used since the start; our processes must be alive. */
    double otherCores() throws IOException {
        double wall = (System.nanoTime() - startNanos) / 1e9;
        double others = machineSeconds() - machineSeconds - (oursSeconds() - oursSeconds);
        return Math.max(0, others / wall);
    }

    /** CPU time of everything on this machine, and what its own host has stolen. */
    static double machineSeconds() throws IOException {
        String[] fields =
                Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+", -1);
        long ticks = 0;
        for (int field : new int[] {1, 2, 3, 6, 7, 8}) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / 100.0;
    }

    /** CPU time of this program and of the processes that it has started. */
    private static double oursSeconds() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(d -> d.toNanos() / 1e9)
                .sum();
    }
}
